import { smallRound } from '../../src/rules/small-round.fixture';
import { brokenBounds } from './bounds.fixture';
import { simulateRound } from './simulate-round';
import { standingAwards } from './standing-awards';

/** A round in which money is short, so that there is a reserve. */
const rules = smallRound((small) => {
  small.funding[0]!.amount = '1500000.00';
  small.award = { variant: 'rank-within-budget', whenItDoesNotFit: 'skip', reserve: true };
});
const rounds = Array.from({ length: 20 }, (_, seed) => simulateRound(rules, { bids: 60, seed }));

describe('an award that falls away', () => {
  const withFallen = rounds.filter((round) =>
    round.lots[0]!.awards!.awards.some(({ fell }) => fell !== null),
  );

  it('happens now and then, and gives its money back to the pots', () => {
    expect(withFallen.length).toBeGreaterThan(0);
    for (const round of withFallen) expect(brokenBounds(round)).toEqual([]);
  });

  it('is followed by whoever waits on the reserve and fits, and by nobody else', () => {
    const calledUp = rounds.flatMap((round) => {
      const { allocation, awards } = round.lots[0]!.awards!;
      const outcome = new Map(allocation!.placements.map((one) => [one.bidId, one.outcome]));
      return awards
        .filter(({ isFromReserve }) => isFromReserve)
        .map(({ bid }) => outcome.get(bid.bidId));
    });
    expect(calledUp.length).toBeGreaterThan(0);
    expect(new Set(calledUp)).toEqual(new Set(['reserve']));
  });

  it('has no project, and every award that stands has one', () => {
    for (const { lots, projects } of rounds) {
      const standing = standingAwards(lots[0]!).map(({ bid }) => bid.no);
      expect(projects.map(({ award }) => award.bid.no)).toEqual(standing);
    }
  });

  it('has nobody behind it where the rules keep no reserve', () => {
    const without = smallRound((small) => {
      small.award = { variant: 'rank-within-budget', whenItDoesNotFit: 'skip', reserve: false };
    });
    for (const seed of [1, 2, 3, 4, 5]) {
      const { lots } = simulateRound(without, { bids: 60, seed });
      expect(lots[0]!.awards!.awards.every(({ isFromReserve }) => !isFromReserve)).toBe(true);
    }
  });
});
