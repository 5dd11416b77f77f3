import { prepareDatabase } from './migrate';
import { readMigrationSettings } from './platform/config/migration-settings';
import { foundFirstTenant } from './service/found-first-tenant';

/** Migrates a production database and, the first time, founds its tenant. Run before the processes of a new release. */
async function main(): Promise<void> {
  const settings = readMigrationSettings();
  const { ownerUrl, appPassword } = settings;
  const passwords = { yichuang_app: appPassword, yichuang_relay: settings.relayPassword };
  await prepareDatabase(ownerUrl, { mode: 'production' }, passwords);
  const appUrl = new URL(ownerUrl);
  appUrl.username = 'yichuang_app';
  appUrl.password = appPassword;
  const isNew = await foundFirstTenant(appUrl.href, {
    kind: 'district',
    code: settings.tenantCode,
    name: settings.tenantName,
    administrator: { username: 'admin', password: settings.firstAdminPassword },
  });
  console.log(isNew ? 'migrated; first tenant founded' : 'migrated');
}

void main();
