import { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { appDataSource } from '../../src/platform/database/app-data-source';
import type { Context } from '../../src/platform/database/context';
import { Door } from '../../src/platform/database/door';
import { urlForRole } from '../../src/platform/database/migrate';
import { withClient } from '../../src/platform/embedded/with-client';
import {
  Ledger,
  LedgerAccountEntity,
  LedgerTransferEntity,
  LedgerYears,
  type AwardPosting,
} from '../../src/registers/ledger';
import { LedgerRepository } from '../../src/registers/ledger/ledger.repository';
import { TransferPosting } from '../../src/registers/ledger/transfer-posting';
import { createDatabase } from '../support/servers';

/** A round and the one fund that feeds it. */
export interface RoundOfFund {
  readonly fundId: string;
  readonly roundId: string;
}

const repository = new LedgerRepository();
const transfers = new TransferPosting(repository);

/** The ledger itself, without the application around it. */
export const ledger = new Ledger(repository, transfers);

/** Its budget years. */
export const years = new LedgerYears(repository, transfers);

/** Part of an award's money, for every act that moves it. */
export function posting(of: RoundOfFund, amountFen: bigint, awardId = newId()): AwardPosting {
  return { ...of, awardId, amountFen, cause: { kind: 'award', id: awardId } };
}

/** A database with a tenant and what the ledger needs around it: no HTTP, no workflow. */
export interface LedgerTables {
  readonly tenantId: string;
  /** The unit of every fund and round made here. */
  readonly unitPath: string;
  /** As the application, under its role. */
  readonly door: Door;
  /** As the owner of the database. */
  sql<Row>(query: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Work of the system in one transaction. */
  act<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  /** A fund without money. */
  fund(): Promise<string>;
  /** A round with so much in its one pot. */
  round(availableFen: bigint): Promise<RoundOfFund>;
  /** Closes a round's last year and gives it a budget of the next, all in its pot. */
  turnYear(of: RoundOfFund, next: number, budgetFen: bigint): Promise<true>;
  close(): Promise<void>;
}

/** @param poolSize how many transactions may be under way at once */
export async function openLedgerTables(poolSize = 5): Promise<LedgerTables> {
  const database = await createDatabase();
  const data = await appDataSource(urlForRole(database.url, 'yichuang_app'), poolSize, [
    LedgerAccountEntity,
    LedgerTransferEntity,
  ]).initialize();
  const owner = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const tenantId = newId();
  const unitPath = tenantId.replaceAll('-', '');
  await insertTop(database.url, tenantId, unitPath);
  const officers = [newId(), newId()];
  for (const id of officers) {
    await owner.query(
      `INSERT INTO persons (id, tenant_id, name, version) VALUES ($1, $2, '财务', 1)`,
      [id, tenantId],
    );
  }
  const door = new Door(data);
  const act: LedgerTables['act'] = (work) => door.asSystem(tenantId, 'test', work);
  const fund = async () => {
    const id = newId();
    await owner.query(
      `INSERT INTO funds (id, tenant_id, unit_id, unit_path, code, name, source, version)
       VALUES ($1, $2, $2, $3, $4, '福利彩票公益金', 'welfare-lottery', 1)`,
      [id, tenantId, unitPath, `f-${id}`],
    );
    return id;
  };
  return {
    tenantId,
    unitPath,
    door,
    act,
    sql: (query, parameters = []) => owner.query(query, [...parameters]),
    fund,
    round: async (amountFen) => {
      const of = { fundId: await fund(), roundId: newId() };
      const cause = { kind: 'budget', id: newId() };
      await act(async (ctx) => {
        await ledger.budget(ctx, { ...of, unitPath, year: 2020, amountFen, cause });
        await ledger.openRound(ctx, { ...of, unitPath, amountFen });
      });
      return of;
    },
    turnYear: async (of, next, amountFen) => {
      const cause = { kind: 'yearClosing', id: newId() };
      await act((ctx) => years.closeYear(ctx, { fundId: of.fundId, year: next - 1, cause }));
      await owner.query(
        `INSERT INTO year_closings (id, tenant_id, fund_id, unit_id, unit_path, year, state, proposed_by, proposed_at,
           decided_by, decided_at, lapsed_fen, carried, version)
         VALUES ($1, $2, $3, $2, $4, $5, 'approved', $6, app_now(), $7, app_now(), 0, '[]', 2)`,
        [cause.id, tenantId, of.fundId, unitPath, next - 1, ...officers],
      );
      await act(async (ctx) => {
        await ledger.budget(ctx, { ...of, unitPath, year: next, amountFen, cause });
        await ledger.openRound(ctx, { ...of, unitPath, amountFen });
      });
      return true;
    },
    close: async () => {
      await data.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

async function insertTop(url: string, tenantId: string, unitPath: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO units (id, tenant_id, kind, code, name, path) VALUES ($1, $1, 'city', 'gz', '广州市', $2)`,
      [tenantId, unitPath],
    ),
  );
}
