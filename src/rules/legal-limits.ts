import { toInstant } from '../kernel/instant';
import { parseAmount, type Fen } from '../kernel/money';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { panelsOf, placesOfPanels } from './panels-of';
import { refuseRules } from './rules.refusals';
import type { RuleSet } from './rule-set.types';

/** A bound that a round may tighten and may not loosen. */
interface LegalLimit {
  readonly regime: RuleSet['regime'];
  /** The article, or the published practice where no article is known. */
  readonly article: string;
  readonly given: (rules: RuleSet) => readonly Given[];
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Where the bound holds only sometimes. */
  readonly when?: (rules: RuleSet) => boolean;
}

/** A value of the rules, and where it stands. */
interface Given {
  readonly value: number;
  readonly pointer: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ten million yuan, from which a panel is larger. */
const LARGE_BUDGET_FEN: Fen = 1_000_000_000n;

const LIMITS: readonly LegalLimit[] = [
  {
    // No national rule is known for grants: five working days is what the published round gave.
    regime: 'grant',
    article: 'cn-futian-2021-p11',
    given: alone(pointerTo('notice', 'workingDays'), (rules) => rules.notice.workingDays),
    atLeast: 5,
  },
  {
    regime: 'procurement',
    article: '政府采购法第三十五条',
    given: alone(pointerTo('timetable', 'callClosesAt'), callDays),
    atLeast: 20,
  },
  {
    regime: 'procurement',
    article: '政府采购法实施条例第三十一条',
    given: alone(
      pointerTo('corrections', 'daysBeforeDeadline'),
      ({ corrections }) => corrections?.daysBeforeDeadline,
    ),
    atLeast: 15,
  },
  {
    regime: 'procurement',
    article: '政府采购法实施条例第五十二条',
    given: alone(
      pointerTo('questions', 'answerWorkingDays'),
      ({ questions }) => questions?.answerWorkingDays,
    ),
    atMost: 3,
  },
  {
    regime: 'procurement',
    article: '财政部令第87号第四十七条',
    given: panelSizes,
    atLeast: 5,
  },
  {
    regime: 'procurement',
    article: '财政部令第87号第四十七条',
    given: panelSizes,
    atLeast: 7,
    when: (rules) => budgetFen(rules) >= LARGE_BUDGET_FEN,
  },
  {
    regime: 'procurement',
    article: '政府采购法第五十三条',
    given: alone(
      pointerTo('objection', 'answerWorkingDays'),
      (rules) => rules.objection.answerWorkingDays,
    ),
    atMost: 7,
  },
  {
    regime: 'procurement',
    article: '政府采购法第四十六条',
    given: alone(pointerTo('contract', 'signWithinDays'), (rules) => rules.contract.signWithinDays),
    atMost: 30,
  },
  {
    regime: 'procurement',
    article: '政府采购法第四十九条',
    given: alone(
      pointerTo('contract', 'amendments', 'maxIncreaseShare'),
      ({ contract: { amendments } }) =>
        amendments === undefined ? undefined : Number(amendments.maxIncreaseShare),
    ),
    atMost: 0.1,
  },
  {
    regime: 'procurement',
    article: '政府采购法实施条例第三十八条',
    given: alone(
      pointerTo('commission', 'noticeWorkingDays'),
      (rules) => rules.commission.noticeWorkingDays,
    ),
    atLeast: 5,
  },
];

/** The law's limits, or published practice, that a rule set goes beyond, with the article. Stricter values are fine. */
export function legalLimitsBrokenBy(rules: RuleSet): Refusal[] {
  return LIMITS.filter(
    ({ regime, when }) => regime === rules.regime && (when === undefined || when(rules)),
  ).flatMap(({ given: read, ...limit }) => read(rules).flatMap((given) => breach(limit, given)));
}

function breach(
  { article, atLeast, atMost }: Omit<LegalLimit, 'given'>,
  { value: given, pointer }: Given,
): Refusal[] {
  if (atLeast !== undefined && given < atLeast) {
    return [refuseRules('RULES.BELOW_LIMIT', { given, article, limit: atLeast }, pointer)];
  }
  if (atMost !== undefined && given > atMost) {
    return [refuseRules('RULES.ABOVE_LIMIT', { given, article, limit: atMost }, pointer)];
  }
  return [];
}

/** One value; where the rules leave it out, the law's own number holds and breaks nothing. */
function alone(pointer: string, read: (rules: RuleSet) => number | undefined): LegalLimit['given'] {
  return (rules) => {
    const value = read(rules);
    return value === undefined ? [] : [{ value, pointer }];
  };
}

/** The law's sizes hold for every panel that reviews bids. */
function panelSizes(rules: RuleSet): Given[] {
  const places = placesOfPanels(rules);
  return panelsOf(rules).map(({ size }, index) => ({
    value: size,
    pointer: places[index]! + pointerTo('size'),
  }));
}

function callDays({ timetable }: RuleSet): number {
  const openMs =
    toInstant(timetable.callClosesAt).getTime() - toInstant(timetable.callOpensAt).getTime();
  return Math.floor(openMs / DAY_MS);
}

function budgetFen({ funding }: RuleSet): Fen {
  return funding.reduce((total, { amount }) => total + parseAmount(amount), 0n);
}
