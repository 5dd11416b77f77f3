import fc from 'fast-check';
import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { allocateAwards, type Vacancy } from './allocate-awards';
import type { AwardCandidate } from './award-finding';
import { whenItDoesNotFit, type AllocationRules } from './award-rules';
import type { Placement } from './placement';
import type { AwardRule, CategoryRules, FundPot } from './rule-set.types';

interface Given {
  readonly rules: AllocationRules;
  readonly funding: readonly FundPot[];
  readonly asked: readonly AwardCandidate[];
  readonly vacancy: Vacancy;
}

const codes = ['elderly', 'disability', 'youth'];
const name = { zh: '名称', en: 'Name' };
const fen = fc.bigInt({ min: 1n, max: 1_000n });
const amount = fen.map(printAmount);
const unset = { nil: undefined };

const categories = fc.tuple(
  ...codes.map((code) =>
    fc
      .record({
        quota: fc.option(fc.integer({ min: 1, max: 3 }), unset),
        budget: fc.option(amount, unset),
      })
      .map((limits): CategoryRules => ({ code, name, ...limits })),
  ),
);

const common = {
  whenItDoesNotFit: fc.constantFrom('skip' as const, 'stop' as const),
  reserve: fc.boolean(),
};
const award: fc.Arbitrary<AwardRule> = fc.oneof(
  fc.record({ variant: fc.constant('rank-within-budget' as const), ...common }),
  fc.record({
    variant: fc.constant('rank-within-quotas' as const),
    unfilledQuota: fc.constantFrom(
      { variant: 'stays' as const },
      { variant: 'next-best' as const },
    ),
    ...common,
  }),
);

const funding = fc
  .array(amount, { minLength: 1, maxLength: 3 })
  .map((amounts): FundPot[] =>
    amounts.map((each, index) => ({ code: `pot-${index}`, name, source: 'fiscal', amount: each })),
  );

const bid = fc.record({ category: fc.constantFrom(...codes, null), amountFen: fen });
const asked = fc
  .array(bid, { maxLength: 14 })
  .map((all) => all.map((one, index) => ({ bidId: `bid-${index}`, rank: index + 1, ...one })));

const nothingBefore: Vacancy = { held: [], category: null };
const rules = fc.record({ award, categories });
/** The awards of a lot, when they are first drawn up. */
const atFirst = fc.record({ rules, funding, asked, vacancy: fc.constant(nothingBefore) });
/** What is drawn up at first, and then one of it falls away: the reserve is called up. */
const afterAFall = fc
  .tuple(atFirst, fc.nat())
  .map(([first, which]): Given | null => {
    const { placements, left } = allocateAwards(first.rules, first.funding, first.asked);
    const awarded = placements.filter(({ outcome }) => outcome === 'awarded');
    const fallen = awarded[which % awarded.length];
    if (fallen === undefined) return null;
    return {
      rules: first.rules,
      funding: first.funding.map((pot) => ({
        ...pot,
        amount: printAmount(freed(fallen, left, pot)),
      })),
      asked: placements.filter((one) => one.outcome !== 'awarded'),
      vacancy: { held: awarded.filter((one) => one !== fallen), category: fallen.category },
    };
  })
  .filter((given) => given !== null);
const any = fc.oneof(atFirst, afterAFall);

function freed(
  { draws }: Placement,
  left: readonly { fund: string; amountFen: Fen }[],
  { code }: FundPot,
): Fen {
  return [...draws, ...left]
    .filter(({ fund }) => fund === code)
    .reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

const allocate = ({ rules: by, funding: pots, asked: all, vacancy }: Given) =>
  allocateAwards(by, pots, all, vacancy);

/** What each category has in the end, with what it held before. */
function taken({ vacancy }: Given, placements: readonly Placement[], code: string) {
  const all = [...vacancy.held, ...placements.filter(({ outcome }) => outcome === 'awarded')];
  const own = all.filter(({ category }) => category === code);
  return { awards: own.length, fen: own.reduce((sum, { amountFen }) => sum + amountFen, 0n) };
}

const isByQuotas = ({ award: rule }: AllocationRules) => rule.variant === 'rank-within-quotas';
const lends = ({ award: rule }: AllocationRules) =>
  rule.variant === 'rank-within-quotas' && rule.unfilledQuota.variant === 'next-best';

/** Whether the quotas still have a place for a category. */
function hasPlace(given: Given, placements: readonly Placement[], code: string | null): boolean {
  const { rules: by } = given;
  const quota = by.categories.find((one) => one.code === code)?.quota;
  if (!isByQuotas(by) || quota === undefined) return true;
  if (!lends(by)) return taken(given, placements, code!).awards < quota;
  const bounded = by.categories.filter((one) => one.quota !== undefined);
  const places = bounded.reduce((sum, one) => sum + one.quota!, 0);
  return bounded.reduce((sum, one) => sum + taken(given, placements, one.code).awards, 0) < places;
}

describe('any allocation', () => {
  it('takes from no pot more than it holds, and pays each award exactly', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { placements, left } = allocate(given);
        for (const { code, amount: held } of given.funding) {
          const drawn = placements
            .flatMap(({ draws }) => draws)
            .filter(({ fund }) => fund === code)
            .reduce((sum, { amountFen }) => sum + amountFen, 0n);
          const rest = left.find(({ fund }) => fund === code)?.amountFen ?? -1n;
          expect(rest).toBeGreaterThanOrEqual(0n);
          expect(drawn + rest).toBe(parseAmount(held));
        }
        for (const { outcome, amountFen, draws } of placements) {
          const paid = draws.reduce((sum, draw) => sum + draw.amountFen, 0n);
          expect(paid).toBe(outcome === 'awarded' ? amountFen : 0n);
        }
      }),
    );
  });

  it('goes beyond no budget of a category, and beyond no quota but by places that others left', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { rules: by } = given;
        fc.pre(isByQuotas(by));
        const { placements } = allocate(given);
        const bounded = by.categories.filter(({ quota }) => quota !== undefined);
        const awards = ({ code }: CategoryRules) => taken(given, placements, code).awards;
        for (const category of by.categories) {
          if (category.budget === undefined) continue;
          const { fen: takenFen } = taken(given, placements, category.code);
          expect(takenFen).toBeLessThanOrEqual(parseAmount(category.budget));
        }
        if (lends(by)) {
          const places = bounded.reduce((sum, { quota }) => sum + quota!, 0);
          const all = bounded.reduce((sum, category) => sum + awards(category), 0);
          expect(all).toBeLessThanOrEqual(places);
        } else {
          for (const category of bounded) {
            expect(awards(category)).toBeLessThanOrEqual(category.quota!);
          }
        }
      }),
    );
  });

  it('lets a better bid lose to a worse one of its category only by a rule on money that it names', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { placements } = allocate(given);
        placements.forEach((better, index) => {
          if (better.outcome === 'awarded') return;
          const winners = placements
            .slice(index + 1)
            .filter(
              ({ outcome, category }) => outcome === 'awarded' && category === better.category,
            );
          for (const winner of winners) {
            expect(['/award/whenItDoesNotFit', `/categories/${better.category}/budget`]).toContain(
              better.explanation.rule,
            );
            // A worse bid that wins asked for less: the better one would not have fitted in its place.
            expect(winner.amountFen).toBeLessThan(better.amountFen);
          }
        });
      }),
    );
  });

  it('leaves nobody out for whom there is a place and money in the end, where the rules skip', () => {
    fc.assert(
      fc.property(any, (given) => {
        fc.pre(whenItDoesNotFit(given.rules.award) === 'skip');
        const { placements, left } = allocate(given);
        const leftFen = left.reduce((sum, draw) => sum + draw.amountFen, 0n);
        for (const { outcome, category, amountFen } of placements) {
          if (outcome === 'awarded' || amountFen > leftFen) continue;
          if (!hasPlace(given, placements, category)) continue;
          const budget = given.rules.categories.find(({ code }) => code === category)?.budget;
          expect(budget).toBeDefined();
          const { fen: takenFen } = taken(given, placements, category!);
          expect(takenFen + amountFen).toBeGreaterThan(parseAmount(budget!));
        }
      }),
    );
  });

  it('gives each a reason in both languages that names its rule, and a place on the reserve to each who waits', () => {
    fc.assert(
      fc.property(any, (given) => {
        for (const { outcome, reservePlace, explanation } of allocate(given).placements) {
          expect(explanation.words.zh).toMatch(/\p{Script=Han}/u);
          expect(explanation.words.en).not.toMatch(/\p{Script=Han}/u);
          expect(explanation.rule).toMatch(/^\/(award|categories)/);
          expect(reservePlace !== null).toBe(outcome === 'reserve');
        }
      }),
    );
  });

  it('does not depend on the order in which the bids are given', () => {
    fc.assert(
      fc.property(any, (given) => {
        const again = { ...given, asked: [...given.asked].reverse() };
        expect(allocate(again)).toEqual(allocate(given));
      }),
    );
  });
});

describe('after an award fell away', () => {
  it('the first of its category that fits comes up, whoever else does', () => {
    fc.assert(
      fc.property(afterAFall, (given) => {
        fc.pre(whenItDoesNotFit(given.rules.award) === 'skip' && isByQuotas(given.rules));
        const { category } = given.vacancy;
        if (category === null) return;
        const budget = given.rules.categories.find(({ code }) => code === category)?.budget;
        const heldFen = taken(given, [], category).fen;
        const inPotsFen = given.funding.reduce((sum, pot) => sum + parseAmount(pot.amount), 0n);
        const first = [...given.asked]
          .sort((a, b) => a.rank - b.rank)
          .find(
            (one) =>
              one.category === category &&
              one.amountFen <= inPotsFen &&
              (budget === undefined || heldFen + one.amountFen <= parseAmount(budget)),
          );
        if (first === undefined) return;
        const placed = allocate(given).placements.find(({ bidId }) => bidId === first.bidId);
        expect(placed?.outcome).toBe('awarded');
      }),
    );
  });
});
