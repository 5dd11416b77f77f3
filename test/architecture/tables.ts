import { escapeIdentifier, type Client, type QueryConfig } from 'pg';

/** A column as the catalogue has it. */
export interface TableColumn {
  readonly name: string;
  /** As Postgres writes it: `timestamp with time zone`, `text[]`. */
  readonly type: string;
  readonly isNullable: boolean;
  /** Filled by the database when an INSERT leaves it out. */
  readonly isFilled: boolean;
  readonly isGenerated: boolean;
  readonly isKey: boolean;
}

/** A table of the schema `public`. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly hasTenant: boolean;
}

const COLUMNS = `
  SELECT c.relname AS name, json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'isNullable', NOT a.attnotnull,
      'isFilled', a.atthasdef OR a.attidentity <> '',
      'isGenerated', a.attidentity <> '' OR a.attgenerated <> '',
      'isKey', EXISTS (SELECT FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY(k.conkey))
    ) ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  GROUP BY c.relname ORDER BY c.relname`;

/** Every table, by name. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: TableColumn[] }>(COLUMNS);
  return rows.map((table) => ({
    ...table,
    hasTenant: table.columns.some(({ name }) => name === 'tenant_id'),
  }));
}

/** Takes every condition off the tables, so that any row can stand in them: what is asked is who sees and changes it. */
export async function takeOffConditions(client: Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'f', 'x', 'u')`,
      [name],
    );
    for (const { conname } of rows) {
      await client.query(
        `ALTER TABLE ${escapeIdentifier(name)} DROP CONSTRAINT ${escapeIdentifier(conname)} CASCADE`,
      );
    }
    const indexes = await client.query<{ name: string }>(
      `SELECT indexrelid::regclass::text AS name FROM pg_index
       WHERE indrelid = $1::regclass AND indisunique AND NOT indisprimary`,
      [name],
    );
    for (const index of indexes.rows) await client.query(`DROP INDEX ${index.name}`);
  }
}

/**
 * A statement that puts some row into a table.
 * @param tenantId written into it; with null the row belongs to the tenant of the transaction, as the application has it
 */
export function insertAnyRow({ name, columns }: Table, tenantId: string | null): QueryConfig {
  const given = columns.filter((column) =>
    column.name === 'tenant_id' && tenantId !== null
      ? true
      : !column.isNullable && !column.isFilled,
  );
  const names = given.map((column) => escapeIdentifier(column.name)).join(', ');
  const values = given.map((column) =>
    column.name === 'tenant_id' && tenantId !== null ? '$1::uuid' : anyValue(name, column),
  );
  return {
    text: `INSERT INTO ${escapeIdentifier(name)} (${names}) VALUES (${values.join(', ')})`,
    values: tenantId === null ? [] : [tenantId],
  };
}

function anyValue(table: string, { name, type }: TableColumn): string {
  if (name === 'tenant_id') return 'current_tenant()';
  if (type.endsWith('[]')) return `'{}'`;
  const value = VALUES[type.replace(/\(.*\)/, '')];
  if (value === undefined) throw new Error(`${table}.${name}: give VALUES one of ${type}`);
  return value;
}

const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  integer: 'floor(random() * 1e9)',
  bigint: 'floor(random() * 1e9)',
  numeric: 'random()',
  boolean: 'true',
  date: `'2026-11-22'`,
  'timestamp with time zone': `'2026-11-22T00:00:00Z'`,
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  ltree: `'a'`,
};
