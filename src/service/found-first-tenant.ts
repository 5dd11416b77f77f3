import { appDataSource } from '../platform/database/app-data-source';
import { Door } from '../platform/database/door';
import { makeFoundTenant, MandateEntity, PersonEntity, type NewTenant } from '../registers/people';

/** Founds the first tenant of an installation, as the application's role. @returns whether it was new */
export async function foundFirstTenant(appUrl: string, tenant: NewTenant): Promise<boolean> {
  const data = await appDataSource(appUrl, 2, [MandateEntity, PersonEntity]).initialize();
  try {
    return (await makeFoundTenant(new Door(data)).execute(tenant)) !== null;
  } finally {
    await data.destroy();
  }
}
