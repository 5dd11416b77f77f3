import { refuseAccess } from './platform.refusals';

/** The row, or the answer that absent and forbidden have in common. @throws ACCESS.NOT_FOUND */
export function requireFound<T>(row: T | null): T {
  if (row === null) throw refuseAccess('ACCESS.NOT_FOUND');
  return row;
}
