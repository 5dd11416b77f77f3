import type { DataSource } from 'typeorm';

/**
 * Whether there is anything to do, asked in one message: a turn that finds nothing opens no transaction, and most turns find
 * nothing.
 */
export async function hasRows(relayData: DataSource, sql: string): Promise<boolean> {
  const rows: unknown[] = await relayData.query(sql);
  return rows.length > 0;
}
