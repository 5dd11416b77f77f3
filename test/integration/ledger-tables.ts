import { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { appDataSource } from '../../src/platform/database/app-data-source';
import { Door } from '../../src/platform/database/door';
import { urlForRole } from '../../src/platform/database/migrate';
import { withClient } from '../../src/platform/embedded/with-client';
import { LedgerAccountEntity, LedgerTransferEntity } from '../../src/registers/ledger';
import { createDatabase } from '../support/servers';

/** A database with a tenant and what the ledger needs around it: no HTTP, no workflow. */
export interface LedgerTables {
  readonly tenantId: string;
  /** The unit of every fund and round made here. */
  readonly unitPath: string;
  /** As the application, under its role. */
  readonly door: Door;
  /** As the owner of the database. */
  sql<Row>(query: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** A fund without money. */
  fund(): Promise<string>;
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
  return {
    tenantId,
    unitPath,
    door: new Door(data),
    sql: (query, parameters = []) => owner.query(query, [...parameters]),
    fund: async () => {
      const id = newId();
      await owner.query(
        `INSERT INTO funds (id, tenant_id, unit_id, unit_path, code, name, source, version)
         VALUES ($1, $2, $2, $3, $4, '福利彩票公益金', 'welfare-lottery', 1)`,
        [id, tenantId, unitPath, `f-${id}`],
      );
      return id;
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
