import { appDataSource } from '../platform/database/app-data-source';
import { Door } from '../platform/database/door';
import { urlForRole } from '../platform/database/migrate';
import { makeFoundTenant, MandateEntity, PersonEntity, type NewTenant } from '../registers/people';

/** Founds the first tenant of an installation. @returns whether it was new */
export async function foundFirstTenant(ownerUrl: string, tenant: NewTenant): Promise<boolean> {
  const url = urlForRole(ownerUrl, 'yichuang_app');
  const data = await appDataSource(url, 2, [MandateEntity, PersonEntity]).initialize();
  try {
    return (await makeFoundTenant(new Door(data)).execute(tenant)) !== null;
  } finally {
    await data.destroy();
  }
}
