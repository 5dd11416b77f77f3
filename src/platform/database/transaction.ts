import type { PoolClient } from 'pg';
import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { EventRow } from '../record/event-row';
import type { Caller } from './caller';

/** An answer as it was given the first time. */
export interface KeptAnswer {
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What was kept under the key, or that another request holds it now. */
export interface KeyState {
  readonly inFlight: boolean;
  readonly kept: KeptAnswer | null;
}

/** What a transaction is opened with. */
export interface Beginning {
  readonly tenantId: string;
  readonly caller: Caller;
  readonly traceId: string;
  /** The key under which the answer is kept, if the request has one. */
  readonly idempotencyKey?: string;
  /** Whether it only reads: then all of it is read as of one moment, however many queries it takes. */
  readonly isRead?: boolean;
}

/** A statement that each connection prepares once, under a name of its own. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A call of a function of the database, with its arguments. */
export interface FunctionCall {
  readonly function: string;
  readonly values: readonly unknown[];
}

/**
 * What is written as a transaction ends: what was left for then, the events with their outbox rows, and the answer under its
 * key.
 */
export interface Ending {
  readonly writes: readonly FunctionCall[];
  readonly events: readonly EventRow[];
  readonly answer: KeptAnswer | null;
}

/**
 * One transaction of one connection. Its first two statements go to Postgres in one message and so do its last two: on a busy
 * day the messages cost more than the work. TypeORM runs what lies between and is told that a transaction is open.
 */
export class Transaction {
  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly beginning: Beginning,
  ) {}

  /** Takes a connection, begins, sets the tenant and looks the key up. */
  static async begin(
    dataSource: DataSource,
    beginning: Beginning,
  ): Promise<{ transaction: Transaction; key: KeyState }> {
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const transaction = new Transaction(runner, client, beginning);
      return { transaction, key: await transaction.enter() };
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Asks by a prepared statement. @throws QueryFailedError */
  async ask<Row extends object>(
    statement: Statement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const [answer] = await this.together(() => [
      this.client.query<Row>({ ...statement, values: [...values] }),
    ]);
    return answer!.rows;
  }

  /** Writes what is left to write, in one statement, and commits; all of it or nothing. */
  async commit(ending: Ending): Promise<void> {
    const calls = [...ending.writes, ...this.finish(ending)];
    await this.together(() => [
      ...(calls.length > 0 ? [this.client.query(statementOf(calls))] : []),
      this.client.query('COMMIT'),
    ]);
    this.isOpen = false;
  }

  /** Undoes everything; a connection that is gone has undone it by itself, and the first error is the one worth telling. */
  async rollBack(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    await this.client.query('ROLLBACK').catch(() => undefined);
  }

  /** Gives the connection back. */
  async release(): Promise<void> {
    await this.runner.release();
  }

  private finish({ events, answer }: Ending): FunctionCall[] {
    if (events.length === 0 && answer === null) return [];
    const { traceId, caller, idempotencyKey } = this.beginning;
    const values = [
      ...[JSON.stringify(events), traceId, caller.kind === 'person' ? 'person' : 'system'],
      ...[caller.personId, caller.credentialId, idempotencyKey ?? null],
      ...[answer?.fingerprint, answer?.status],
      ...[answer === null ? null : JSON.stringify(answer.headers), answer?.body],
    ];
    return [{ function: 'finish_transaction', values }];
  }

  private get isOpen(): boolean {
    return this.runner.isTransactionActive;
  }

  // TypeORM refuses to lock rows where it knows of no transaction.
  private set isOpen(is: boolean) {
    (this.runner as { isTransactionActive: boolean }).isTransactionActive = is;
  }

  private async enter(): Promise<KeyState> {
    type Row = { got_lock: boolean; fingerprint: Buffer | null } & Omit<KeptAnswer, 'fingerprint'>;
    const { tenantId, caller, idempotencyKey, isRead } = this.beginning;
    const values = [tenantId, caller.personId, idempotencyKey ?? null];
    this.isOpen = true;
    const [, entered] = await this.together(() => [
      this.client.query(isRead === true ? 'BEGIN ISOLATION LEVEL REPEATABLE READ' : 'BEGIN'),
      this.client.query<Row>({ ...ENTER, values }),
    ]);
    const row = entered!.rows[0] as Row;
    const { fingerprint, status, headers, body } = row;
    return {
      inFlight: !row.got_lock,
      kept: fingerprint === null ? null : { fingerprint, status, headers, body },
    };
  }

  /** Sends several statements in one message; the pool's connections are in pipeline mode. */
  private async together<T>(send: () => Promise<T>[]): Promise<T[]> {
    const { stream } = this.client.connection;
    stream.cork();
    let sent: Promise<T>[];
    try {
      sent = send();
    } finally {
      stream.uncork();
    }
    try {
      return await Promise.all(sent);
    } catch (error) {
      throw new QueryFailedError('transaction', [], error as Error);
    }
  }
}

const ENTER = { name: 'enter', text: 'SELECT * FROM enter_transaction($1, $2, $3)' };

/** All calls as one prepared statement, named by what it calls. */
function statementOf(calls: readonly FunctionCall[]): Statement & { values: unknown[] } {
  let n = 0;
  const CALLS = calls
    .map((call) => `${call.function}(${call.values.map(() => `$${(n += 1)}`).join(', ')})`)
    .join(', ');
  return {
    name: calls.map((call) => call.function).join('+'),
    text: `SELECT ${CALLS}`,
    values: calls.flatMap(({ values }) => values),
  };
}
