import { setTimeout as pause } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { QueryFailedError, type QueryRunner } from 'typeorm';
import type { Locale } from '../../kernel/refusal';
import type { Caller } from './caller';
import { Context, type ExpectedVersion } from './context';

/** What a transaction is opened for. */
export interface Entry {
  readonly tenantId: string;
  readonly caller: Caller;
  readonly locale: Locale;
  readonly traceId: string;
  readonly expected: ExpectedVersion;
  /** The key under which the answer is kept, if the request has one. */
  readonly idempotencyKey?: string;
  /** Whether it only reads: then all of it is read as of one moment, however many queries it takes. */
  readonly isRead?: boolean;
}

/** What was kept under the key, or that another request holds it now. */
export interface KeyState {
  readonly inFlight: boolean;
  readonly kept: KeptAnswer | null;
}

/** An answer as it was given the first time. */
export interface KeptAnswer {
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The system itself as the one who acts. */
const systemCaller: Caller = {
  kind: 'system',
  personId: null,
  credentialId: null,
  mandates: [],
};

/** Nobody: for what is public. */
export const nobody: Caller = { ...systemCaller, kind: 'nobody' };

const MAX_ATTEMPTS = 5;
const WORTH_A_RETRY = new Set(['40001', '40P01']);

/**
 * The one way to the database: a transaction with the tenant set. Postgres ends a transaction for a serialization failure or
 * a deadlock; then the whole of it is done again, never a part.
 */
export class Door {
  constructor(readonly dataSource: DataSource) {}

  /** Runs the work in one transaction and commits; whatever it throws rolls everything back. */
  async enter<T>(entry: Entry, work: (ctx: Context, key: KeyState) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(entry, work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isWorthARetry(error)) throw error;
        await pause(randomInt(5, 20 * attempt));
      }
    }
  }

  /** A transaction of the system itself, for activities and consumers. */
  async asSystem<T>(
    tenantId: string,
    traceId: string,
    work: (ctx: Context) => Promise<T>,
  ): Promise<T> {
    const entry: Entry = {
      tenantId,
      traceId,
      caller: systemCaller,
      locale: 'zh-CN',
      expected: 'any',
    };
    return this.enter(entry, work);
  }

  /** Asks the database whether it is there. */
  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }

  /** Closes the pool; nobody enters any more. */
  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async once<T>(
    entry: Entry,
    work: (ctx: Context, key: KeyState) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction(entry.isRead === true ? 'REPEATABLE READ' : undefined);
      const key = await enterTransaction(runner, entry);
      const ctx = new Context(
        runner.manager,
        entry.tenantId,
        entry.caller,
        entry.locale,
        entry.traceId,
        entry.expected,
      );
      const result = await work(ctx, key);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and Postgres rolls back by itself; the first error is the one worth telling.
  }
}

async function enterTransaction(runner: QueryRunner, entry: Entry): Promise<KeyState> {
  type Row = { got_lock: boolean; fingerprint: Buffer | null } & Omit<KeptAnswer, 'fingerprint'>;
  const rows: Row[] = await runner.manager.query('SELECT * FROM enter_transaction($1, $2, $3)', [
    entry.tenantId,
    entry.caller.personId,
    entry.idempotencyKey ?? null,
  ]);
  const row = rows[0]!;
  const { fingerprint, status, headers, body } = row;
  return {
    inFlight: !row.got_lock,
    kept: fingerprint === null ? null : { fingerprint, status, headers, body },
  };
}

/** The SQLSTATE of a database error, or null for anything else. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' ? code : null;
}

/** The name of the constraint or unique index that a database error tells of, or null. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as { constraint?: unknown };
  return typeof constraint === 'string' ? constraint : null;
}

function isWorthARetry(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== null && WORTH_A_RETRY.has(state);
}
