import { explainPlace } from './explain-place';
import { rankBids } from './rank-bids';
import type { ScoredBid } from './rank-bids-order';
import type { RankingFacts } from './rank-bids-ruling';
import type { ScoringRules, TieBreakRule } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const base = smallRound().scoring;
const by = (...tieBreak: TieBreakRule[]): ScoringRules => ({ ...base, tieBreak });
const bids = (...scores: string[]): ScoredBid[] =>
  scores.map((score, minute) => ({
    bidId: `bid-${minute + 1}`,
    score,
    receivedAt: new Date(Date.UTC(2020, 3, 1, 1, minute)),
  }));

function told(scoring: ScoringRules, some: ScoredBid[], n: number, facts?: RankingFacts) {
  return explainPlace(scoring, rankBids(scoring, some, facts), `bid-${n}`).words;
}

describe('explainPlace', () => {
  const eight = bids('95.00', '93.00', '91.00', '90.00', '88.00', '84.00', '83.40', '82.10');

  it('tells the seventh its score and those of its neighbours', () => {
    expect(told(base, eight, 7)).toEqual({
      zh: '得分83.40，在8个达到要求的申报中排第7名。前一名得分84.00。后一名得分82.10。名次按得分由高到低排列。',
      en: 'A score of 83.40 is rank 7 of the 8 bids that passed. The one before has 84.00. The one after has 82.10. Bids are ranked by score, the highest first.',
    });
  });

  it('tells the first of no one before and the last of no one after', () => {
    expect(told(base, eight, 1).zh).not.toContain('前一名');
    expect(told(base, eight, 8).zh).not.toContain('后一名');
    expect(told(base, bids('70.00'), 1).en).toBe(
      'A score of 70.00 is rank 1 of the 1 bids that passed. Bids are ranked by score, the highest first.',
    );
  });

  it('tells both sides of a tie which rule decided it', () => {
    const tied = bids('80.00', '80.00');
    expect(told(base, tied, 1).zh).toContain('后一名同为80.00，按规则先收到的在前。');
    expect(told(base, tied, 2).en).toContain(
      'The one before has 80.00 as well, and by the rules the one received earlier goes first.',
    );
  });

  it('names the criterion that decided, also the second of two', () => {
    const rules = by(
      { variant: 'higher-criterion', criterion: 'need' },
      { variant: 'higher-criterion', criterion: 'effect' },
    );
    const tied = (...criteria: { need: string; effect: string }[]) =>
      bids('80.00', '80.00').map((bid, n) => ({ ...bid, criteria: criteria[n]! }));
    const first = tied({ need: '18', effect: '15' }, { need: '17', effect: '16' });
    expect(told(rules, first, 2).zh).toContain('“需求”得分较高的在前');
    const second = tied({ need: '17', effect: '15' }, { need: '17', effect: '16' });
    expect(told(rules, second, 1).en).toContain('the one with more points for “Effect” goes first');
  });

  it('names the part, the amount, or the person who decided', () => {
    const parts: ScoringRules['parts'] = [
      { variant: 'sheets', code: 'review', points: 80 },
      { variant: 'gifts', code: 'gifts', points: 20 },
    ];
    const rules = { ...by({ variant: 'higher-part', part: 'gifts' }), parts };
    const tied = bids('80.00', '80.00').map((bid, n) => ({
      ...{ ...bid, parts: { gifts: String(n) }, amountFen: BigInt(n + 1) },
    }));
    expect(told(rules, tied, 1).zh).toContain('“定向捐助”得分较高的在前');
    expect(told(by({ variant: 'lower-amount' }), tied, 2).zh).toContain('申请金额较低的在前');
    const decision = by({ variant: 'decision', by: 'approver' });
    expect(told(decision, tied, 2, { decided: [['bid-1', 'bid-2']] }).en).toContain(
      'by the rules the approver decides who goes first',
    );
  });

  it('falls back on the order of entry when nothing else tells two apart', () => {
    const tied = bids('80.00', '80.00').map((bid) => ({ ...bid, receivedAt: new Date(0) }));
    expect(told(base, tied, 2).zh).toContain('先登记的在前');
  });

  it('tells who waits for a decision with whom, and who decides; and the others their places', () => {
    const rules = by({ variant: 'decision', by: 'organizer' });
    const some = bids('90.00', '80.00', '80.00', '70.00');
    expect(explainPlace(rules, rankBids(rules, some), 'bid-2')).toEqual({
      rule: '/scoring/tieBreak/decision',
      inputs: { score: '80.00', tied: '2', ranks: '2–3' },
      arithmetic: '80.00 = 80.00',
      words: {
        zh: '得分80.00，与另外1个申报相同，第2至3名的先后由经办人员决定，尚未决定。',
        en: 'A score of 80.00 is shared with one other bid; the programme officer decides on ranks 2 to 3 and has not done so yet.',
      },
    });
    expect(told(rules, some, 4).zh).toContain('在4个达到要求的申报中排第4名。前一名得分80.00。');
    expect(told(rules, some, 1).zh).toContain('后一名得分80.00。');
  });

  it('tells who is out what was missing', () => {
    expect(told(base, bids('59.99'), 1).zh).toBe('得分59.99，低于及格线60分，不列名次。');
    expect(told({ ...base, passMarkIs: 'exceeded' }, bids('60.00'), 1).en).toBe(
      'A score of 60.00 is not above the pass mark of 60, so there is no rank.',
    );
    const voted = bids('70.00').map((bid) => ({ ...bid, votes: 49 }));
    expect(told(base, voted, 1, { passVotes: 50 }).en).toBe(
      'There are 49 votes, fewer than the 50 needed, so there is no rank.',
    );
  });

  it('gives the sum of the ranking with the words', () => {
    const ranking = rankBids(base, eight);
    expect(explainPlace(base, ranking, 'bid-7')).toMatchObject({
      rule: '/scoring',
      arithmetic: '84.00 > 83.40',
    });
  });

  it('refuses a bid that was not ranked', () => {
    expect(() => told(base, eight, 9)).toThrow(RangeError);
  });
});
