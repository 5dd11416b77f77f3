import fc from 'fast-check';
import { newId } from '../../src/kernel/id';
import { Refusal } from '../../src/kernel/refusal';
import { FundYears } from '../../src/registers/funds/fund-years';
import { accountKinds } from '../../src/registers/ledger/ledger-moves';
import {
  firstBreachOfM1,
  LedgerModel,
  type AwardAct,
  type ModelAct,
  type ReadTransfer,
} from './ledger-model';
import { ledger, openLedgerTables, posting, years, type LedgerTables } from './ledger-tables';

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
    { weight: 2, arbitrary: fc.constantFrom('unreserve', 'uncommit', 'undue', 'unpay') },
    { weight: 2, arbitrary: fc.constantFrom('claimBack', 'giveBack') },
    { weight: 1, arbitrary: fc.constant('turnYear') },
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
  const none = Object.fromEntries(accountKinds.slice(2).map((kind) => [kind, 0n]));
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

/** The years of funds that hold something else than what came in less what left, or, closed, something that may be spent. */
async function unbalancedYears(): Promise<unknown[]> {
  const funds = await tables.sql<{ id: string }>(`SELECT id FROM funds`);
  const ids = funds.map(({ id }) => id);
  const of = await tables.act((ctx) => new FundYears(years).of(ctx, ids));
  return of.filter(({ isClosed, fen }) => {
    const { budget, carriedIn, lapsed, carriedOut, paid, receivable, returned, ...open } = fen;
    const openFen = Object.values(open).reduce((sum, part) => sum + part, 0n);
    const isWhole =
      budget + carriedIn - lapsed - carriedOut === openFen + paid + receivable + returned;
    return !isWhole || (isClosed && openFen > 0n);
  });
}

describe('the ledger', () => {
  it('agrees with a model that knows only totals, act by act, and keeps M1 and M6 at every prefix', async () => {
    let done = 0;
    let refused = 0;
    const run = async (acts: readonly ModelAct[]): Promise<void> => {
      const of = await tables.round(BUDGET_FEN);
      const model = new LedgerModel(BUDGET_FEN);
      const ids = { a: newId(), b: newId(), c: newId() };
      let year = 2020;
      for (const next of acts) {
        const awardId = ids[next.award as keyof typeof ids];
        const part = posting(of, next.amountFen, awardId);
        const { act } = next;
        const isDone =
          act === 'turnYear'
            ? await tables.turnYear(of, (year += 1), next.amountFen)
            : await attempt(tables.act((ctx) => ledger[act](ctx, part)));
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
    expect(await unbalancedYears()).toEqual([]);
    // A run that only ever refused, or never did, would have shown nothing.
    expect(Math.min(done, refused)).toBeGreaterThan(100);
  }, 120_000);

  it('keeps every total when acts come at once', async () => {
    const of = await tables.round(BUDGET_FEN);
    const awardIds = [newId(), newId(), newId()];
    const acts = fc.sample(anyAct, { numRuns: 300, seed: 20201122 });
    const isOfAward = (act: ModelAct['act']): act is AwardAct => act !== 'turnYear';
    await Promise.all(
      acts.map(({ act, amountFen }, i) => {
        const awardId = awardIds[i % awardIds.length]!;
        const part = posting(of, amountFen, awardId);
        if (!isOfAward(act)) return Promise.resolve(true);
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
    step('claimBack', 6n),
    step('giveBack', 6n),
  ];

  it('M1 passes a sound row of transfers', () => {
    expect(firstBreachOfM1(sound)).toBeNull();
  });

  it.each([
    ['more is reserved than there is', 1, step('reserve', 11n)],
    ['more is committed than reserved', 2, step('commit', 11n)],
    ['more is due than committed', 3, step('makeDue', 9n)],
    ['more is paid than due', 4, step('pay', 9n)],
    ['more is asked back than paid', 5, step('claimBack', 9n)],
    ['more is returned than asked back', 6, step('giveBack', 7n)],
    ['what was asked back is due again', 6, step('unpay', 3n)],
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
