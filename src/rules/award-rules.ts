import type { AwardRule, LotRules, RuleSet } from './rule-set.types';

/** What bounds the awards of one lot alone. */
export type AwardedLot = Pick<LotRules, 'code' | 'name' | 'budget' | 'winners'>;

/** What of a rule set says who gets an award. */
export type AllocationRules = Pick<RuleSet, 'award' | 'categories'> &
  Partial<Pick<RuleSet, 'currency'>> & {
    /** The lot whose bids these are; without it no bounds hold but those of the rule set. */
    readonly lot?: AwardedLot;
  };

/**
 * The rules as they hold for the bids of one lot.
 * @throws RangeError when the rule set has no lot of this code
 */
export function rulesOfLot(
  { award, categories, currency, lots }: RuleSet,
  code: string,
): AllocationRules {
  const lot = lots.find((candidate) => candidate.code === code);
  if (lot === undefined) throw new RangeError(`the rules have no lot ${code}`);
  return { award, categories, currency, lot };
}

/** What becomes of a bid for which the money does not reach; after a vote-off nobody stands behind a winner, so it is passed over. */
export function whenItDoesNotFit(award: AwardRule): 'skip' | 'stop' | 'partial' | 'overrun' {
  return award.variant === 'vote-off' ? 'skip' : award.whenItDoesNotFit;
}

/** Whether those that got nothing form a reserve list. */
export function keepsReserve(award: AwardRule): boolean {
  return 'reserve' in award && award.reserve;
}

/** At most so many awards for one organization; undefined where the rules set no such bound. */
export function mostPerOrganization(award: AwardRule): number | undefined {
  return award.variant === 'vote-off' ? undefined : award.mostPerOrganization;
}

/** At most so many awards in all; undefined where the rules set no such bound. */
export function mostAwards(award: AwardRule): number | undefined {
  return award.variant === 'rank-within-budget' ? award.most : undefined;
}

/** The least share of what a bid asks for that must be left; undefined where anything will do. */
export function leastShareLeft(award: AwardRule): string | undefined {
  return award.variant === 'rank-within-budget' ? award.leastShareLeft : undefined;
}

/** Whether categories bound the awards by their quotas and budgets. */
export function isByQuotas({ award }: AllocationRules): boolean {
  return award.variant === 'rank-within-quotas';
}

/** Whether a place that a category cannot fill goes to another. */
export function lendsPlaces({ award }: AllocationRules): boolean {
  return award.variant === 'rank-within-quotas' && award.unfilledQuota.variant === 'next-best';
}
