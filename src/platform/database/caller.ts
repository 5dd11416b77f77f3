import type { Holder } from '../../access/decide';

/** Who acts: a person by some credential, the system itself, or nobody (what is public). */
export interface Caller extends Holder {
  readonly kind: 'person' | 'system' | 'nobody';
  readonly credentialId: string | null;
}
