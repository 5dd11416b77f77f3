import { parseAmount } from '../kernel/money';
import { allocateAwards, type Standing } from './allocate-awards';
import type { AwardCandidate } from './award-finding';
import type { AllocationRules, AwardedLot } from './award-rules';
import type { Placement } from './placement';
import type { AwardRule, CategoryRules, FundPot, RankWithinBudget } from './rule-set.types';

/** Two categories that bids of the specs may have. */
export const twoCategories: CategoryRules[] = [
  { code: 'elderly', name: { zh: '为老服务', en: 'Services for the elderly' } },
  { code: 'youth', name: { zh: '青少年服务', en: 'Services for the young' } },
];

/** A rule on rank and money that passes over what does not fit, with what a spec changes in it. */
export function byBudget(change: Partial<RankWithinBudget> = {}): RankWithinBudget {
  return { variant: 'rank-within-budget', whenItDoesNotFit: 'skip', reserve: true, ...change };
}

/** A lot with bounds of its own. */
export function lotWith(bounds: Pick<AwardedLot, 'budget' | 'winners'>): AwardedLot {
  return { code: 'east', name: { zh: '东片', en: 'East' }, ...bounds };
}

/** A pot of some yuan, with what a spec changes in it. */
export function pot(code: string, yuan: number, change: Partial<FundPot> = {}): FundPot {
  const name = { zh: `${code}资金`, en: `Pot ${code}` };
  return { code, name, source: 'fiscal', amount: `${yuan}.00`, ...change };
}

/** Bids in order of rank, each as `<yuan>`, `<yuan> <category>` or `<yuan> <category> <organization>`; a category of - is none. */
export function bids(...wanted: string[]): AwardCandidate[] {
  return wanted.map((text, index) => {
    const [yuan, category = '-', organization] = text.split(' ');
    return {
      bidId: `bid-${index + 1}`,
      rank: index + 1,
      category: category === '-' ? null : category,
      amountFen: parseAmount(`${yuan}.00`),
      organization,
    };
  });
}

/** Where bids are placed by an award rule, from one pot of so many yuan or from several. */
export function placed(
  award: AwardRule,
  from: number | readonly FundPot[],
  given: readonly AwardCandidate[],
  { lot, ...standing }: Standing & { lot?: AwardedLot } = {},
): readonly Placement[] {
  const rules: AllocationRules = { award, categories: twoCategories, lot };
  const pots = typeof from === 'number' ? [pot('city', from)] : from;
  return allocateAwards(rules, pots, given, standing).placements;
}

/** What each bid is awarded, in yuan; else its outcome. */
export function told(placements: readonly Placement[]): string[] {
  return placements.map(({ outcome, amountFen }) =>
    outcome === 'awarded' ? String(amountFen / 100n) : outcome,
  );
}
