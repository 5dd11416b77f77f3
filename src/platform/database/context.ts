import type { EntityManager } from 'typeorm';
import { accessTable, rowOf, type Act } from '../../access/access-table';
import type { Subject } from '../../access/access.types';
import { allowedBy, reachOf, type Reach } from '../../access/decide';
import type { Instant } from '../../kernel/instant';
import type { Locale } from '../../kernel/refusal';
import type { DomainEvent } from '../record/domain-event';
import { eventRow, type EventRow } from '../record/event-row';
import { refuseAccess, refuseHttp } from '../http/platform.refusals';
import type { Caller } from './caller';
import type {
  Beginning,
  Ending,
  KeptAnswer,
  FunctionCall,
  Statement,
  Transaction,
} from './transaction';

/** The version that a change was made for, from `If-Match`; `any` for the system, which looks before it acts. */
export type ExpectedVersion = number | 'any' | 'none';

/** What a transaction is opened for. */
export interface Entry extends Beginning {
  readonly locale: Locale;
  readonly expected: ExpectedVersion;
}

/** Tells the door that a request cannot share its transaction after all; it is then done alone. */
class NeedsOwnTransaction extends Error {}

/**
 * One transaction and everything that is true in it: whose tenant, who acts, in which language, under which trace. It is the
 * first argument of every use case and the only way to the database.
 */
export class Context {
  private used = { onBehalfOf: null as string | null };
  private readonly events: EventRow[] = [];
  private readonly writes: FunctionCall[] = [];
  private answer: KeptAnswer | null = null;

  constructor(
    private readonly transaction: Transaction,
    private readonly entry: Entry,
    /** Whether other requests share the transaction. */
    private readonly isShared = false,
  ) {}

  /**
   * For `*.repository.ts` and `*.query.ts` alone; a lint rule holds it.
   * @throws NeedsOwnTransaction in a shared one: what is done here could not be undone for this request alone
   */
  get manager(): EntityManager {
    if (this.isShared) throw new NeedsOwnTransaction();
    return this.transaction.manager;
  }

  get tenantId(): string {
    return this.entry.tenantId;
  }

  get caller(): Caller {
    return this.entry.caller;
  }

  get locale(): Locale {
    return this.entry.locale;
  }

  get traceId(): string {
    return this.entry.traceId;
  }

  /**
   * Asks by a statement that each connection keeps prepared: for what thousands do within minutes.
   * @throws QueryFailedError
   */
  async ask<Row extends object>(
    statement: Statement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return this.isShared
      ? this.transaction.askOnce<Row>(statement, values)
      : this.transaction.ask<Row>(statement, values);
  }

  /**
   * Leaves a call of a function of the database, on whose outcome nothing else in the work depends, to be sent together with
   * the commit. Should it fail, nothing is committed.
   */
  writeAtCommit(name: string, values: readonly unknown[]): void {
    this.writes.push({ function: name, values });
  }

  /** Legal time now, by the database's clock: ask after the locks that the decision depends on. */
  async now(): Promise<Instant> {
    const rows: { now: Date }[] = await this.manager.query('SELECT app_now() AS now');
    return rows[0]!.now;
  }

  /**
   * The caller's person.
   * @throws ACCESS.SIGN_IN_REQUIRED when nobody is signed in
   */
  get personId(): string {
    if (this.caller.personId === null) throw refuseAccess('ACCESS.SIGN_IN_REQUIRED');
    return this.caller.personId;
  }

  /**
   * Passes when the caller may do the act on the thing. The answer to forbidden is the answer to absent.
   * @throws ACCESS.NOT_FOUND
   */
  require(act: Act, subject: Subject): void {
    if (this.caller.kind === 'system') return;
    const by = allowedBy(rowOf(act), this.caller, subject);
    if (by === null) throw refuseAccess('ACCESS.NOT_FOUND');
    if (by !== 'own' && by.onBehalfOf !== undefined) this.used.onBehalfOf = by.onBehalfOf;
  }

  /** How far the caller may list under an act; the system sees all of the tenant. */
  reach(act: Act): Reach {
    const reach = reachOf(accessTable[act], this.caller);
    return this.caller.kind === 'system' ? { ...reach, everything: true } : reach;
  }

  /**
   * Passes when the thing still has the version that the caller saw.
   * @throws HTTP.STALE, HTTP.MATCH_REQUIRED
   */
  matches(version: number): void {
    if (this.entry.expected === 'any') return;
    if (this.entry.expected === 'none') throw refuseHttp('HTTP.MATCH_REQUIRED');
    if (this.entry.expected !== version) throw refuseHttp('HTTP.STALE', { current: version });
  }

  /** Whose act this is: the caller's, and the one's for whom the caller deputizes, once `require` has found the mandate. */
  get hands(): readonly string[] {
    const { onBehalfOf } = this.used;
    const { personId } = this.caller;
    return [personId, onBehalfOf].filter((person) => person !== null);
  }

  /**
   * Adds an event to the record. It is written with its outbox row in this transaction, together with all others of it, as
   * its last statement before the commit.
   */
  record(event: DomainEvent): Promise<void> {
    this.events.push(eventRow(event, this.used.onBehalfOf));
    return Promise.resolve();
  }

  /** Keeps the answer under the request's key, for thirty days of true time; the relay deletes older ones. */
  keepAnswer(answer: KeptAnswer): void {
    this.answer = answer;
  }

  /** What is left to write when the work is done. */
  get ending(): Ending {
    const { writes, events, answer } = this;
    return { of: this.entry, writes, events, answer };
  }
}
