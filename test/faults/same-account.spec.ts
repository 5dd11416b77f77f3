import type { Account } from '../../demo/account';
import { newId } from '../../src/kernel/id';
import { comparable, differences } from './same-account';

/** An account of two awards, with ids of its own each time it is made. */
function account(change: (account: any) => void = () => undefined): Account {
  const [need, bid, party, first, second, fund, seat] = Array.from({ length: 7 }, newId);
  const award = (awardId: string, title: string) => ({
    ...{ awardId, bidId: bid, partyId: party, organization: '康乐', title, amount: '280000.00' },
  });
  const made = {
    schema: 'yichuang/account/1',
    rules: { ruleSet: {}, screening: {} },
    needs: [{ id: need, title: '助餐', state: 'selected' }],
    bids: [{ bidId: bid, partyId: party, organization: '康乐', receivedAt: hour('2020-03-16') }],
    draw: {
      draws: [{ seed: newId() }],
      calls: [{ seatCode: 'field', state: 'accepted', leaf: newId() }],
    },
    seats: [{ seatId: seat, seatCode: 'field', name: newId(), state: 'accepted', cause: null }],
    sheets: [{ bidId: bid, seatId: seat, scores: { need: '19' } }],
    ranking: [
      {
        ...{ bidId: bid, rank: 1, mean: '92.50', inputs: { [newId()]: '93', [newId()]: '92' } },
        arithmetic: '(93 + 92) ÷ 2 = 92.5',
      },
    ],
    round: { state: 'ended' },
    awards: [award(first!, '甲'), award(second!, '乙')],
    contracts: [],
    projects: [],
    evaluations: [],
    tranches: [{ trancheId: newId(), awardId: first, code: 'first', payable: '140000.00' }],
    payments: [],
    challenges: [],
    ledger: {
      accounts: [{ id: fund, kind: 'paid', fundId: newId(), awardId: first, balance: '140000.00' }],
      transfers: [
        { act: 'pay', creditAccountId: fund, amount: '140000.00', at: hour('2020-06-18') },
      ],
    },
  };
  change(made);
  return made as unknown as Account;
}

let hours = 8;
const hour = (day: string) =>
  `${day}T${String((hours += 1) % 24).padStart(2, '0')}:00:00.000+08:00`;

const counts = { 'notice award': 1 };
const against = (change: (account: any) => void, found = counts) =>
  differences(comparable(account(), counts), comparable(account(change), found));

describe('the same account', () => {
  it('is the same with other ids, another draw, other hours, and in another order', () => {
    const reversed = against((other) => {
      other.awards.reverse();
      other.draw.draws[0].seed = newId();
      other.seats[0].place = 3;
      other.ranking[0].arithmetic = '(92 + 93) ÷ 2 = 92.5';
    });
    expect(reversed).toEqual([]);
  });

  it.each([
    ['an amount', (a: any) => (a.tranches[0].payable = '140000.01')],
    ['a state', (a: any) => (a.needs[0].state = 'kept')],
    ['a score', (a: any) => (a.sheets[0].scores.need = '18')],
    ['a rank', (a: any) => (a.ranking[0].rank = 2)],
    [
      'a score behind the ranking',
      (a: any) => (a.ranking[0].inputs = { [newId()]: '93', [newId()]: '91' }),
    ],
    ['other summands', (a: any) => (a.ranking[0].arithmetic = '(93 + 91) ÷ 2 = 92.5')],
    ['a balance', (a: any) => (a.ledger.accounts[0].balance = '0.00')],
    ['a transfer made twice', (a: any) => a.ledger.transfers.push(a.ledger.transfers[0])],
    ['a day', (a: any) => (a.ledger.transfers[0].at = hour('2020-06-19'))],
    ['whose award a tranche is', (a: any) => (a.tranches[0].awardId = a.awards[1].awardId)],
    ['a second draw', (a: any) => a.draw.draws.push({})],
    ['a need that is missing', (a: any) => a.needs.pop()],
  ])('is another with %s', (_what, change) => {
    expect(against(change)).not.toEqual([]);
  });

  it('is another with one notice more', () => {
    expect(against(() => undefined, { 'notice award': 2 })).toEqual([
      '/counts/notice award: 1 → 2',
    ]);
  });
});
