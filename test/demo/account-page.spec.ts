import { accountPage } from '../../demo/page/account-page';
import type { ToldRound } from '../../demo/page/told-round';

const award = (n: number) => ({
  ...{ awardId: `a${n}`, bidId: `b${n}`, organization: `机构${n}`, title: `项目${n}` },
  ...{ basis: 'competition', amount: '100000.00', state: 'contracted' },
});
const tranche = (n: number, payable: string, state: string) => ({
  ...{ trancheId: `t${n}`, awardId: `a${n}`, code: 'first', planned: '50000.00', payable, state },
  paidOn: state === 'paid' ? '2020-06-18' : null,
  why: { zh: [`第${n}项的理由`], en: [`why of ${n}`] },
});
const bid = (n: number, state: string) => ({
  ...{ bidId: `b${n}`, organization: `机构${n}`, title: `项目${n}`, category: 'elderly' },
  ...{ requested: '100000.00', state, checks: [] },
});

/** A round of three bids, two of them funded; one tranche is paid, one is not. */
const round = {
  schema: 'yichuang/account/1',
  rules: {
    screening: {},
    ruleSet: {
      code: 'sample',
      title: { zh: '<示例> & 轮次', en: 'A sample' },
      timetable: {
        callOpensAt: '2020-03-10T00:00:00+08:00',
        callClosesAt: '2020-04-11T00:00:00+08:00',
        projectFrom: '2020-06-12',
        projectTo: '2020-12-31',
      },
      categories: [{ code: 'elderly', name: { zh: '为老服务', en: 'Elderly' } }],
      funding: [{ amount: '200000.00' }],
      scoring: { passMark: '60' },
    },
  },
  needs: [{ id: 'n1', title: '助餐', askedBy: 3, state: 'selected', reason: null }],
  bids: [bid(1, 'funded'), bid(2, 'funded'), bid(3, 'disqualified')],
  sheets: [],
  ranking: [
    { bidId: 'b1', mean: '90.00', passed: true, rank: 1 },
    { bidId: 'b2', mean: '80.00', passed: true, rank: 2 },
  ],
  round: { state: 'ended', endedAt: null, moneyReturnedAt: null },
  awards: [award(1), award(2)],
  contracts: [1, 2].map((n) => ({
    ...{ contractId: `c${n}`, awardId: `a${n}`, amount: '100000.00', state: 'active' },
    signedAt: '2020-05-12T09:30:00+08:00',
  })),
  projects: [],
  evaluations: [],
  tranches: [tranche(1, '50000.00', 'paid'), tranche(2, '0.00', 'void')],
  payments: [
    { paymentId: 'p1', trancheId: 't1', amount: '50000.00', state: 'paid', paidOn: '2020-06-18' },
  ],
  challenges: [],
  ledger: {
    accounts: [
      { kind: 'paid', balance: '50000.00' },
      { kind: 'committed', balance: '150000.00' },
    ],
    transfers: [],
  },
} as unknown as ToldRound;

describe('an account as a page', () => {
  const page = accountPage(round);
  const count = (what: RegExp) => page.match(what)?.length ?? 0;

  it('stands by itself: no script, no address, nothing to fetch', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/https?:|<script|<link|<img|@import|url\(|javascript:|\son[a-z]+=/i);
  });

  it('writes what it is told as text', () => {
    expect(page).toContain('&lt;示例&gt; &amp; 轮次');
    expect(page).not.toContain('<示例>');
    const nasty = accountPage({
      ...round,
      needs: [{ ...round.needs[0], title: '<b onclick="x">' }],
    });
    expect(nasty).toContain('&lt;b onclick=&quot;x&quot;&gt;');
  });

  it('names every chart, and has a table beside each', () => {
    const charts = page.split(/<svg\b/).slice(1);
    expect(charts.length).toBeGreaterThanOrEqual(3);
    for (const chart of charts) {
      expect(chart).toMatch(/^[^>]*role="img"[^>]*aria-label="[^"]+"/);
      expect(chart.slice(chart.indexOf('</svg>'))).toMatch(/<table>/);
    }
  });

  it('tells every payment and what was not paid, with the reason in both languages', () => {
    for (const n of [1, 2]) {
      expect(page).toContain(`第${n}项的理由`);
      expect(page).toContain(`why of ${n}`);
    }
    expect(count(/class="project"/g)).toBe(2);
  });

  it('says whether the ledger comes out, and says so when it does not', () => {
    expect(page).toContain('分毫不差');
    const short = { ...round, ledger: { ...round.ledger, accounts: [] } };
    expect(accountPage(short)).toContain('不相符');
    expect(accountPage(short)).not.toContain('分毫不差');
  });

  it('tells of refusals and of streets where the round does', () => {
    expect(page).not.toContain('id="refusals"');
    const told = accountPage({
      ...round,
      streets: { needs: { n1: '市桥街道' }, bids: { b1: '市桥街道', b2: '洛浦街道' } },
      refusals: [
        ...[{ at: '2020-04-11T00:00:00+08:00', by: '社会组织', tried: '零点过后提交' }].map(
          (one) => ({ ...one, code: 'BIDS.DEADLINE_PASSED', told: '申报已截止。' }),
        ),
      ],
    });
    expect(told).toContain('BIDS.DEADLINE_PASSED');
    expect(told).toContain('洛浦街道');
  });
});
