import type { Door } from './door';

/** This installation: one database, one id, one mode for ever. */
export interface Instance {
  readonly id: string;
  readonly mode: 'production' | 'rehearsal';
}

/** The injection token of the instance. */
export const INSTANCE = Symbol('instance');

/** @throws Error when the database was never migrated */
export async function readInstance({ dataSource }: Door): Promise<Instance> {
  const rows: Instance[] = await dataSource.query('SELECT id, mode FROM instance');
  if (rows[0] === undefined) throw new Error('the database has no instance: migrate it first');
  return rows[0];
}
