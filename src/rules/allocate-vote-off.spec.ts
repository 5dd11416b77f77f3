import { Refusal } from '../kernel/refusal';
import { bids, lotWith, placed, told } from './allocation.fixture';
import type { VoteOff } from './rule-set.types';

const rule: VoteOff = {
  variant: 'vote-off',
  direct: 2,
  contested: 3,
  winners: 1,
  by: 'organizer',
};
const six = bids('10', '10', '10', '10', '10', '10');

describe('a vote-off', () => {
  it('gives to the first directly, and lets the next wait for the outcome', () => {
    const placements = placed(rule, 100, six);
    expect(told(placements)).toEqual([...['10', '10', 'awaits', 'awaits', 'awaits', 'notAwarded']]);
  });

  it('gives to its winners once they are known, and to nobody else', () => {
    const placements = placed(rule, 100, six, { voteOffWinners: ['bid-4'] });
    expect(told(placements)).toEqual([
      ...['10', '10', 'notAwarded', '10', 'notAwarded', 'notAwarded'],
    ]);
  });

  it('says to each where it stands', () => {
    const waiting = placed(rule, 100, six);
    expect(waiting[2]!.explanation).toEqual({
      rule: '/award/contested',
      inputs: {
        ...{ rank: '3', amount: '10.00', place: '3' },
        ...{ direct: '2', contested: '3', winners: '1' },
      },
      arithmetic: '2 < 3 ≤ 2 + 3',
      words: {
        zh: '第3名，申请10.00元：前2名直接立项，其后3名进入票决，从中立项1个。等待票决结果。',
        en: 'Rank 3, asking for 10.00 yuan: the first 2 are awarded, the next 3 are in a vote-off, and 1 of these are awarded. It waits for the outcome.',
      },
    });
    expect(waiting[5]!.explanation).toMatchObject({
      rule: '/award/contested',
      arithmetic: '6 > 2 + 3',
    });
    const [, , lost] = placed(rule, 100, six, { voteOffWinners: ['bid-4'] });
    expect(lost!.explanation).toMatchObject({
      rule: '/award/winners',
      words: { zh: expect.stringContaining('未胜出。不予立项') },
    });
  });

  it('passes over whom the money does not reach: the next takes the direct place', () => {
    const given = bids('60', '60', '10', '10', '10', '10', '10');
    const placements = placed(rule, 100, given);
    expect(told(placements)).toEqual([
      ...['60', 'notAwarded', '10', 'awaits', 'awaits', 'awaits', 'notAwarded'],
    ]);
    expect(placements[1]!.explanation.arithmetic).toBe('60.00 > 40.00');
  });

  it('gives a winner nothing that the money does not reach for', () => {
    const given = bids('10', '10', '90', '10');
    const placements = placed(rule, 100, given, { voteOffWinners: ['bid-3'] });
    expect(told(placements)).toEqual(['10', '10', 'notAwarded', 'notAwarded']);
    expect(placements[2]!.explanation.rule).toBe('/award/whenItDoesNotFit');
  });

  it('is bounded by its lot as any award is', () => {
    const lot = lotWith({ winners: 2 });
    const placements = placed(rule, 100, six, { lot, voteOffWinners: ['bid-3'] });
    expect(placements[2]!.explanation.rule).toBe('/lots/east/winners');
  });

  it('gives to fewer where a winner has fallen away: nobody takes its place', () => {
    expect(told(placed(rule, 100, six, { voteOffWinners: [] }))).toEqual([
      ...['10', '10', 'notAwarded', 'notAwarded', 'notAwarded', 'notAwarded'],
    ]);
  });

  it('has as many winners as there are bids in it, where these are fewer', () => {
    const all = { ...rule, winners: 3 };
    expect(told(placed(all, 100, bids('10', '10', '10'), { voteOffWinners: ['bid-3'] }))).toEqual([
      ...['10', '10', '10'],
    ]);
  });

  it.each([
    ['a winner that was awarded directly', ['bid-1'], 'VOTE_OFF.NOT_CONTESTED'],
    ['a winner behind those who are in it', ['bid-6'], 'VOTE_OFF.NOT_CONTESTED'],
    ['more winners than there are to be', ['bid-3', 'bid-4'], 'VOTE_OFF.TOO_MANY'],
  ])('refuses %s', (_, voteOffWinners, code) => {
    const given = () => placed(rule, 100, six, { voteOffWinners });
    expect(given).toThrow(Refusal);
    expect(given).toThrow(code);
  });
});
