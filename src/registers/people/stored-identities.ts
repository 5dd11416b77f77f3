import { Injectable } from '@nestjs/common';
import type { Act } from '../../access/access-table';
import type { HeldMandate } from '../../access/decide';
import type { Duty } from '../../access/duties';
import { Identities, type Identity } from '../../platform/auth/identities';
import { trueNowMs } from '../../platform/clock/true-clock';
import { IdentityQuery, type MandateRow } from './identity.query';
import { hashToken } from './token';

/** How long an identity may be taken from memory: a revoked credential does nothing more after this. */
const FRESH_MS = 1_000;
const MAX_REMEMBERED = 5_000;
/** `last_used_at` of a session keeps it from idling out; it need not be exact. */
const TOUCH_AFTER_MS = 60_000;

/** Finds who stands behind a token, remembering the answer for a second. */
@Injectable()
export class StoredIdentities extends Identities {
  private readonly remembered = new Map<
    string,
    { at: number; identity: Promise<Identity | null> }
  >();

  /** Whose mandates changed, and when: what was read until a moment later may miss a commit still under way. */
  private readonly changed = new Map<string, number>();

  constructor(private readonly query: IdentityQuery) {
    super();
  }

  override async identify(token: string): Promise<Identity | null> {
    const hash = hashToken(token);
    const key = hash.toString('base64');
    const known = this.remembered.get(key);
    const now = trueNowMs();
    if (known !== undefined && now - known.at < FRESH_MS) {
      const identity = await known.identity;
      if (identity === null || !this.isOutdated(identity, known.at)) return identity;
    }
    const identity = this.load(hash, token.startsWith('ycs_'));
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { at: now, identity });
    identity.catch(() => this.remembered.delete(key));
    return identity;
  }

  override forgetPerson(personId: string): void {
    const now = trueNowMs();
    for (const [id, at] of this.changed) if (now - at > 2 * FRESH_MS) this.changed.delete(id);
    this.changed.set(personId, now);
  }

  private isOutdated({ caller }: Identity, readAt: number): boolean {
    const changedAt = this.changed.get(caller.personId ?? '');
    return changedAt !== undefined && readAt < changedAt + FRESH_MS;
  }

  override async tenantByCode(code: string): Promise<string | null> {
    return this.query.tenantByCode(code);
  }

  private async load(hash: Buffer, isSession: boolean): Promise<Identity | null> {
    const found = await this.query.credential(hash);
    if (found === null) return null;
    const age = trueNowMs() - (found.lastUsedAt?.getTime() ?? 0);
    if (age > TOUCH_AFTER_MS) await this.query.touch(found, isSession);
    const mandates = (await this.query.mandates(found.tenantId, found.personId)).map(toHeld);
    return {
      tenantId: found.tenantId,
      acts: found.acts as Act[] | null,
      caller: {
        kind: 'person',
        personId: found.personId,
        credentialId: found.credentialId,
        mandates,
      },
    };
  }
}

function toHeld(row: MandateRow): HeldMandate {
  const scope =
    row.scopeKind === 'unit'
      ? { kind: row.scopeKind, id: row.scopeId, path: row.path ?? '' }
      : { kind: row.scopeKind, id: row.scopeId };
  return {
    mandateId: row.mandateId,
    duty: row.duty as Duty,
    scope,
    ...(row.onBehalfOf !== null && { onBehalfOf: row.onBehalfOf }),
  };
}
