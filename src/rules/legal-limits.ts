import { toInstant } from '../kernel/instant';
import { parseAmount, type Fen } from '../kernel/money';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';
import type { RuleSet } from './rule-set.types';

/** A bound that a round may tighten and may not loosen. */
interface LegalLimit {
  readonly regime: RuleSet['regime'];
  /** The article, or the published practice where no article is known. */
  readonly article: string;
  readonly pointer: string;
  readonly given: (rules: RuleSet) => number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Where the bound holds only sometimes. */
  readonly when?: (rules: RuleSet) => boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ten million yuan, from which a panel is larger. */
const LARGE_BUDGET_FEN: Fen = 1_000_000_000n;

const LIMITS: readonly LegalLimit[] = [
  {
    // No national rule is known for grants: five working days is what the published round gave.
    regime: 'grant',
    article: 'cn-futian-2021-p11',
    pointer: pointerTo('notice', 'workingDays'),
    given: (rules) => rules.notice.workingDays,
    atLeast: 5,
  },
  {
    regime: 'procurement',
    article: '政府采购法第三十五条',
    pointer: pointerTo('timetable', 'callClosesAt'),
    given: callDays,
    atLeast: 20,
  },
  {
    regime: 'procurement',
    article: '财政部令第87号第四十七条',
    pointer: pointerTo('panel', 'size'),
    given: (rules) => rules.panel.size,
    atLeast: 5,
  },
  {
    regime: 'procurement',
    article: '财政部令第87号第四十七条',
    pointer: pointerTo('panel', 'size'),
    given: (rules) => rules.panel.size,
    atLeast: 7,
    when: (rules) => budgetFen(rules) >= LARGE_BUDGET_FEN,
  },
  {
    regime: 'procurement',
    article: '政府采购法第五十三条',
    pointer: pointerTo('objection', 'answerWorkingDays'),
    given: (rules) => rules.objection.answerWorkingDays,
    atMost: 7,
  },
  {
    regime: 'procurement',
    article: '政府采购法第四十六条',
    pointer: pointerTo('contract', 'signWithinDays'),
    given: (rules) => rules.contract.signWithinDays,
    atMost: 30,
  },
  {
    regime: 'procurement',
    article: '政府采购法实施条例第三十八条',
    pointer: pointerTo('commission', 'noticeWorkingDays'),
    given: (rules) => rules.commission.noticeWorkingDays,
    atLeast: 5,
  },
];

/** The law's limits, or published practice, that a rule set goes beyond, with the article. Stricter values are fine. */
export function legalLimitsBrokenBy(rules: RuleSet): Refusal[] {
  return LIMITS.filter(
    ({ regime, when }) => regime === rules.regime && (when === undefined || when(rules)),
  ).flatMap(({ article, pointer, given: read, atLeast, atMost }) => {
    const given = read(rules);
    if (atLeast !== undefined && given < atLeast) {
      return [refuseRules('RULES.BELOW_LIMIT', { given, article, limit: atLeast }, pointer)];
    }
    if (atMost !== undefined && given > atMost) {
      return [refuseRules('RULES.ABOVE_LIMIT', { given, article, limit: atMost }, pointer)];
    }
    return [];
  });
}

function callDays({ timetable }: RuleSet): number {
  const openMs =
    toInstant(timetable.callClosesAt).getTime() - toInstant(timetable.callOpensAt).getTime();
  return Math.floor(openMs / DAY_MS);
}

function budgetFen({ funding }: RuleSet): Fen {
  return funding.reduce((total, { amount }) => total + parseAmount(amount), 0n);
}
