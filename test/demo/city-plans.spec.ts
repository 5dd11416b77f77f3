import { totalOf } from '../../demo/city-round/bids';
import { BIDS, planBidders } from '../../demo/city-round/bidders';
import { planNeeds } from '../../demo/city-round/needs';
import { Chance } from '../../demo/chance';
import { requireCreditCode } from '../../src/registers/parties/credit-code.rules';

const SEEDS = [7, 1, 20200126];

/** How much two texts have in common: of the runs of three signs in either, the share that is in both. */
function likeness(a: string, b: string): number {
  const runs = (text: string) =>
    new Set(Array.from({ length: text.length - 2 }, (_, n) => text.slice(n, n + 3)));
  const [one, two] = [runs(a), runs(b)];
  const shared = [...one].filter((run) => two.has(run)).length;
  return shared / (one.size + two.size - shared);
}

function likest(texts: readonly string[]): number {
  let most = 0;
  for (const [n, text] of texts.entries()) {
    for (const other of texts.slice(n + 1)) most = Math.max(most, likeness(text, other));
  }
  return most;
}

describe.each(SEEDS)('the plans of the city’s round from seed %i', (seed) => {
  const needs = planNeeds(new Chance(seed));
  const bidders = planBidders(new Chance(seed));
  const bids = bidders.flatMap((bidder) => bidder.bids);

  it('are the same again from the same seed', () => {
    expect(planNeeds(new Chance(seed))).toEqual(needs);
    expect(planBidders(new Chance(seed))).toEqual(bidders);
  });

  it('have 120 needs of six streets in four collections, each street with five in each', () => {
    const places = needs.map(({ streetCode, period }) => `${streetCode} ${period}`);
    const counts = [...new Set(places)].map(
      (place) => places.filter((one) => one === place).length,
    );
    expect(needs).toHaveLength(120);
    expect(counts).toEqual(Array.from({ length: 24 }, () => 5));
  });

  it('let a street merge only what repeats a need of its own, asked for in the same collection', () => {
    const repeats = needs.filter(({ atStreet }) => atStreet === 'merge');
    expect(repeats.length).toBeGreaterThanOrEqual(12);
    for (const repeat of repeats) {
      const first = needs.find(({ key }) => key === repeat.repeats)!;
      expect([first.streetCode, first.period]).toEqual([repeat.streetCode, repeat.period]);
      expect(first.communityCode).not.toBe(repeat.communityCode);
      expect(first.content.title).not.toBe(repeat.content.title);
    }
  });

  it('have enough good needs for a guide list of forty', () => {
    const good = needs.filter(({ atStreet, merit }) => atStreet !== 'merge' && merit >= 75);
    expect(good.length).toBeGreaterThanOrEqual(42);
  });

  it('have ninety organizations, each with a name and a valid credit code of its own', () => {
    expect(bidders).toHaveLength(90);
    expect(new Set(bidders.map(({ organization }) => organization)).size).toBe(90);
    expect(new Set(bidders.map(({ creditCode }) => creditCode)).size).toBe(90);
    expect(new Set(bidders.map(({ representative }) => representative)).size).toBe(90);
    for (const { creditCode, kind } of bidders) {
      expect(() => requireCreditCode(creditCode, kind)).not.toThrow();
    }
  });

  it('have 105 bids, by category as in the brief of the round', () => {
    const counts = Object.fromEntries(
      Object.keys(BIDS).map((category) => [
        category,
        bids.filter((bid) => bid.category === category).length,
      ]),
    );
    expect(counts).toEqual({ elderly: 47, disability: 14, youth: 12, relief: 13, other: 19 });
    expect(new Set(bids.map(({ title }) => title)).size).toBe(105);
  });

  it('ask for three fifths at most and 500,000 yuan at most, but for those who get it wrong', () => {
    for (const { budget, ownFunds, flaw } of bids) {
      const total = totalOf(budget);
      const asked = total - ownFunds;
      const within = asked <= total * 0.6 && asked <= 500_000;
      expect(within).toBe(flaw !== 'above-share' && flaw !== 'above-cap');
      expect(asked).toBeGreaterThan(0);
    }
    const flaws = bids.map(({ flaw }) => flaw).filter((flaw) => flaw !== null);
    expect(flaws.sort()).toEqual(
      ['above-cap', 'above-share', 'charges', 'section-missing'].flatMap((flaw) => [flaw, flaw]),
    );
  });

  it('leave out the team where the form is incomplete, and nowhere else', () => {
    for (const { sections, flaw } of bids) {
      expect('team' in sections).toBe(flaw !== 'section-missing');
    }
  });

  it('have no two texts that read alike', () => {
    expect(likest(bids.map(({ sections }) => Object.values(sections).join('')))).toBeLessThan(0.7);
    const own = needs.filter(({ atStreet }) => atStreet !== 'merge');
    expect(likest(own.map(({ content }) => content.problem))).toBeLessThan(0.75);
  });
});
