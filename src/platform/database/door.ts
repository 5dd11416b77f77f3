import { setTimeout as pause } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import type { Caller } from './caller';
import { refusalOfConstraint } from './constraint-refusals';
import { Context, type Entry } from './context';
import { Transaction, type KeyState } from './transaction';

/** What is done in a transaction. It may be done again from the beginning, so it changes nothing but the database. */
export type Work<T> = (ctx: Context, key: KeyState) => Promise<T>;

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
  async enter<T>(entry: Entry, work: Work<T>): Promise<T> {
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

  private async once<T>(entry: Entry, work: Work<T>): Promise<T> {
    const { transaction, keys } = await Transaction.begin(this.dataSource, [entry]);
    try {
      const ctx = new Context(transaction, entry);
      const result = await work(ctx, keys[0]!);
      await transaction.commit([ctx.ending]);
      return result;
    } catch (error) {
      await transaction.rollBack();
      throw refusalOfConstraint(violatedConstraint(error)) ?? error;
    } finally {
      await transaction.release();
    }
  }
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
