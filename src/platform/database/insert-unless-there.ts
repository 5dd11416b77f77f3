import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';

/** A row; a column may be an expression of the database instead of a value. */
type Row<T> = { readonly [Column in keyof T]: T[Column] | (() => string) };

/**
 * Adds a row unless a unique index has one like it already: the answer is one to be dealt with, and the transaction goes on.
 * @returns false when nothing was added
 */
export async function insertUnlessThere<T extends object>(
  manager: EntityManager,
  table: new () => T,
  row: Row<T>,
): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(table)
    .values(row as QueryDeepPartialEntity<T>)
    .orIgnore()
    .returning('true')
    .execute();
  return (inserted.raw as unknown[]).length === 1;
}
