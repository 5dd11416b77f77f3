import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CITY_STARTS_AT, playCityRound } from '../../demo/city-round/play';
import { parseAmount } from '../../src/kernel/money';
import { allRefusals } from '../../src/kernel/refusal';
import { recompute } from '../support/referee';
import { openStage, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

const example = (name: string): any =>
  parse(readFileSync(join(__dirname, '../../examples/city-round', name), 'utf8'));

/** The city's round, from its first need to its last payment, as `npm run demo` plays it. */
describe('the city’s round', () => {
  let stage: Stage;
  let account: any;
  const met = new Set<string>();

  beforeAll(async () => {
    stage = await openStage({ startsAt: CITY_STARTS_AT });
    const { fetch } = globalThis;
    const listening = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
      const response = await fetch(...request);
      if (response.status >= 400) {
        const { code }: any = await response.clone().json();
        met.add(code as string);
      }
      return response;
    });
    const rules = { ruleSet: example('rule-set.yaml'), screening: example('screening.yaml') };
    try {
      ({ account } = await playCityRound(stage.admin, rules, 7, () => undefined));
    } finally {
      listening.mockRestore();
    }
    await stage.settled();
  }, 1_200_000);
  afterAll(() => stage.close());

  const countBy = (items: readonly any[], keyOf: (item: any) => string) => {
    const counts: Record<string, number> = {};
    for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
    return counts;
  };
  const categoryOf = ({ bidId }: any): string =>
    account.bids.find((bid: any) => bid.bidId === bidId)?.category ?? 'commission';

  it('is reckoned alike by the referee, in every part', () => {
    const { status, lines } = recompute(JSON.stringify(account));
    expect(lines.filter((line) => !line.startsWith('✓ '))).toEqual([]);
    expect(status).toBe(0);
  });

  it('leaves a record in which everything holds that must', async () => {
    const violations = await verifyStage(stage);
    expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((id) => [id, []])));
  });

  it('has 120 needs, of which forty came onto the guide list, and 105 bids by category', () => {
    expect(account.needs).toHaveLength(120);
    expect(countBy(account.needs, ({ state }) => state)).toMatchObject({
      merged: 18,
      rejected: 12,
    });
    expect(countBy(account.bids, ({ category }) => category)).toEqual({
      ...{ elderly: 47, disability: 14, youth: 12, relief: 13, other: 19 },
    });
    expect(account.events.map(({ en }: any) => en)).toContain(
      'The guide list is published: 40 items',
    );
  });

  it('funds no more of a category than its places, and 32 and a commission in all', () => {
    const contracted = account.awards.filter(({ state }: any) => state === 'contracted');
    expect(countBy(contracted, categoryOf)).toEqual({
      ...{ elderly: 14, disability: 4, youth: 4, relief: 4, other: 6, commission: 1 },
    });
    for (const { bidId, amount } of contracted) {
      const bid = account.bids.find((one: any) => one.bidId === bidId);
      if (bid === undefined) continue;
      const total = bid.budgetLines.reduce(
        (sum: bigint, line: any) => sum + parseAmount(line.amount),
        0n,
      );
      expect(parseAmount(amount) * 10n).toBeLessThanOrEqual(total * 6n);
    }
  });

  it('has an objection upheld and one dismissed, a winner who declines, and reserves that come up', () => {
    expect(countBy(account.challenges, ({ state }) => state)).toEqual({ upheld: 1, dismissed: 1 });
    expect(countBy(account.awards, ({ state }) => state)).toMatchObject({
      declined: 1,
      revoked: 1,
    });
  });

  it('grades from excellent to fail', () => {
    const finals = account.evaluations.filter(({ code }: any) => code === 'final');
    expect(Object.keys(countBy(finals, ({ grade }) => grade ?? 'none'))).toEqual(
      expect.arrayContaining(['excellent', 'good', 'pass', 'fail']),
    );
  });

  it('tells every refusal that was met, by a code that is designed, and many different ones', () => {
    const designed = new Set(allRefusals().map(({ status, code }) => `${status} ${code}`));
    const told: string[] = account.refusals.map(({ status, code }: any) => `${status} ${code}`);
    expect(told.filter((one) => !designed.has(one))).toEqual([]);
    const codes = new Set(account.refusals.map(({ code }: any) => code));
    expect([...met].filter((code) => !codes.has(code))).toEqual([]);
    expect(codes.size).toBeGreaterThanOrEqual(80);
  });
});
