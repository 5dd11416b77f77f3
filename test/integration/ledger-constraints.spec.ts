import { newId } from '../../src/kernel/id';
import { MAX_FEN } from '../../src/kernel/money';
import { ledgerMoves, type AccountKind } from '../../src/registers/ledger/ledger-moves';
import {
  ledger,
  openLedgerTables,
  posting,
  type LedgerTables,
  type RoundOfFund,
} from './ledger-tables';

let tables: LedgerTables;
const act: LedgerTables['act'] = (work) => tables.act(work);
const round: LedgerTables['round'] = (availableFen) => tables.round(availableFen);

beforeAll(async () => {
  tables = await openLedgerTables();
});
afterAll(() => tables.close());

describe('the database itself refuses', () => {
  const asApp = (query: string, parameters: readonly unknown[] = []) =>
    act((ctx) => ctx.manager.query(query, [...parameters]));

  it('a change of a balance, by the application and by the owner', async () => {
    const { roundId } = await round(100n);
    const change = `UPDATE ledger_accounts SET balance_fen = balance_fen + 1 WHERE round_id = $1`;
    await expect(asApp(change, [roundId])).rejects.toThrow('permission denied');
    await expect(tables.sql(change, [roundId])).rejects.toThrow('append-only');
    const remove = `DELETE FROM ledger_accounts WHERE round_id = $1`;
    await expect(tables.sql(remove, [roundId])).rejects.toThrow('append-only');
  });

  it('an account that is born with money', async () => {
    const { fundId } = await round(100n);
    const born = `INSERT INTO ledger_accounts (id, unit_path, kind, fund_id, round_id, balance_fen)
      VALUES ($1, 'a', 'available', $2, $3, 5)`;
    await expect(asApp(born, [newId(), fundId, newId()])).rejects.toThrow('permission denied');
  });

  it('a change and a removal of a transfer, by the application and by the owner', async () => {
    const { fundId } = await round(100n);
    const mine = `credit_account_id IN (SELECT id FROM ledger_accounts WHERE fund_id = $1)`;
    for (const change of [
      `UPDATE ledger_transfers SET amount_fen = 1 WHERE ${mine}`,
      `DELETE FROM ledger_transfers WHERE ${mine}`,
    ]) {
      await expect(asApp(change, [fundId])).rejects.toThrow('permission denied');
      await expect(tables.sql(change, [fundId])).rejects.toThrow('append-only');
    }
  });

  it('an amount of nothing, below it, and above ten trillion yuan', async () => {
    const { available, reserved } = await accountsOf(await round(100n));
    for (const amountFen of [0n, -1n, MAX_FEN + 1n]) {
      await expect(
        asApp(INSERT, transfer('reserve', available, reserved, amountFen)),
      ).rejects.toThrow('ledger_transfers_amount_fen_check');
    }
  });

  it('a balance below zero, whoever forgot to look', async () => {
    const { available, reserved } = await accountsOf(await round(100n));
    await expect(asApp(INSERT, transfer('reserve', available, reserved, 100n))).rejects.toThrow(
      'ledger_accounts_balance',
    );
    await asApp(INSERT, transfer('reserve', available, reserved, 99n));
  });

  it('every way of money but those of the list', async () => {
    const accounts = await accountsOf(await round(100n));
    const kinds = Object.keys(accounts) as AccountKind[];
    const ways = kinds.flatMap((debit) => kinds.map((credit) => ({ debit, credit })));
    const wrong = Object.entries(ledgerMoves).flatMap(([name, right]) =>
      ways
        .filter(({ debit, credit }) => debit !== right.debit || credit !== right.credit)
        .map(({ debit, credit }) => transfer(name, accounts[debit], accounts[credit], 1n)),
    );
    for (const values of wrong) {
      await expect(asApp(INSERT, values)).rejects.toThrow('no such transfer');
    }
    expect(wrong).toHaveLength(Object.keys(ledgerMoves).length * 80);
  });

  it('money that crosses over to another fund, round, award or tenant', async () => {
    const here = await accountsOf(await round(100n));
    const there = await accountsOf(await round(100n));
    for (const credit of [there.available, there.reserved]) {
      const act = credit === there.available ? 'unreserve' : 'reserve';
      const debit = act === 'reserve' ? here.available : here.reserved;
      await expect(asApp(INSERT, transfer(act, debit, credit, 1n))).rejects.toThrow(
        'no such transfer',
      );
    }
    const elsewhere = newId();
    const stolen = tables.door.asSystem(elsewhere, 'test', (ctx) =>
      ctx.manager.query(INSERT, transfer('reserve', here.available, here.reserved, 1n)),
    );
    await expect(stolen).rejects.toThrow('no such transfer');
  });

  it('a second account of the same kind', async () => {
    const of = await round(100n);
    const twin = `INSERT INTO ledger_accounts (id, unit_path, kind, fund_id, round_id, year)
      VALUES ($1, 'a', 'available', $2, $3, 2020)`;
    await expect(asApp(twin, [newId(), of.fundId, of.roundId])).rejects.toThrow('duplicate key');
  });

  it('money that comes into a closed year, or jumps into another one', async () => {
    const of = await round(100n);
    const { available, reserved } = await accountsOf(of);
    await tables.turnYear(of, 2021, 50n);
    const rows = await tables.sql<{ id: string; kind: string }>(
      `SELECT id, kind FROM ledger_accounts WHERE fund_id = $1 AND year = 2021`,
      [of.fundId],
    );
    const next = Object.fromEntries(rows.map(({ id, kind }) => [kind, id]));
    for (const values of [
      transfer('reserve', next.available!, reserved, 1n),
      transfer('unreserve', next.reserved!, available, 1n),
      transfer('carryReserved', next.reserved!, reserved, 1n),
    ]) {
      await expect(asApp(INSERT, values)).rejects.toThrow('no such transfer');
    }
    await asApp(INSERT, transfer('reserve', next.available!, next.reserved!, 1n));
  });

  const INSERT = `INSERT INTO ledger_transfers
      (id, act, debit_account_id, credit_account_id, amount_fen, year, cause_kind, cause_id, at)
    VALUES ($1, $2, $3, $4, $5, $6, 'award', $1, app_now())`;

  function transfer(name: string, debit: string, credit: string, amountFen: bigint): unknown[] {
    return [newId(), name, debit, credit, amountFen, name === 'budget' ? 2020 : null];
  }

  /** One account of each kind, in one fund, round and award. */
  async function accountsOf(of: RoundOfFund): Promise<Record<AccountKind, string>> {
    const part = posting(of, 1n);
    await act((ctx) => ledger.reserve(ctx, part));
    for (const kind of ['committed', 'due', 'paid', 'receivable', 'returned']) {
      await asApp(
        `INSERT INTO ledger_accounts (id, unit_path, kind, fund_id, round_id, award_id, year)
         VALUES ($1, 'a', $2, $3, $4, $5, 2020)`,
        [newId(), kind, of.fundId, of.roundId, part.awardId],
      );
    }
    const rows = await tables.sql<{ kind: AccountKind; id: string }>(
      `SELECT kind, id FROM ledger_accounts WHERE fund_id = $1`,
      [of.fundId],
    );
    return Object.fromEntries(rows.map(({ kind, id }) => [kind, id])) as Record<
      AccountKind,
      string
    >;
  }
});
