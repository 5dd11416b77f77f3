import {
  asOwner,
  migrateSchema,
  settleInstance,
  type DatabaseKind,
} from './platform/database/migrate';
import { seedCalendar } from './registers/calendar';

/** Brings a database to the schema and the holiday notices of this release. */
export async function prepareSchema(ownerUrl: string): Promise<void> {
  await migrateSchema(ownerUrl);
  await asOwner(ownerUrl, seedCalendar);
}

/** Makes a database ready for the service, as an instance of a kind. */
export async function prepareDatabase(ownerUrl: string, kind: DatabaseKind): Promise<void> {
  await prepareSchema(ownerUrl);
  await settleInstance(ownerUrl, kind);
}
