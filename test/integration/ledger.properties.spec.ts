import fc from 'fast-check';
import { newId } from '../../src/kernel/id';
import { Refusal } from '../../src/kernel/refusal';
import { firstBreachOfM1, LedgerModel, type ModelAct, type ReadTransfer } from './ledger-model';
import { ledger, openLedgerTables, posting, type LedgerTables } from './ledger-tables';

const BUDGET_FEN = 100n;
let tables: LedgerTables;

beforeAll(async () => {
  tables = await openLedgerTables();
});
afterAll(() => tables.close());

/** Small amounts against a small budget, so that acts meet the edges often; weights keep money moving forward. */
const anyAct = fc.record<ModelAct>({
  act: fc.oneof(
    { weight: 4, arbitrary: fc.constant('reserve' as const) },
    { weight: 3, arbitrary: fc.constant('commit' as const) },
    { weight: 3, arbitrary: fc.constant('makeDue' as const) },
    { weight: 3, arbitrary: fc.constant('pay' as const) },
    { weight: 2, arbitrary: fc.constantFrom('unreserve', 'uncommit', 'undue', 'giveBack') },
  ),
  award: fc.constantFrom('a', 'b', 'c'),
  amountFen: fc.oneof(
    { weight: 4, arbitrary: fc.bigInt(1n, 12n) },
    { weight: 1, arbitrary: fc.bigInt(1n, BUDGET_FEN + 1n) },
  ),
});

async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'LEDGER.INSUFFICIENT') return false;
    throw error;
  }
}

async function balancesOf(roundId: string): Promise<Record<string, bigint>> {
  const rows = await tables.sql<{ kind: string; fen: string }>(
    `SELECT kind, sum(balance_fen)::text AS fen FROM ledger_accounts WHERE round_id = $1 GROUP BY kind`,
    [roundId],
  );
  const none = { available: 0n, reserved: 0n, committed: 0n, due: 0n, paid: 0n, returned: 0n };
  return { ...none, ...Object.fromEntries(rows.map(({ kind, fen }) => [kind, BigInt(fen)])) };
}

async function transfersOf(roundId: string): Promise<ReadTransfer[]> {
  const rows = await tables.sql<Omit<ReadTransfer, 'amountFen'> & { fen: string }>(
    `SELECT t.act, d.fund_id AS "fundId", coalesce(d.award_id, c.award_id) AS "awardId", t.amount_fen::text AS fen
     FROM ledger_transfers t JOIN ledger_accounts d ON d.id = t.debit_account_id
     JOIN ledger_accounts c ON c.id = t.credit_account_id
     WHERE $1 IN (d.round_id, c.round_id) ORDER BY t.id`,
    [roundId],
  );
  return rows.map(({ fen, ...row }) => ({ ...row, amountFen: BigInt(fen) }));
}

/** M6: the accounts whose balance is not what their transfers add up to. */
function unbalancedAccounts(): Promise<unknown[]> {
  return tables.sql(`
    SELECT a.id FROM ledger_accounts a
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(CASE WHEN t.credit_account_id = a.id THEN t.amount_fen ELSE -t.amount_fen END), 0) AS fen
      FROM ledger_transfers t WHERE a.id IN (t.debit_account_id, t.credit_account_id)
    ) folded ON true
    WHERE a.balance_fen <> folded.fen`);
}

describe('the ledger', () => {
  it('agrees with a model that knows only totals, act by act, and keeps M1 and M6 at every prefix', async () => {
    let done = 0;
    let refused = 0;
    const run = async (acts: readonly ModelAct[]): Promise<void> => {
      const of = await tables.round(BUDGET_FEN);
      const model = new LedgerModel(BUDGET_FEN);
      const ids = { a: newId(), b: newId(), c: newId() };
      for (const next of acts) {
        const awardId = ids[next.award as keyof typeof ids];
        const part = posting(of, next.amountFen, awardId);
        const isDone = await attempt(tables.act((ctx) => ledger[next.act](ctx, part)));
        expect(isDone).toBe(model.apply(next));
        if (isDone) done += 1;
        else refused += 1;
        expect(await balancesOf(of.roundId)).toEqual(model.balances());
      }
      expect(firstBreachOfM1(await transfersOf(of.roundId))).toBeNull();
    };
    await fc.assert(fc.asyncProperty(fc.array(anyAct, { minLength: 20, maxLength: 50 }), run), {
      numRuns: 60,
    });
    expect(await unbalancedAccounts()).toEqual([]);
    // A run that only ever refused, or never did, would have shown nothing.
    expect(Math.min(done, refused)).toBeGreaterThan(100);
  }, 120_000);

  it('keeps every total when acts come at once', async () => {
    const of = await tables.round(BUDGET_FEN);
    const awardIds = [newId(), newId(), newId()];
    const acts = fc.sample(anyAct, { numRuns: 300, seed: 20201122 });
    await Promise.all(
      acts.map(({ act, amountFen }, i) => {
        const awardId = awardIds[i % awardIds.length]!;
        const part = posting(of, amountFen, awardId);
        return attempt(tables.act((ctx) => ledger[act](ctx, part)));
      }),
    );
    expect(await unbalancedAccounts()).toEqual([]);
    const balances = Object.values(await balancesOf(of.roundId));
    expect(balances.every((fen) => fen >= 0n)).toBe(true);
    expect(balances.reduce((sum, fen) => sum + fen)).toBe(BUDGET_FEN);
  }, 60_000);
});

describe('the checks of the ledger go red', () => {
  const fundId = newId();
  const step = (act: string, amountFen: bigint): ReadTransfer => ({
    act,
    fundId,
    awardId: null,
    amountFen,
  });
  const sound = [
    step('openRound', 10n),
    step('reserve', 10n),
    step('commit', 8n),
    step('makeDue', 8n),
    step('pay', 8n),
    step('giveBack', 8n),
  ];

  it('M1 passes a sound row of transfers', () => {
    expect(firstBreachOfM1(sound)).toBeNull();
  });

  it.each([
    ['more is reserved than there is', 1, step('reserve', 11n)],
    ['more is committed than reserved', 2, step('commit', 11n)],
    ['more is due than committed', 3, step('makeDue', 9n)],
    ['more is paid than due', 4, step('pay', 9n)],
    ['more is returned than paid', 5, step('giveBack', 9n)],
    ['what is committed is unreserved', 3, step('unreserve', 3n)],
    ['a round gives back what it awarded', 3, step('closeRound', 1n)],
  ])('M1 finds where %s', (_, at, planted) => {
    expect(firstBreachOfM1([...sound.slice(0, at), planted])).toBe(at);
  });

  it('M6 finds a balance that was changed behind the ledger’s back', async () => {
    const { roundId } = await tables.round(BUDGET_FEN);
    const change = (by: number) =>
      tables.sql(`UPDATE ledger_accounts SET balance_fen = balance_fen + $2 WHERE round_id = $1`, [
        roundId,
        by,
      ]);
    await tables.sql(`ALTER TABLE ledger_accounts DISABLE TRIGGER USER`);
    await change(-1);
    expect(await unbalancedAccounts()).toHaveLength(1);
    await change(1);
    await tables.sql(`ALTER TABLE ledger_accounts ENABLE TRIGGER USER`);
    expect(await unbalancedAccounts()).toEqual([]);
  });
});
