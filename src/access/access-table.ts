import type { AccessRow } from './access.types';
import { calendarAccess } from './calendar.access';
import { credentialsAccess } from './credentials.access';
import { inboxAccess } from './inbox.access';
import { needsAccess } from './needs.access';
import { noticesAccess } from './notices.access';
import { peopleAccess } from './people.access';
import { platformAccess } from './platform.access';

/** Endpoint × duty × relation, one part per module: the guard, the documentation and the tests are made from it. */
const parts = {
  ...platformAccess,
  ...calendarAccess,
  ...credentialsAccess,
  ...peopleAccess,
  ...inboxAccess,
  ...needsAccess,
  ...noticesAccess,
} as const;

/** An act that somebody may be allowed to do, such as `need.submit`. */
export type Act = keyof typeof parts;

/** The whole table. */
export const accessTable: Readonly<Record<Act, AccessRow>> = parts;

/** The row of an act. */
export function rowOf(act: Act): AccessRow {
  return accessTable[act];
}
