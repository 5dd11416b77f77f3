import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import { trueNowMs } from '../clock/true-clock';

/** The roles of the running service; neither owns a table. */
export type ServiceRole = 'yichuang_app' | 'yichuang_relay';

/** The password of each role. */
export type RolePasswords = Readonly<Record<ServiceRole, string>>;

const roles = ['yichuang_app', 'yichuang_relay'] as const;

/** How a database is made: once, and for ever. */
export interface DatabaseKind {
  readonly mode: 'production' | 'rehearsal';
  /** Rehearsal only: legal time at the moment of creation. */
  readonly startsAt?: Instant;
}

/**
 * The address for a role, from the owner's. The role's password comes from the owner's, so that several instances on one
 * server agree on it without a further secret.
 */
export function urlForRole(ownerUrl: string, role: ServiceRole): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(ownerUrl, role);
  return url.href;
}

function rolePassword(ownerUrl: string, role: ServiceRole): string {
  return createHmac('sha256', new URL(ownerUrl).password).update(`yichuang/${role}`).digest('hex');
}

function derivedPasswords(ownerUrl: string): RolePasswords {
  const [app, relay] = roles.map((role) => rolePassword(ownerUrl, role));
  return { yichuang_app: app!, yichuang_relay: relay! };
}

/** Brings a database to the newest schema. Safe to run again and by two processes at once. */
export async function migrateSchema(
  ownerUrl: string,
  passwords: RolePasswords = derivedPasswords(ownerUrl),
): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    const lock = owner.createQueryRunner();
    await lock.query(`SELECT pg_advisory_lock(hashtextextended('yichuang/migrate', 0))`);
    try {
      await makeRoles(owner, passwords);
      await owner.runMigrations({ transaction: 'each' });
    } finally {
      await lock.query(`SELECT pg_advisory_unlock(hashtextextended('yichuang/migrate', 0))`);
      await lock.release();
    }
  });
}

/**
 * Says, the first time, what kind of instance a database is.
 * @throws Error when it is one of the other kind
 */
export async function settleInstance(ownerUrl: string, kind: DatabaseKind): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(`INSERT INTO instance (id, mode) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      newId(),
      kind.mode,
    ]);
    const rows: { mode: string }[] = await owner.query(`SELECT mode FROM instance`);
    if (rows[0]?.mode !== kind.mode) {
      throw new Error(`this database is a ${rows[0]?.mode} instance and can never be another`);
    }
    if (kind.mode === 'production') return;
    const shiftMs = kind.startsAt === undefined ? 0 : kind.startsAt.getTime() - trueNowMs();
    await owner.query(`INSERT INTO legal_time (shift_ms) VALUES ($1) ON CONFLICT DO NOTHING`, [
      shiftMs,
    ]);
  });
}

/** Runs work on the owner's connection. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (owner: DataSource) => Promise<T>,
): Promise<T> {
  const owner = ownerDataSource(ownerUrl);
  await owner.initialize();
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}

/** The owner's connection with the migrations known; for migrating and for tests of the schema. */
export function ownerDataSource(ownerUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [join(__dirname, '../../../migrations/*-*.{ts,js}')],
    migrationsTableName: 'migrations',
    poolSize: 3,
  });
}

async function makeRoles(owner: DataSource, passwords: RolePasswords): Promise<void> {
  for (const role of roles) {
    await owner.query(`
      DO $$ BEGIN CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object THEN NULL; WHEN unique_violation THEN NULL; END $$`);
    await owner.transaction(async (manager) => {
      // DO takes no parameters, so the password goes in by a setting of this transaction.
      await manager.query(`SELECT set_config('yichuang.role_password', $1, true)`, [
        passwords[role],
      ]);
      await manager.query(`
        DO $$ BEGIN
          EXECUTE format('ALTER ROLE ${role} PASSWORD %L', current_setting('yichuang.role_password'));
        EXCEPTION WHEN internal_error THEN NULL; END $$`);
    });
  }
}
