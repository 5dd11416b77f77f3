import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { playSmallRound } from '../../demo/small-round/play';
import { addDays, dayOf } from '../../src/kernel/day';
import { toInstant } from '../../src/kernel/instant';
import { parseAmount } from '../../src/kernel/money';
import { allRefusals } from '../../src/kernel/refusal';
import { recompute } from '../support/referee';
import { openStage, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

const example = (name: string): any =>
  parse(readFileSync(join(__dirname, '../../examples/small-round', name), 'utf8'));

/** The demonstration's small round, from its first need to its last payment, as `npm run demo` plays it. */
describe('the small round', () => {
  let stage: Stage;
  let account: any;
  const met = new Set<string>();

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-01T08:30:00+08:00' });
    const { fetch } = globalThis;
    const listening = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
      const response = await fetch(...request);
      if (response.status >= 400) {
        const { code }: any = await response.clone().json();
        met.add(`${response.status} ${code}`);
      }
      return response;
    });
    try {
      const rules = { ruleSet: example('rule-set.yaml'), screening: example('screening.yaml') };
      ({ account } = await playSmallRound(stage.admin, rules, 7, () => undefined));
    } finally {
      listening.mockRestore();
    }
    await stage.settled();
  }, 300_000);
  afterAll(() => stage.close());

  const fen = (amount: string): bigint => parseAmount(amount);
  const sumOf = (items: readonly any[], amountOf: (item: any) => string): bigint => {
    let sum = 0n;
    for (const item of items) sum += fen(amountOf(item));
    return sum;
  };

  it('is reckoned alike by the referee, in every part', () => {
    const { status, lines } = recompute(JSON.stringify(account));
    expect(lines.filter((line) => !line.startsWith('✓ '))).toEqual([]);
    expect(lines).toHaveLength(13);
    expect(status).toBe(0);
  });

  it('leaves a record in which everything holds that must', async () => {
    const violations = await verifyStage(stage);
    expect(Object.keys(violations).length).toBeGreaterThanOrEqual(9);
    expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((id) => [id, []])));
  });

  it('tells of every fen: what the pot gave was paid or has gone back', () => {
    const { ledger, round, rules, payments } = account;
    const held = (kind: string) =>
      sumOf(
        ledger.accounts.filter((one: any) => one.kind === kind),
        ({ balance }) => balance,
      );
    const moved = (act: string) =>
      sumOf(
        ledger.transfers.filter((one: any) => one.act === act),
        ({ amount }) => amount,
      );
    const pot = fen(rules.ruleSet.funding[0].amount);
    expect(moved('openRound')).toBe(pot);
    for (const kind of ['available', 'reserved', 'committed', 'due']) expect(held(kind)).toBe(0n);
    expect(held('paid')).toBe(sumOf(payments, ({ amount }) => amount));
    expect(held('paid') + moved('closeRound')).toBe(pot);
    expect(moved('closeRound')).toBeGreaterThan(0n);
    expect(round.state).toBe('ended');
    // Thirty days after its end, that day not counted.
    expect(dayOf(toInstant(round.moneyReturnedAt))).toBe(
      addDays(dayOf(toInstant(round.endedAt)), 31),
    );
  });

  it('pays a project no more than its contract, and says why it pays what it pays', () => {
    const { contracts, tranches } = account;
    expect(contracts.length).toBeGreaterThan(4);
    for (const { awardId, amount } of contracts) {
      const own = tranches.filter((tranche: any) => tranche.awardId === awardId);
      expect(sumOf(own, ({ planned }) => planned)).toBe(fen(amount));
      for (const { payable, planned, why } of own) {
        expect(fen(payable)).toBeLessThanOrEqual(fen(planned));
        expect(why.zh.length).toBeGreaterThan(0);
        expect(why.en).toHaveLength(why.zh.length);
      }
    }
  });

  it('brings everything to its end: needs, bids, awards, projects, evaluations, payments', () => {
    const states = (items: readonly any[]) => [...new Set(items.map(({ state }) => state))].sort();
    expect(states(account.projects)).toEqual(['closed']);
    expect(states(account.tranches)).toEqual(['paid', 'void']);
    expect(states(account.payments)).toEqual(['paid']);
    expect(states(account.evaluations)).toEqual(['dropped', 'graded']);
    expect(states(account.contracts)).toEqual(['ended', 'terminated']);
    expect(states(account.challenges)).toEqual(['dismissed']);
    expect(states(account.bids)).toEqual(['disqualified', 'funded', 'notFunded']);
    expect(states(account.awards)).toEqual(['contracted', 'notConfirmed']);
    expect(account.needs).toHaveLength(12);
    expect(states(account.needs)).toEqual([
      'kept',
      'merged',
      'notSelected',
      'rejected',
      'selected',
    ]);
  });

  it('ends every process that it began, and leaves no clock and no task behind', async () => {
    const open = await stage.sql(`SELECT kind FROM processes WHERE ended_at IS NULL`);
    const running = await stage.sql(`SELECT rule FROM clocks WHERE state = 'running'`);
    const waiting = await stage.sql(`SELECT kind FROM tasks WHERE closed_at IS NULL`);
    expect({ open, running, waiting }).toEqual({ open: [], running: [], waiting: [] });
  });

  it('meets only refusals that are designed', () => {
    const designed = new Set(allRefusals().map(({ status, code }) => `${status} ${code}`));
    expect([...met].filter((one) => !designed.has(one))).toEqual([]);
    // Whoever asks for what is not there yet is told so: the proposal and the report are waited for.
    expect([...met]).toContain('404 ACCESS.NOT_FOUND');
  });
});
