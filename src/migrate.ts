import { migrate, ownerDataSource, type DatabaseKind } from './platform/database/migrate';
import { seedCalendar } from './registers/calendar';

/** Makes a database ready for the service: schema, roles, instance, and the holiday notices of this release. */
export async function prepareDatabase(ownerUrl: string, kind: DatabaseKind): Promise<void> {
  await migrate(ownerUrl, kind);
  const owner = ownerDataSource(ownerUrl);
  await owner.initialize();
  try {
    await seedCalendar(owner);
  } finally {
    await owner.destroy();
  }
}
