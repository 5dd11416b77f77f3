import { SettingsError } from './settings';

/** What the migration of a production-like set is told from outside. */
export interface MigrationSettings {
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly relayPassword: string;
  readonly tenantCode: string;
  readonly tenantName: string;
  readonly firstAdminPassword: string;
}

/**
 * Reads them.
 * @throws SettingsError naming what is missing
 */
export function readMigrationSettings(): MigrationSettings {
  const wanted = {
    ownerUrl: process.env.DATABASE_OWNER_URL,
    appPassword: process.env.APP_DB_PASSWORD,
    relayPassword: process.env.RELAY_DB_PASSWORD,
    tenantCode: process.env.TENANT_CODE,
    tenantName: process.env.TENANT_NAME,
    firstAdminPassword: process.env.FIRST_ADMIN_PASSWORD,
  };
  const missing = Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw new SettingsError(`settings are missing: ${missing.join(', ')}`);
  return wanted as MigrationSettings;
}
