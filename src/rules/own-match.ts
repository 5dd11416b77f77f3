import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { refuseMatch } from './budget-limits.refusals';
import { nothingAsked, ruleCheck, type HeldBound, type RuleCheck } from './rule-check';
import type { MatchRules, RuleSet } from './rule-set.types';
import { leastFrom } from './share-of';

/** Where own match comes from. */
export type MatchSource = NonNullable<MatchRules['sources']>[number];

/** All of them. */
export const matchSources = [
  'own-funds',
  'gifts-received',
  'gifts-expected',
  'in-kind',
] as const satisfies readonly MatchSource[];

/** What of a bid its own match follows from. */
export interface MatchedMoney {
  readonly budgetFen: Fen;
  /** All that the organization brings, whatever it comes from. */
  readonly ownFundsFen: Fen;
  /** How much of that comes from each source; without it all of it is own funds. */
  readonly match?: ReadonlyMap<MatchSource, Fen>;
  /** Null where bids are not told apart. */
  readonly category: string | null;
}

/**
 * Whether a bid brings the own match that the rules ask for. Gifts in kind count where the rules name them and have them valued.
 * @source cn-chengdu-jifu-2025: 10 %, which is 6,600 or 4,900 yuan by category; cn-dongguan-2011-r1: gifts in kind are valued
 */
export function ownMatch({ match: rules }: Pick<RuleSet, 'match'>, money: MatchedMoney): RuleCheck {
  if (rules === undefined) return nothingAsked('/match', NO_MATCH);
  const matchFen = countedFen(rules, money);
  return ruleCheck('/match', [
    counted(rules, money, matchFen),
    ...byShare(rules, money, matchFen),
    ...byAmount(rules, money, matchFen),
  ]);
}

const NO_MATCH = { zh: '本轮不要求自筹。', en: 'This round asks for no own match.' };

function sourcesOf({ sources = ['own-funds'], inKind }: MatchRules): MatchSource[] {
  return sources.filter((source) => source !== 'in-kind' || inKind === 'valued');
}

function countedFen(rules: MatchRules, { ownFundsFen, match }: MatchedMoney): Fen {
  const bySource = match ?? new Map<MatchSource, Fen>([['own-funds', ownFundsFen]]);
  return sourcesOf(rules).reduce((total, source) => total + (bySource.get(source) ?? 0n), 0n);
}

function counted(rules: MatchRules, { ownFundsFen }: MatchedMoney, matchFen: Fen): HeldBound {
  const ownFunds = printAmount(ownFundsFen);
  const match = printAmount(matchFen);
  return {
    inputs: { ownFunds, sources: sourcesOf(rules).join(), match },
    arithmetic: `${match} ≤ ${ownFunds}`,
    words: {
      zh: `自筹${ownFunds}元中，按规则计入${match}元`,
      en: `${match} yuan of the ${ownFunds} yuan that the organization brings count as own match`,
    },
    refusal: null,
  };
}

function byShare(
  { minShareOfBudget: share }: MatchRules,
  { budgetFen }: MatchedMoney,
  matchFen: Fen,
): HeldBound[] {
  if (share === undefined) return [];
  const leastFen = leastFrom(budgetFen, share);
  const match = printAmount(matchFen);
  const budget = printAmount(budgetFen);
  const least = printAmount(leastFen);
  const { sign, zh, en, isReached } = comparison(matchFen, leastFen);
  return [
    {
      inputs: { budget, minShareOfBudget: share },
      arithmetic: `${match} ${sign} ${budget} × ${share} ≈ ${least}`,
      words: {
        zh: `要求不低于项目预算${budget}元的${share}（即${least}元），${zh}`,
        en: `at least ${share} of the budget of ${budget} yuan is asked for, which is ${least} yuan and is ${en}`,
      },
      refusal: isReached ? null : refuseMatch('MATCH.BELOW_SHARE', { match, budget, share, least }),
    },
  ];
}

function byAmount(
  { minAmounts = [] }: MatchRules,
  { category }: MatchedMoney,
  matchFen: Fen,
): HeldBound[] {
  const asked = minAmounts.find((least) => least.category === category);
  if (asked === undefined) return [];
  const { amount: least } = asked;
  const match = printAmount(matchFen);
  const { sign, zh, en, isReached } = comparison(matchFen, parseAmount(least));
  return [
    {
      inputs: { category: asked.category, minAmount: least },
      arithmetic: `${match} ${sign} ${least}`,
      words: {
        zh: `所属类别要求不低于${least}元，${zh}`,
        en: `its category asks for at least ${least} yuan, which is ${en}`,
      },
      refusal: isReached
        ? null
        : refuseMatch('MATCH.BELOW_AMOUNT', { match, category: asked.category, least }),
    },
  ];
}

function comparison(matchFen: Fen, leastFen: Fen) {
  return matchFen >= leastFen
    ? { isReached: true, sign: '≥', zh: '已达到', en: 'reached' }
    : { isReached: false, sign: '<', zh: '未达到', en: 'not reached' };
}
