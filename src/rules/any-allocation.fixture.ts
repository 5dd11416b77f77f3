import fc from 'fast-check';
import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { allocateAwards, type Allocation } from './allocate-awards';
import { lotWith, pot, twoCategories } from './allocation.fixture';
import type { AwardCandidate } from './award-finding';
import type { AllocationRules } from './award-rules';
import type { Placement } from './placement';
import type { AwardRule, CategoryRules, FundPot } from './rule-set.types';

/** Rules with the bids of a lot. */
export interface Given {
  readonly rules: AllocationRules;
  readonly funding: readonly FundPot[];
  readonly asked: readonly AwardCandidate[];
}

const unset = { nil: undefined };
const few = fc.option(fc.integer({ min: 1, max: 4 }), unset);
const fen = fc.bigInt({ min: 1n, max: 1_000n });
const amount = fen.map(printAmount);
const codes = twoCategories.map(({ code }) => code);

/** Any rule of each variant. */
export const byBudget: fc.Arbitrary<AwardRule> = fc.record({
  variant: fc.constant('rank-within-budget' as const),
  whenItDoesNotFit: fc.constantFrom('skip', 'stop', 'partial', 'overrun'),
  leastShareLeft: fc.option(fc.constantFrom('0', '0.5', '0.8', '1'), unset),
  reserve: fc.boolean(),
  most: few,
  mostPerOrganization: few,
});
export const byQuotas: fc.Arbitrary<AwardRule> = fc.record({
  variant: fc.constant('rank-within-quotas' as const),
  whenItDoesNotFit: fc.constantFrom('skip', 'stop'),
  unfilledQuota: fc.constantFrom({ variant: 'stays' }, { variant: 'next-best' }),
  reserve: fc.boolean(),
  mostPerOrganization: few,
});
export const entitlement: fc.Arbitrary<AwardRule> = fc.record({
  variant: fc.constant('entitlement' as const),
  whenItDoesNotFit: fc.constantFrom('skip', 'stop'),
  mostPerOrganization: few,
});
export const voteOff: fc.Arbitrary<AwardRule> = fc.record({
  variant: fc.constant('vote-off' as const),
  direct: fc.integer({ min: 1, max: 3 }),
  contested: fc.integer({ min: 2, max: 4 }),
  winners: fc.integer({ min: 1, max: 3 }),
  by: fc.constant('organizer' as const),
});
export const anyRule = fc.oneof(byBudget, byQuotas, entitlement, voteOff);

const categories: fc.Arbitrary<CategoryRules[]> = fc.tuple(
  ...twoCategories.map((category) =>
    fc
      .record({ quota: few, budget: fc.option(amount, unset), cap: fc.option(amount, unset) })
      .map((bounds) => ({ ...category, ...bounds })),
  ),
);
const lot = fc.option(
  fc.record({ winners: few, budget: fc.option(amount, unset) }).map(lotWith),
  unset,
);

const inOrder = fc
  .array(
    fc.record({
      amount,
      categories: fc.option(fc.subarray(codes, { minLength: 1 }), unset),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((pots) => pots.map((bounds, index) => pot(`pot-${index}`, 0, bounds)));
const inShares = fc
  .tuple(fc.constantFrom(['0.5', '0.5'], ['0.6', '0.3', '0.1'], ['1', '0']), fc.array(amount))
  .map(([shares, amounts]) =>
    shares.map((share, index) =>
      pot(`pot-${index}`, 0, { share, amount: amounts[index] ?? '3.00' }),
    ),
  );

const bid = fc.record({
  category: fc.constantFrom(...codes, null),
  organization: fc.option(fc.constantFrom('a', 'b', 'c'), unset),
  amountFen: fen,
});

/** Rules with bids that keep to the caps of their categories. */
export function lotsBy(rule: fc.Arbitrary<AwardRule>): fc.Arbitrary<Given> {
  return fc
    .record({
      rules: fc.record({ award: rule, categories, lot }),
      funding: fc.oneof(inOrder, inShares),
      asked: fc.array(bid, { maxLength: 12 }),
    })
    .map(({ rules, funding, asked }) => ({
      ...{ rules, funding },
      asked: asked.map((one, index) => {
        const cap = rules.categories.find(({ code }) => code === one.category)?.cap;
        const most = cap === undefined ? one.amountFen : parseAmount(cap);
        const amountFen = one.amountFen < most ? one.amountFen : most;
        return { bidId: `bid-${index}`, rank: index + 1, ...one, amountFen };
      }),
    }));
}

/** Places the bids; where a vote-off waits for its outcome, as many as may win have won it, the last of them. */
export function allocate({ rules, funding, asked }: Given): Allocation {
  const first = allocateAwards(rules, funding, asked);
  if (rules.award.variant !== 'vote-off') return first;
  const contested = first.placements.filter(({ outcome }) => outcome === 'awaits');
  const voteOffWinners = contested.slice(-rules.award.winners).map(({ bidId }) => bidId);
  return allocateAwards(rules, funding, asked, { voteOffWinners });
}

/** Those who are awarded. */
export function awarded(placements: readonly Placement[]): Placement[] {
  return placements.filter(({ outcome }) => outcome === 'awarded');
}

/** The sum of amounts. */
export function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((all, one) => all + one, 0n);
}

/** What awards take from the pots. */
export function taken(awards: readonly Placement[]): Fen {
  return total(awards.map(({ amountFen, overrunFen }) => amountFen - overrunFen));
}

/** Whether a pot may pay for a category. */
export function pays({ categories: own }: FundPot, category: string | null): boolean {
  return own === undefined || (category !== null && own.includes(category));
}
