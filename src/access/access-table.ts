import type { AccessRow } from './access.types';
import { calendarAccess } from './calendar.access';
import { credentialsAccess } from './credentials.access';
import { creditAccess } from './credit.access';
import { expertsAccess } from './experts.access';
import { fundsAccess } from './funds.access';
import { holdsAccess } from './holds.access';
import { inboxAccess } from './inbox.access';
import { ledgerAccess } from './ledger.access';
import { needsAccess } from './needs.access';
import { noticesAccess } from './notices.access';
import { partiesAccess } from './parties.access';
import { peopleAccess } from './people.access';
import { platformAccess } from './platform.access';
import { roundsAccess } from './rounds.access';

/** Endpoint × duty × relation, one part per module: the guard, the documentation and the tests are made from it. */
const parts = {
  ...platformAccess,
  ...calendarAccess,
  ...credentialsAccess,
  ...peopleAccess,
  ...inboxAccess,
  ...needsAccess,
  ...noticesAccess,
  ...roundsAccess,
  ...creditAccess,
  ...expertsAccess,
  ...fundsAccess,
  ...holdsAccess,
  ...ledgerAccess,
  ...partiesAccess,
} as const;

/** An act that somebody may be allowed to do, such as `need.submit`. */
export type Act = keyof typeof parts;

/** The whole table. */
export const accessTable: Readonly<Record<Act, AccessRow>> = parts;

/** The row of an act. */
export function rowOf(act: Act): AccessRow {
  return accessTable[act];
}
