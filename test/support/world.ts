import { newId } from '../../src/kernel/id';
import { Door } from '../../src/platform/database/door';
import { makeFoundTenant, newToken } from '../../src/registers/people';
import type { GivenMandate, Stage } from './stage';

/** Where a person or a thing is at home. */
export interface Place {
  readonly tenantId: string;
  readonly unitId: string;
  readonly unitPath: string;
}

/** Somebody with a credential; people of a world are many, so they neither sign in nor are they registered one by one. */
export interface Someone {
  readonly personId: string;
  readonly accountId: string;
  readonly token: string;
}

/** A moment so many days from now, by true time. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Founds another tenant beside the stage's. */
export async function foundOtherTenant(stage: Stage, code: string): Promise<Place> {
  const administrator = { username: `other-${code}`, password: 'correct horse battery staple' };
  const tenantId = await makeFoundTenant(stage.get(Door)).execute({
    ...{ kind: 'city', code, name: '另一城市', administrator },
  });
  return { tenantId: tenantId!, unitId: tenantId!, unitPath: tenantId!.replaceAll('-', '') };
}

/** Puts things and people where no route has to be asked. */
export class World {
  private columns: Promise<Map<string, Column[]>> | null = null;
  private count = 0;

  constructor(private readonly stage: Stage) {}

  /** Somebody new with a session. */
  async person(tenantId: string, mandates: readonly GivenMandate[] = []): Promise<Someone> {
    this.count += 1;
    const [personId, accountId] = [newId(), newId()];
    const { token, hash } = newToken('ycs');
    await this.put('persons', { tenant_id: tenantId }, { id: personId, name: `人员${this.count}` });
    const account = { id: accountId, username: `w-${this.count}`, password_hash: 'none' };
    await this.put('accounts', { tenant_id: tenantId, person_id: personId }, account);
    await this.session({ accountId, tenantId }, { token_hash: hash });
    for (const { duty, scopeKind, scopeId } of mandates) {
      const mandate = { duty, scope_kind: scopeKind, scope_id: scopeId };
      await this.put('mandates', { tenant_id: tenantId, person_id: personId }, mandate);
    }
    return { personId, accountId, token };
  }

  /** Another session of an account, as it is told. */
  async session(
    { accountId, tenantId }: { readonly accountId: string; readonly tenantId: string },
    told: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.put(
      'sessions',
      { tenant_id: tenantId, account_id: accountId },
      { expires_at: inDays(1), last_used_at: new Date(), ...told },
    );
  }

  /** Gives somebody a session or a key with these columns; gives back its token. */
  async credential(
    prefix: 'ycs' | 'yck',
    { accountId }: Someone,
    tenantId: string,
    told: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const { token, hash } = newToken(prefix);
    if (prefix === 'ycs') {
      await this.session({ accountId, tenantId }, { token_hash: hash, ...told });
    } else {
      const key = { name: 'a key', prefix: 'yck', token_hash: hash, expires_at: inDays(1) };
      await this.put(
        'api_keys',
        { tenant_id: tenantId, account_id: accountId },
        { last_used_at: new Date(), ...key, ...told },
      );
    }
    return token;
  }

  /**
   * Inserts a row: what is told, and for the rest what the place says by the name of the column, or something of its type.
   * Triggers are passed by, as the rows tell no story.
   */
  async put(
    table: string,
    at: Readonly<Record<string, unknown>>,
    told: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const row: Record<string, unknown> = {};
    for (const column of (await this.columnsOf(table)).filter(({ isGenerated }) => !isGenerated)) {
      const { name } = column;
      if (name in told) row[name] = told[name];
      else if (name in at && (!column.isNullable || FOLLOWED.has(name))) row[name] = at[name];
      else if (!column.isNullable && !column.hasDefault) row[name] = fillerOf(column);
    }
    const names = Object.keys(row);
    const values = names.map((name) => {
      const value = row[name];
      const isJson = value !== null && typeof value === 'object' && !(value instanceof Date);
      const isArray = table === 'experts' || table === 'api_keys';
      return isJson && !Buffer.isBuffer(value) && !isArray ? JSON.stringify(value) : value;
    });
    await this.stage.sql(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      values,
    );
  }

  private async columnsOf(table: string): Promise<Column[]> {
    this.columns ??= this.readColumns();
    return (await this.columns).get(table)!;
  }

  private async readColumns(): Promise<Map<string, Column[]>> {
    await this.stage.sql(`SET session_replication_role = replica`);
    const rows = await this.stage.sql<Column & { table: string }>(
      `SELECT table_name AS table, column_name AS name, udt_name AS type, is_nullable = 'YES' AS "isNullable",
         column_default IS NOT NULL AS "hasDefault", is_generated = 'ALWAYS' AS "isGenerated"
       FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    return Map.groupBy(rows, ({ table }) => table);
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  readonly isGenerated: boolean;
}

/** Taken from the place even where the column may be empty. */
const FOLLOWED = new Set(['round_id', 'lot_id', 'bid_id']);

function fillerOf({ type, name }: Column): unknown {
  switch (type) {
    case 'timestamptz':
      return new Date();
    case 'date':
      return '2020-06-01';
    case 'jsonb':
      return {};
    case 'int4':
    case 'int8':
      return 1;
    case 'bool':
      return false;
    case 'uuid':
      return newId();
    case 'text':
      return '益创益创益创益创益创';
    default:
      throw new Error(`nothing to fill ${name} of type ${type} with`);
  }
}
