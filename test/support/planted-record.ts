import type { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { ownerDataSource } from '../../src/platform/database/migrate';
import { createDatabase, type TestDatabase } from './servers';

/** A statement of the database's owner with its parameters. */
export type Planted = [statement: string, parameters?: unknown[]];

/** An empty record of one tenant, into which a test plants what the service never would. */
export class PlantedRecord {
  readonly tenant = newId();
  private database!: TestDatabase;
  private source!: DataSource;

  async open(): Promise<void> {
    this.database = await createDatabase();
    this.source = await ownerDataSource(this.database.url).initialize();
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.drop();
  }

  get url(): string {
    return this.database.url;
  }

  get owner(): DataSource {
    return this.source;
  }

  /** As a superuser would: past triggers and foreign keys. */
  readonly plant = (...statements: Planted[]): Promise<void> =>
    this.owner.transaction(async (manager) => {
      await manager.query(`SET LOCAL session_replication_role = replica`);
      for (const [statement, parameters] of statements) await manager.query(statement, parameters);
    });

  /** An account of the ledger, of the year 2020. */
  readonly account = (id: string, kind: string, fund: string, balance = 0): Planted => [
    `INSERT INTO ledger_accounts (id, tenant_id, unit_path, kind, fund_id, round_id, award_id, balance_fen, year)
     VALUES ($1, $2, 'a', $3, $4, $5, $6, $7, 2020)`,
    [id, this.tenant, kind, fund, newId(), kind === 'available' ? null : newId(), balance],
  ];
}
