import type { Act } from '../../access/access-table';
import type { Caller } from '../database/caller';

/** A credential that holds now, and whose it is. */
export interface Identity {
  readonly tenantId: string;
  readonly caller: Caller;
  /** For an API key: the only acts it may do; null for a session, which may do all that its person may. */
  readonly acts: readonly Act[] | null;
}

/** Who stands behind a bearer token. The register of people fills this in. */
export abstract class Identities {
  /** The identity, or null when the token is unknown, expired, idle too long or revoked. */
  abstract identify(token: string): Promise<Identity | null>;
  /** The tenant of a public address, by its code; null when there is none. */
  abstract tenantByCode(code: string): Promise<string | null>;
  /** What a person may do changes in the transaction under way: for a moment nothing remembered of them counts. */
  abstract forgetPerson(personId: string): void;
}
