import type { AccessRow } from './access.types';

/** Keeps the names of the acts as types; the table is checked as a whole in access-table.ts. */
export function declareAccess<const Rows extends Record<string, AccessRow>>(rows: Rows): Rows {
  return rows;
}
