import { Injectable } from '@nestjs/common';
import { Door } from '../../platform/database/door';

/** A credential that holds now. */
export interface CredentialRow {
  readonly tenantId: string;
  readonly credentialId: string;
  readonly personId: string;
  readonly acts: string[] | null;
  readonly lastUsedAt: Date | null;
}

/** A mandate that holds now, one's own or as a deputy. */
export interface MandateRow {
  readonly mandateId: string;
  readonly duty: string;
  readonly scopeKind: 'unit' | 'party' | 'round' | 'lot' | 'project';
  readonly scopeId: string;
  readonly path: string | null;
  readonly onBehalfOf: string | null;
}

/**
 * Asks who somebody is, before any tenant is known: through functions of the database that see all tenants and answer about
 * one credential.
 */
@Injectable()
export class IdentityQuery {
  constructor(private readonly door: Door) {}

  async credential(hash: Buffer): Promise<CredentialRow | null> {
    const rows: CredentialRow[] = await this.door.dataSource.query(
      `SELECT tenant_id AS "tenantId", credential_id AS "credentialId", person_id AS "personId",
         acts, last_used_at AS "lastUsedAt" FROM find_credential($1)`,
      [hash],
    );
    return rows[0] ?? null;
  }

  async mandates(tenantId: string, personId: string): Promise<MandateRow[]> {
    return this.door.dataSource.query(
      `SELECT mandate_id AS "mandateId", duty, scope_kind AS "scopeKind", scope_id AS "scopeId",
         path, on_behalf_of AS "onBehalfOf" FROM held_mandates($1, $2)`,
      [tenantId, personId],
    );
  }

  /** Notes that a credential is in use. */
  async touch({ tenantId, credentialId }: CredentialRow, isSession: boolean): Promise<void> {
    const table = isSession ? 'sessions' : 'api_keys';
    await this.door.asSystem(tenantId, 'touch', async (ctx) => {
      await ctx.manager.query(
        `UPDATE ${table} SET last_used_at = clock_timestamp() WHERE id = $1`,
        [credentialId],
      );
    });
  }

  async tenantByCode(code: string): Promise<string | null> {
    const rows: { id: string | null }[] = await this.door.dataSource.query(
      `SELECT tenant_by_code($1) AS id`,
      [code],
    );
    return rows[0]?.id ?? null;
  }

  /** The account of a user name, over all tenants. */
  async account(username: string): Promise<AccountRow | null> {
    const rows: AccountRow[] = await this.door.dataSource.query(
      `SELECT tenant_id AS "tenantId", account_id AS "accountId", person_id AS "personId",
         password_hash AS "passwordHash", paused_until AS "pausedUntil" FROM find_account($1)`,
      [username],
    );
    return rows[0] ?? null;
  }
}

/** What signing in needs of an account. */
export interface AccountRow {
  readonly tenantId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly passwordHash: string;
  readonly pausedUntil: Date | null;
}
