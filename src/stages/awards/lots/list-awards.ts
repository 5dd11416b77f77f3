import { printAmount } from '../../../kernel/money';
import { reservePlaces, type AllocationRules } from '../../../rules';
import type { AwardEntity } from '../award.entity';
import { tallyCategories, type CategoryTally } from '../tally-categories';

/** An award as the public notice lists it. */
export type ListedAward = {
  readonly awardId: string;
  readonly rank: number | null;
  readonly score: string | null;
  /** The code of its category, whose name stands in the tally. */
  readonly category: string | null;
  readonly party: string | null;
  readonly title: string;
  readonly amount: string;
};

/** What the public notice of a lot lists: who is to be funded, who waits, and what each category comes to. */
export type AwardLists = {
  readonly categories: readonly CategoryTally[];
  readonly awards: readonly ListedAward[];
  /** In the order of rank, each with its place: by quotas that in its category, which is how it comes up. */
  readonly reserve: readonly (ListedAward & { readonly place: number })[];
};

/**
 * Lists a lot's awards for its notice.
 * @param awards in order of rank
 * @param scoreOf by bid
 * @param nameOf by party
 */
export function listAwards(
  rules: AllocationRules,
  awards: readonly AwardEntity[],
  scoreOf: ReadonlyMap<string, string>,
  nameOf: ReadonlyMap<string, string>,
): AwardLists {
  const listed = ({ id, rank, bidId, partyId, category, title, amountFen }: AwardEntity) => ({
    awardId: id,
    rank,
    score: scoreOf.get(bidId ?? '') ?? null,
    category,
    party: nameOf.get(partyId) ?? null,
    title,
    amount: printAmount(amountFen),
  });
  const approved = awards.filter(({ state }) => state === 'approved');
  const places = reservePlaces(
    rules,
    awards.filter(({ state }) => state === 'reserve'),
  );
  return {
    categories: tallyCategories(rules.categories, approved),
    awards: approved.map(listed),
    reserve: [...places].map(([award, place]) => ({ ...listed(award), place })),
  };
}
