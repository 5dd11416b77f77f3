import fc from 'fast-check';
import { parseAmount, printAmount } from '../kernel/money';
import { Refusal } from '../kernel/refusal';
import { amountRules } from './amount-rules.fixture';
import { awardAmount, type AwardAmount } from './award-amount';
import type { AwardedBid } from './award-facts';
import { grantAmount } from './grant-amount';
import type { AmountRule } from './rule-set.types';

const CATEGORY = 'elderly';
const fen = fc.bigInt({ min: 0n, max: 10n ** 9n });
const yuan = fen.map(printAmount);
const share = fc.integer({ min: 0, max: 1000 }).map((n) => (n / 1000).toFixed(3));
const rank = fc.integer({ min: 1, max: 12 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Leaves out what is undefined, as a rule set does. */
const present = (rule: object) =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));

const prize = fc
  .record({ category: maybe(fc.constant(CATEGORY)), from: rank, more: rank, amount: yuan })
  .map(({ from, more, ...rest }) => present({ ...rest, from, to: from + more }));
const output = fc.record({ unitPrice: yuan, quantity: maybe(rank) });

/** A rule of each kind, with any values. */
const KINDS: { readonly [V in AmountRule['variant']]: fc.Arbitrary<object> } = {
  'budget-less-own-funds': fc.record({ maxShareOfBudget: share, maxAmount: yuan }),
  'up-to-cap': fc.record({ minAmount: maybe(yuan), maxAmount: maybe(yuan) }),
  tier: fc.record({ tiers: fc.array(yuan, { minLength: 1, maxLength: 5 }) }),
  flat: fc.record({ amount: yuan }),
  'prize-by-rank': fc.record({ prizes: fc.array(prize, { minLength: 1, maxLength: 5 }) }),
  'share-of-budget': fc.record({
    share,
    maxAmount: maybe(yuan),
    budget: fc.constantFrom('planned', 'audited'),
  }),
  'panel-approved': fc.record({ minAmount: maybe(yuan), maxAmount: maybe(yuan) }),
  'fixed-price': fc.record({ amount: yuan }),
  'unit-price': fc.record({
    outputs: fc
      .array(output, { minLength: 1, maxLength: 4 })
      .map((all) => all.map((one, i) => present({ ...one, code: `o${i}`, name: NAME }))),
    maxAmount: maybe(yuan),
  }),
  'gift-match': fc.record({ ratio: share, capWithGifts: yuan, capWithoutGifts: yuan }),
  'later-priced': fc.record({ by: fc.constant('organizer'), ceiling: yuan }),
};
const NAME = { zh: '产出', en: 'Output' };

const rules = Object.entries(KINDS).map(([variant, values]) =>
  values.map((rest) => present({ variant, ...rest }) as unknown as AmountRule),
);
const anyRule = fc.oneof(...rules);

const anyBid: fc.Arbitrary<AwardedBid> = fc
  .record({
    budgetFen: fen,
    ownFundsFen: fen,
    category: fc.constant(CATEGORY),
    quantities: fc.constant(new Map(['o0', 'o1', 'o2', 'o3'].map((code, i) => [code, i + 1]))),
    rank: maybe(rank),
    rankInCategory: maybe(rank),
    giftsFen: maybe(fen),
    approved: maybe(fen.map((wholeFen) => ({ wholeFen }))),
    auditedBudgetFen: maybe(fen),
    settledFen: maybe(fen),
  })
  .map((bid) => present(bid) as unknown as AwardedBid);

/** What comes out, or null where it is refused. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The limits of a rule that one grant may never exceed, whatever its budget. */
const limitsOf = (rule: object): string[] =>
  ['maxAmount', 'capWithGifts', 'ceiling', 'amount'].flatMap((name) => {
    const limit = (rule as Record<string, unknown>)[name];
    return typeof limit === 'string' ? [limit] : [];
  });

/** The kinds whose money has nothing to do with a budget. */
const WHATEVER_THE_BUDGET = ['flat', 'prize-by-rank', 'unit-price'];

describe('what a bid requests, by any rule', () => {
  it('never exceeds the limits of the rule, the cap of its category, the budget, or what that lacks', () => {
    fc.assert(
      fc.property(anyRule, yuan, anyBid, (rule, cap, bid) => {
        const request = unlessRefused(() =>
          grantAmount(amountRules(rule, { [CATEGORY]: cap }), bid),
        );
        if (request === null) return;
        const { grantFen } = request;
        expect(grantFen > 0n && grantFen <= parseAmount(cap)).toBe(true);
        for (const limit of limitsOf(rule)) expect(grantFen <= parseAmount(limit)).toBe(true);
        if (WHATEVER_THE_BUDGET.includes(rule.variant)) return;
        expect(grantFen + bid.ownFundsFen <= bid.budgetFen).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a tier of the rule, the highest that what is asked for reaches', () => {
    const tiered = fc.array(fen, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tiered, fen, (tiersFen, budgetFen) => {
        const rule: AmountRule = { variant: 'tier', tiers: tiersFen.map(printAmount) };
        const bid = { budgetFen, ownFundsFen: 0n, category: null };
        const request = unlessRefused(() => grantAmount(amountRules(rule), bid));
        const reached = tiersFen.filter((tierFen) => tierFen <= budgetFen);
        if (request === null) {
          expect(budgetFen === 0n || reached.every((tierFen) => tierFen === 0n)).toBe(true);
          return;
        }
        expect(reached).toContain(request.grantFen);
        expect(reached.every((tierFen) => tierFen <= request.grantFen)).toBe(true);
      }),
    );
  });
});

describe('what a bid is awarded, by any rule', () => {
  it('never exceeds what it requested, and is reserved whole while it waits', () => {
    const seen = new Set<AwardAmount['state']>();
    fc.assert(
      fc.property(anyRule, yuan, anyBid, (rule, cap, bid) => {
        const given = amountRules(rule, { [CATEGORY]: cap });
        const award = unlessRefused(() => awardAmount(given, bid));
        if (award === null) return;
        const { grantFen } = grantAmount(given, bid);
        seen.add(award.state);
        if (award.state === 'awaited') {
          expect(award.ceilingFen).toBe(grantFen);
          expect(award.awaits.length).toBeGreaterThan(0);
        }
        if (award.state === 'settled') {
          expect(award.amountFen > 0n && award.amountFen <= grantFen).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(['awaited', 'nothing', 'settled']);
  });

  it('waits for nothing when everything is known', () => {
    const everything = fc.record({ rank, giftsFen: fen, auditedBudgetFen: fen });
    fc.assert(
      fc.property(anyRule, anyBid, everything, (rule, bid, { rank: first, ...known }) => {
        const whole = {
          ...{ ...bid, ...known, rank: first, rankInCategory: first },
          ...{ approved: { wholeFen: 1n }, settledFen: 1n },
        };
        const award = unlessRefused(() => awardAmount(amountRules(rule), whole));
        expect(award?.state).not.toBe('awaited');
      }),
    );
  });
});
