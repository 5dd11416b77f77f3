import fc from 'fast-check';
import { parseAmount, printAmount } from '../../kernel/money';
import { canonicalJson } from '../../platform/record/canonical-json';
import { cityRound } from '../../rules/city-round.fixture';
import { smallRound } from '../../rules/small-round.fixture';
import type { RankWithinBudget, VoteOff } from '../../rules';
import { drawUpProposal, type ProposableBid, type ProposalInputs } from './draw-up-proposal';

const rules = smallRound();
const { funding } = rules;
const bid = (bidId: string, rank: number, amount: string): ProposableBid => ({
  bidId,
  rank,
  score: '80',
  category: 'elderly',
  amountFen: parseAmount(amount),
});
const inputs = (bids: readonly ProposableBid[], excludedBidIds: readonly string[] = []) => ({
  lotId: 'lot',
  rules,
  pots: funding,
  bids,
  excludedBidIds,
});

describe('drawUpProposal', () => {
  it('gives by rank what the pots hold and puts the rest on the reserve', () => {
    const bids = [bid('b', 2, '700000.00'), bid('a', 1, '500000.00'), bid('c', 3, '500000.00')];
    const { document } = drawUpProposal(inputs(bids));
    expect(document.placements.map(({ bidId, outcome }) => [bidId, outcome])).toEqual([
      ['a', 'awarded'],
      ['b', 'reserve'],
      ['c', 'awarded'],
    ]);
    expect(document.left).toEqual([{ fund: 'welfare-lottery', amount: '0.00' }]);
  });

  it('leaves out a bid whose award fell away, and says so', () => {
    const bids = [bid('a', 1, '900000.00'), bid('b', 2, '900000.00')];
    const { document } = drawUpProposal(inputs(bids, ['a']));
    expect(document.placements.map(({ bidId, outcome }) => [bidId, outcome])).toEqual([
      ['b', 'awarded'],
    ]);
    expect(document.excluded).toEqual(['a']);
  });

  it('counts with the money that there really is, not with what the rules once said', () => {
    const pots = [{ ...funding[0]!, amount: '400000.00' }];
    const { document } = drawUpProposal({ ...inputs([bid('a', 1, '500000.00')]), pots });
    expect(document).toMatchObject({
      pots: [{ fund: 'welfare-lottery', amount: '400000.00' }],
      placements: [{ outcome: 'reserve', explanation: { arithmetic: '500000.00 > 400000.00' } }],
    });
  });

  it('counts what each category gets against its quota, and says of whom the quota kept out', () => {
    const city = cityRound();
    const bids = Array.from({ length: 6 }, (_, i) => ({
      ...bid(`b${i}`, i + 1, '10.00'),
      category: i === 5 ? 'elderly' : 'youth',
    }));
    const { document } = drawUpProposal({ ...inputs(bids), rules: city });
    expect(
      document.categories.map(({ category, quota, awards }) => [category, quota, awards]),
    ).toEqual([
      ['elderly', 14, 1],
      ['disability', 4, 0],
      ['youth', 4, 4],
      ['relief', 4, 0],
      ['other', 6, 0],
    ]);
    expect(document.categories[2]).toMatchObject({ amount: '40.00', budget: null });
    expect(document.placements[4]).toMatchObject({
      bidId: 'b4',
      category: 'youth',
      outcome: 'reserve',
      reservePlace: 1,
      explanation: { rule: '/categories/youth/quota', words: { zh: expect.any(String) } },
    });
  });

  it('says what the rules say of a pot, its earmark included', () => {
    const said = { earmark: ['elderly' as const], categories: ['elderly'], share: '1' };
    const pots = [{ ...funding[0]!, ...said }];
    const { document } = drawUpProposal({ ...inputs([bid('a', 1, '10.00')]), pots });
    expect(document.pots).toEqual([{ fund: 'welfare-lottery', amount: '1000000.00', ...said }]);
  });

  it('tells what was asked where less is awarded, and by how much the awards go beyond the pots', () => {
    const bids = [bid('a', 1, '600000.00'), bid('b', 2, '500000.00')];
    const drawn = (whenItDoesNotFit: 'partial' | 'overrun') => {
      const award = { ...(rules.award as RankWithinBudget), whenItDoesNotFit };
      return drawUpProposal({ ...inputs(bids), rules: { ...rules, award } }).document;
    };
    expect(drawn('partial').placements[1]).toMatchObject({
      ...{ amount: '400000.00', asked: '500000.00' },
    });
    expect(drawn('partial')).not.toHaveProperty('overrun');
    expect(drawn('overrun')).toMatchObject({ overrun: '100000.00' });
    expect(drawn('overrun').placements[1]).toMatchObject({
      ...{ amount: '500000.00', overrun: '100000.00' },
      draws: [{ fund: 'welfare-lottery', amount: '400000.00' }],
    });
  });

  it('counts what a lot gets against its own bounds, where it has any', () => {
    const lot = { code: 'main', name: rules.lots[0]!.name, winners: 1, budget: '700000.00' };
    const bids = [bid('a', 1, '600000.00'), bid('b', 2, '10.00')];
    const { document } = drawUpProposal({ ...inputs(bids), rules: { ...rules, lot } });
    expect(document.lot).toEqual({ ...lot, awards: 1, amount: '600000.00' });
    expect(document.placements[1]).toMatchObject({
      ...{ outcome: 'reserve', explanation: { rule: '/lots/main/winners' } },
    });
  });

  it('says nothing of all that where the rules do not: what was stored before is what is stored now', () => {
    const { document } = drawUpProposal(inputs([bid('a', 1, '10.00'), bid('b', 2, '5000000.00')]));
    expect(Object.keys(document).sort()).toEqual([
      ...['categories', 'excluded', 'left', 'lotId', 'placements', 'pots', 'schema'],
    ]);
    expect(Object.keys(document.pots[0]!)).toEqual(['fund', 'amount']);
    for (const placement of document.placements) {
      expect(Object.keys(placement).sort()).toEqual([
        ...['amount', 'bidId', 'category', 'draws', 'explanation'],
        ...['outcome', 'rank', 'reservePlace', 'score'],
      ]);
    }
  });

  it('counts what organizations have in other lots, and lets a vote-off wait for its outcome', () => {
    const one = { ...(rules.award as RankWithinBudget), mostPerOrganization: 1 };
    const own = { ...bid('a', 1, '10.00'), organization: 'party' };
    const standing = { elsewhere: ['party'] };
    const limited = { ...inputs([own]), rules: { ...rules, award: one }, standing };
    expect(drawUpProposal(limited).document.placements[0]).toMatchObject({
      ...{ outcome: 'reserve', explanation: { rule: '/award/mostPerOrganization' } },
    });
    const award: VoteOff = {
      ...{ variant: 'vote-off', direct: 1, contested: 2, winners: 1, by: 'organizer' },
    };
    const bids = [bid('a', 1, '10.00'), bid('b', 2, '10.00'), bid('c', 3, '10.00')];
    const contest = { ...inputs(bids), rules: { ...rules, award } };
    const outcomes = (all: ProposalInputs) =>
      drawUpProposal(all).document.placements.map(({ outcome }) => outcome);
    expect(outcomes(contest)).toEqual(['awarded', 'awaits', 'awaits']);
    expect(outcomes({ ...contest, standing: { voteOffWinners: ['c'] } })).toEqual([
      ...['awarded', 'notAwarded', 'awarded'],
    ]);
  });

  it('never gives more than the pots hold, nor an award less than it asks for', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 60_000_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, (asked) => {
        const bids = asked.map((fen, i) => bid(`b${i}`, i + 1, printAmount(BigInt(fen))));
        const { document } = drawUpProposal(inputs(bids));
        const total = (parts: readonly { amount: string }[]) =>
          parts.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
        const awarded = document.placements.filter(({ outcome }) => outcome === 'awarded');
        for (const { draws, amount } of awarded) expect(total(draws)).toBe(parseAmount(amount));
        expect(total(awarded) + total(document.left)).toBe(total(document.pots));
      }),
    );
  });

  it('gives the same document in whatever order the bids come', () => {
    const bids = [bid('a', 1, '500000.00'), bid('b', 2, '600000.00'), bid('c', 3, '10.00')];
    const expected = canonicalJson(drawUpProposal(inputs(bids)).document);
    fc.assert(
      fc.property(fc.shuffledSubarray(bids, { minLength: 3 }), (shuffled) => {
        expect(canonicalJson(drawUpProposal(inputs(shuffled)).document)).toBe(expected);
      }),
    );
  });
});
