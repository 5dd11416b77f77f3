import {
  asOwner,
  migrateSchema,
  settleInstance,
  type DatabaseKind,
  type RolePasswords,
} from './platform/database/migrate';
import { seedCalendar } from './registers/calendar';

/** Brings a database to the schema and the holiday notices of this release. */
export async function prepareSchema(ownerUrl: string, passwords?: RolePasswords): Promise<void> {
  await migrateSchema(ownerUrl, passwords);
  await asOwner(ownerUrl, seedCalendar);
}

/** Makes a database ready for the service, as an instance of a kind. */
export async function prepareDatabase(
  ownerUrl: string,
  kind: DatabaseKind,
  passwords?: RolePasswords,
): Promise<void> {
  await prepareSchema(ownerUrl, passwords);
  await settleInstance(ownerUrl, kind);
}
