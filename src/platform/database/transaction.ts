import type { PoolClient } from 'pg';
import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { sha256Hex } from '../crypto/digest';
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
  readonly of: Beginning;
  readonly writes: readonly FunctionCall[];
  readonly events: readonly EventRow[];
  readonly answer: KeptAnswer | null;
}

/**
 * One transaction of one connection. Its first two statements go to Postgres in one message and so do its last two: on a busy
 * day the messages cost more than the work. TypeORM runs what lies between and is told that a transaction is open.
 */
export class Transaction {
  private readonly asked = new Map<string, Promise<readonly object[]>>();

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  /** Takes a connection, begins, sets the tenant and looks the key up; several requests of one tenant may share it. */
  static async begin(
    dataSource: DataSource,
    beginnings: readonly Beginning[],
  ): Promise<{ transaction: Transaction; keys: readonly KeyState[] }> {
    const runner = dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const transaction = new Transaction(runner, client);
    try {
      return { transaction, keys: await transaction.enter(beginnings) };
    } catch (error) {
      await transaction.rollBack();
      await transaction.release();
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

  /** As `ask`, but the same question gets the same answer as long as the transaction lasts. */
  async askOnce<Row extends object>(
    statement: Statement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const key = JSON.stringify([statement.name, values]);
    const answer = this.asked.get(key) ?? this.ask(statement, values);
    this.asked.set(key, answer);
    return (await answer) as readonly Row[];
  }

  /** Writes what is left to write, in one statement, and commits; all of it or nothing. */
  async commit(endings: readonly Ending[]): Promise<void> {
    const calls = endings.flatMap((ending) => [...ending.writes, ...finish(ending)]);
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

  private get isOpen(): boolean {
    return this.runner.isTransactionActive;
  }

  // TypeORM refuses to lock rows where it knows of no transaction.
  private set isOpen(is: boolean) {
    (this.runner as { isTransactionActive: boolean }).isTransactionActive = is;
  }

  private async enter(beginnings: readonly Beginning[]): Promise<KeyState[]> {
    type Row = { got_lock: boolean; fingerprint: Buffer | null } & Omit<KeptAnswer, 'fingerprint'>;
    const { tenantId, isRead } = beginnings[0]!;
    const values = [
      tenantId,
      beginnings.map(({ caller }) => caller.personId),
      beginnings.map(({ idempotencyKey }) => idempotencyKey ?? null),
    ];
    this.isOpen = true;
    const [, entered] = await this.together(() => [
      this.client.query(isRead === true ? 'BEGIN ISOLATION LEVEL REPEATABLE READ' : 'BEGIN'),
      this.client.query<Row>({ ...ENTER, values }),
    ]);
    return (entered!.rows as Row[]).map(({ got_lock, fingerprint, status, headers, body }) => ({
      inFlight: !got_lock,
      kept: fingerprint === null ? null : { fingerprint, status, headers, body },
    }));
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

const ENTER = {
  name: 'enter',
  text: `SELECT entered.* FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS request (person, key, n),
    LATERAL enter_transaction($1, person, key) AS entered ORDER BY n`,
};

function finish({ of, events, answer }: Ending): FunctionCall[] {
  if (events.length === 0 && answer === null) return [];
  const { traceId, caller, idempotencyKey } = of;
  const values = [
    ...[JSON.stringify(events), traceId, caller.kind === 'person' ? 'person' : 'system'],
    ...[caller.personId, caller.credentialId, idempotencyKey ?? null],
    ...[answer?.fingerprint, answer?.status],
    ...[answer === null ? null : JSON.stringify(answer.headers), answer?.body],
  ];
  return [{ function: 'finish_transaction', values }];
}

/** All calls as one prepared statement, named by what it calls: a name of Postgres has at most 63 bytes, hence the digest. */
function statementOf(calls: readonly FunctionCall[]): Statement & { values: unknown[] } {
  let n = 0;
  const CALLS = calls
    .map((call) => `${call.function}(${call.values.map(() => `$${(n += 1)}`).join(', ')})`)
    .join(', ');
  return {
    name: sha256Hex(calls.map((call) => call.function).join()).slice(0, 32),
    text: `SELECT ${CALLS}`,
    values: calls.flatMap(({ values }) => values),
  };
}
