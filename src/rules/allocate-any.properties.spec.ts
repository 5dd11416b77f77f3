import fc from 'fast-check';
import { parseAmount, printAmount, splitByShares } from '../kernel/money';
import { parseRatio } from '../kernel/ratio';
import {
  allocate,
  anyRule,
  awarded,
  byBudget,
  lotsBy,
  pays,
  taken,
  total,
} from './any-allocation.fixture';
import { leastShareLeft, mostAwards, mostPerOrganization } from './award-rules';
import { isTrue } from './true-arithmetic.fixture';

const lots = lotsBy(anyRule);

describe('any allocation', () => {
  it('takes from no pot more than it holds or what it may not pay for, and every fen is in a pot or an award', () => {
    fc.assert(
      fc.property(lots, (all) => {
        const { placements, left } = allocate(all);
        const draws = placements.flatMap((one) =>
          one.draws.map((draw) => ({ ...draw, category: one.category })),
        );
        for (const one of all.funding) {
          const own = draws.filter(({ fund }) => fund === one.code);
          const rest = left.find(({ fund }) => fund === one.code)!.amountFen;
          expect(rest).toBeGreaterThanOrEqual(0n);
          expect(total(own.map(({ amountFen }) => amountFen)) + rest).toBe(parseAmount(one.amount));
          expect(own.every(({ category }) => pays(one, category))).toBe(true);
        }
        for (const { outcome, amountFen, overrunFen, draws: own } of placements) {
          const paid = outcome === 'awarded' ? amountFen - overrunFen : 0n;
          expect(total(own.map((draw) => draw.amountFen))).toBe(paid);
        }
      }),
    );
  });

  it('pays in shares every award by all pots, as largest remainder cuts it', () => {
    fc.assert(
      fc.property(lots, (all) => {
        fc.pre(all.funding.every(({ share }) => share !== undefined));
        const shares = all.funding.map(({ share }) => parseRatio(share!));
        for (const one of awarded(allocate(all).placements)) {
          const parts = splitByShares(one.amountFen - one.overrunFen, shares);
          const drawn = all.funding.map(
            ({ code }) => one.draws.find(({ fund }) => fund === code)?.amountFen ?? 0n,
          );
          expect(drawn).toEqual(parts);
        }
      }),
    );
  });

  it('goes beyond no bound on the number of awards, and no budget of the lot', () => {
    fc.assert(
      fc.property(lots, (all) => {
        const { award, lot } = all.rules;
        const awards = awarded(allocate(all).placements);
        expect(awards.length).toBeLessThanOrEqual(mostAwards(award) ?? Infinity);
        expect(awards.length).toBeLessThanOrEqual(lot?.winners ?? Infinity);
        for (const organization of ['a', 'b', 'c']) {
          const theirs = awards.filter((one) => one.organization === organization);
          expect(theirs.length).toBeLessThanOrEqual(mostPerOrganization(award) ?? Infinity);
        }
        if (lot?.budget === undefined) return;
        expect(taken(awards)).toBeLessThanOrEqual(parseAmount(lot.budget));
      }),
    );
  });

  it('goes beyond no cap of a category, and by quotas beyond no quota and no budget of one', () => {
    fc.assert(
      fc.property(lots, (all) => {
        const { award, categories } = all.rules;
        const awards = awarded(allocate(all).placements);
        for (const { code, cap, budget, quota } of categories) {
          const own = awards.filter(({ category }) => category === code);
          const mostFen = parseAmount(cap ?? '1000000.00');
          for (const { amountFen } of own) expect(amountFen).toBeLessThanOrEqual(mostFen);
          if (award.variant !== 'rank-within-quotas') continue;
          if (budget !== undefined) expect(taken(own)).toBeLessThanOrEqual(parseAmount(budget));
          if (award.unfilledQuota.variant === 'next-best') continue;
          expect(own.length).toBeLessThanOrEqual(quota ?? Infinity);
        }
      }),
    );
  });

  it('cuts or overdraws one award at most, only by its rule and only where enough of it was left', () => {
    fc.assert(
      fc.property(lotsBy(byBudget), (all) => {
        const { award } = all.rules;
        const stretched = allocate(all).placements.filter(
          ({ askedFen, amountFen, overrunFen }) => askedFen !== amountFen || overrunFen > 0n,
        );
        for (const { askedFen, amountFen, overrunFen, explanation } of stretched) {
          expect(award).toMatchObject({
            whenItDoesNotFit: overrunFen > 0n ? 'overrun' : 'partial',
          });
          const drawn = parseRatio(printAmount(amountFen - overrunFen));
          const least = parseRatio(leastShareLeft(award) ?? '0');
          expect(
            drawn.compare(least.mul(parseRatio(printAmount(askedFen)))),
          ).toBeGreaterThanOrEqual(0);
          expect(explanation.inputs).toMatchObject(
            overrunFen > 0n
              ? { overrun: printAmount(overrunFen) }
              : { awarded: printAmount(amountFen) },
          );
        }
        const beyond = stretched.filter(({ overrunFen }) => overrunFen > 0n);
        expect(beyond.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives everybody a reason in both languages whose figures are true when they are reckoned again', () => {
    fc.assert(
      fc.property(lots, (all) => {
        for (const { explanation } of allocate(all).placements) {
          expect(explanation.words.zh).toMatch(/\p{Script=Han}/u);
          expect(explanation.words.en.replaceAll(/“[^”]*”/gu, '')).not.toMatch(/\p{Script=Han}/u);
          expect(explanation.rule).toMatch(/^\/(award|categories|lots|funding)/);
          expect(isTrue(explanation.arithmetic)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order in which the bids are given', () => {
    fc.assert(
      fc.property(lots, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = all.asked
          .map((one) => ({ one, at: numbers.next().value! }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [here, there] = [allocate(all), allocate({ ...all, asked: shuffled })];
        expect(there.left).toEqual(here.left);
        expect(there.placements).toEqual(here.placements);
        const reasons = ({ placements }: typeof here) =>
          placements.map(({ explanation }) => explanation);
        expect(reasons(there)).toEqual(reasons(here));
      }),
    );
  });
});
