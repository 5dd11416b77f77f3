import { escapeIdentifier, type Client } from 'pg';

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
  SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    NOT a.attnotnull AS "isNullable", a.atthasdef OR a.attidentity <> '' AS "isFilled",
    a.attidentity <> '' OR a.attgenerated <> '' AS "isGenerated",
    EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY(k.conkey)) AS "isKey"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY c.relname, a.attnum`;

/** Every table, by name. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<TableColumn & { table: string }>(COLUMNS);
  const names = [...new Set(rows.map(({ table }) => table))];
  return names.map((name) => {
    const columns = rows.filter(({ table }) => table === name).map(withoutTable);
    return { name, columns, hasTenant: columns.some((column) => column.name === 'tenant_id') };
  });
}

function withoutTable({ table: _, ...column }: TableColumn & { table: string }): TableColumn {
  return column;
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
  }
}

/** A statement that puts some row into a table; `$1` is the tenant's id where the table has one. */
export function insertAnyRow({ name, columns }: Table): string {
  const given = columns.filter(({ name: column, isNullable, isFilled }) =>
    column === 'tenant_id' ? true : !isNullable && !isFilled,
  );
  const values = given.map((column) =>
    column.name === 'tenant_id' ? '$1::uuid' : anyValue(name, column),
  );
  return given.length === 0
    ? `INSERT INTO ${escapeIdentifier(name)} DEFAULT VALUES`
    : `INSERT INTO ${escapeIdentifier(name)} (${given.map((column) => escapeIdentifier(column.name)).join(', ')})
       VALUES (${values.join(', ')})`;
}

function anyValue(table: string, { name, type }: TableColumn): string {
  if (type.endsWith('[]')) return `'{}'`;
  const value = VALUES[type.replace(/\(.*\)/, '')];
  if (value === undefined) throw new Error(`${table}.${name}: give VALUES one of ${type}`);
  return value;
}

const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  integer: '1',
  bigint: '1',
  numeric: '1',
  boolean: 'true',
  date: `'2026-11-22'`,
  'timestamp with time zone': `'2026-11-22T00:00:00Z'`,
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  ltree: `'a'`,
  'character varying': `'x'`,
};
