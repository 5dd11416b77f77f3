import type { AccessRow } from './access.types';
import { attachmentsAccess } from './attachments.access';
import { awardsAccess } from './awards.access';
import { bidsAccess } from './bids.access';
import { calendarAccess } from './calendar.access';
import { contractsAccess } from './contracts.access';
import { credentialsAccess } from './credentials.access';
import { creditAccess } from './credit.access';
import { decisionsAccess } from './decisions.access';
import { deputiesAccess } from './deputies.access';
import { evaluationsAccess } from './evaluations.access';
import { expertsAccess } from './experts.access';
import { fundsAccess } from './funds.access';
import { holdsAccess } from './holds.access';
import { inboxAccess } from './inbox.access';
import { ledgerAccess } from './ledger.access';
import { monitoringAccess } from './monitoring.access';
import { needsAccess } from './needs.access';
import { noticesAccess } from './notices.access';
import { partiesAccess } from './parties.access';
import { paymentsAccess } from './payments.access';
import { peopleAccess } from './people.access';
import { platformAccess } from './platform.access';
import { recoveriesAccess } from './recoveries.access';
import { reviewsAccess } from './reviews.access';
import { roundsAccess } from './rounds.access';

/** Endpoint × duty × relation, one part per module: the guard, the documentation and the tests are made from it. */
const parts = {
  ...platformAccess,
  ...attachmentsAccess,
  ...calendarAccess,
  ...credentialsAccess,
  ...peopleAccess,
  ...deputiesAccess,
  ...inboxAccess,
  ...needsAccess,
  ...noticesAccess,
  ...roundsAccess,
  ...bidsAccess,
  ...reviewsAccess,
  ...awardsAccess,
  ...contractsAccess,
  ...monitoringAccess,
  ...evaluationsAccess,
  ...paymentsAccess,
  ...recoveriesAccess,
  ...creditAccess,
  ...decisionsAccess,
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
