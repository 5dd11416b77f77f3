import type { EntityManager } from 'typeorm';
import { accessTable, rowOf, type Act } from '../../access/access-table';
import type { Subject } from '../../access/access.types';
import { allowedBy, reachOf, type Reach } from '../../access/decide';
import type { Instant } from '../../kernel/instant';
import type { Locale } from '../../kernel/refusal';
import type { DomainEvent } from '../record/domain-event';
import { insertEvent } from '../record/insert-event';
import { refuseAccess, refuseHttp } from '../http/platform.refusals';
import type { Caller } from './caller';

/** The version that a change was made for, from `If-Match`; `any` for the system, which looks before it acts. */
export type ExpectedVersion = number | 'any' | 'none';

/**
 * One transaction and everything that is true in it: whose tenant, who acts, in which language, under which trace. It is the
 * first argument of every use case and the only way to the database.
 */
export class Context {
  private used = { onBehalfOf: null as string | null };

  constructor(
    /** For `*.repository.ts` and `*.query.ts` alone; a lint rule holds it. */
    readonly manager: EntityManager,
    readonly tenantId: string,
    readonly caller: Caller,
    readonly locale: Locale,
    readonly traceId: string,
    private readonly expected: ExpectedVersion,
  ) {}

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
    if (this.expected === 'any') return;
    if (this.expected === 'none') throw refuseHttp('HTTP.MATCH_REQUIRED');
    if (this.expected !== version) throw refuseHttp('HTTP.STALE', { current: version });
  }

  /** Whose act this is: the caller's, and the one's for whom the caller deputizes, once `require` has found the mandate. */
  get hands(): readonly string[] {
    const { onBehalfOf } = this.used;
    const { personId } = this.caller;
    return [personId, onBehalfOf].filter((person) => person !== null);
  }

  /** Writes the audit event and its outbox row into this transaction. */
  async record(event: DomainEvent): Promise<void> {
    await insertEvent(this, event, this.used.onBehalfOf);
  }
}
