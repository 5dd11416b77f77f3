import fc from 'fast-check';
import { parseAmount, printAmount, splitByShares } from '../kernel/money';
import { parseRatio } from '../kernel/ratio';
import {
  allocate,
  awarded,
  byBudget,
  byQuotas,
  entitlement,
  lotsBy,
  pays,
  taken,
  total,
  voteOff,
  type Given,
} from './any-allocation.fixture';
import { mostAwards, mostPerOrganization } from './award-rules';
import type { Placement } from './placement';
import type { FundPot } from './rule-set.types';

/** What there was for a bid at its turn, reckoned again from those before it. */
interface Turn {
  readonly all: Given;
  readonly before: readonly Placement[];
  /** The pots that the rules had closed by then. */
  readonly closed: ReadonlySet<string>;
}

/** Lets the bids have their turns again, in order of rank, and says with which of them pots were closed. */
function turnsOf(all: Given, placements: readonly Placement[]): Turn[] {
  const closed = new Set<string>();
  const { award } = all.rules;
  const stops = 'whenItDoesNotFit' in award && award.whenItDoesNotFit === 'stop';
  return placements.map((one, index) => {
    const turn = { all, before: placements.slice(0, index), closed: new Set(closed) };
    const { rule, inputs } = one.explanation;
    const lacked = 'left' in inputs || 'lotBudgetLeft' in inputs;
    const stretched = one.askedFen !== one.amountFen || one.overrunFen > 0n;
    if (stretched || (stops && one.outcome !== 'awarded' && lacked && rule !== '/funding')) {
      const payers = all.funding.filter(
        (each) => 'lotBudgetLeft' in inputs || pays(each, one.category),
      );
      payers.forEach(({ code }) => closed.add(code));
    }
    return turn;
  });
}

/** The rule that a reason names must have kept the bid out, by figures that are reckoned here from those before it. */
function expectProved({ all, before, closed }: Turn, loser: Placement): void {
  const { rule, inputs } = loser.explanation;
  const { award, lot: own } = all.rules;
  const awards = awarded(before);
  const payers = all.funding.filter((one) => pays(one, loser.category));
  const held = (one: FundPot) =>
    parseAmount(one.amount) -
    total(
      awards.flatMap(({ draws }) =>
        draws.filter(({ fund }) => fund === one.code).map(({ amountFen }) => amountFen),
      ),
    );
  const amountFen = loser.askedFen;
  switch (rule) {
    case '/award/most':
      expect(awards.length).toBe(mostAwards(award));
      return;
    case '/lots/east/winners':
      expect(awards.length).toBe(own!.winners);
      return;
    case '/award/mostPerOrganization': {
      const theirs = awards.filter(({ organization }) => organization === loser.organization);
      expect(theirs.length).toBe(mostPerOrganization(award));
      return;
    }
    case '/lots/east/budget': {
      const leftFen = parseAmount(own!.budget!) - taken(awards);
      expect(inputs['lotBudgetLeft']).toBe(printAmount(leftFen));
      expect(amountFen).toBeGreaterThan(leftFen);
      return;
    }
    case '/funding':
      expect(payers).toEqual([]);
      return;
    case '/award/whenItDoesNotFit': {
      const ended =
        inputs['stoppedAtRank'] ?? inputs['endedAtRank'] ?? inputs['stoppedAtReceiptNo'];
      if (ended !== undefined) {
        expect(before.map(({ rank }) => String(rank))).toContain(ended);
        const inShares = payers.some(({ share }) => share !== undefined);
        const shut = payers.filter(({ code }) => closed.has(code));
        expect(inShares ? shut.length > 0 : shut.length === payers.length).toBe(true);
        return;
      }
      const open = payers.filter(({ code }) => !closed.has(code));
      const leftFen = total(open.map(held));
      expect(inputs['left']).toBe(printAmount(leftFen));
      expect(amountFen).toBeGreaterThan(leftFen);
      return;
    }
    default: {
      const [, fund] = /^\/funding\/(.*)\/share$/.exec(rule)!;
      const index = all.funding.findIndex(({ code }) => code === fund);
      const shares = all.funding.map(({ share }) => parseRatio(share!));
      const part = splitByShares(amountFen, shares)[index]!;
      expect(inputs[`left.${fund}`]).toBe(printAmount(held(all.funding[index]!)));
      expect(part).toBeGreaterThan(held(all.funding[index]!));
    }
  }
}

describe('a better bid that loses to a worse one', () => {
  it('loses by the rule that its reason names, which the figures prove', () => {
    fc.assert(
      fc.property(lotsBy(fc.oneof(byBudget, entitlement)), (all) => {
        const { placements } = allocate(all);
        turnsOf(all, placements).forEach((turn, index) => {
          const one = placements[index]!;
          if (one.outcome !== 'awarded') expectProved(turn, one);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('by quotas loses only to what its category or its organization has had, or for want of money', () => {
    fc.assert(
      fc.property(lotsBy(byQuotas), (all) => {
        const { placements } = allocate(all);
        const awards = awarded(placements);
        placements.forEach((better, index) => {
          const winners = awarded(placements.slice(index + 1));
          if (better.outcome === 'awarded' || winners.length === 0) return;
          const { rule, inputs } = better.explanation;
          if (rule === '/award/mostPerOrganization') {
            const theirs = awards.filter(
              ({ organization }) => organization === better.organization,
            );
            expect(theirs.length).toBe(mostPerOrganization(all.rules.award));
          }
          if (rule === `/categories/${better.category}/quota`) {
            const own = awards.filter(({ category }) => category === better.category);
            expect(String(own.length)).toBe(inputs['quota']);
          }
          expect(rule).toMatch(
            /^\/(award\/(mostPerOrganization|unfilledQuota|whenItDoesNotFit)|categories\/\w+\/(quota|budget)|lots\/east\/(budget|winners)|funding(\/[\w-]+\/share)?)$/,
          );
        });
      }),
    );
  });

  it('in a vote-off loses to whom a person entered, or for want of money or a bound', () => {
    fc.assert(
      fc.property(lotsBy(voteOff), (all) => {
        const { placements } = allocate(all);
        placements.forEach((better, index) => {
          const winners = awarded(placements.slice(index + 1));
          if (better.outcome === 'awarded' || winners.length === 0) return;
          expect(better.explanation.rule).toMatch(
            /^\/(award\/(winners|whenItDoesNotFit)|lots\/east\/(budget|winners)|funding(\/[\w-]+\/share)?)$/,
          );
        });
      }),
    );
  });
});
