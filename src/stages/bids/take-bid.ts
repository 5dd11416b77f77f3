import { printInstant, type Instant } from '../../kernel/instant';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { refuseBids } from './bid.refusals';

/** A lot as a bid meets it; the door of rounds fills it. */
export interface MetLot {
  readonly state: string;
  readonly roundState: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** The revision of the rule set in force. */
  readonly revision: number;
  /** When it was met, taken behind the gate. */
  readonly at: Instant;
}

/**
 * Passes when the lot takes, replaces and gives back bids at this moment. Time decides, not whether somebody has announced or
 * closed it yet: late work of ours takes nothing from a bidder. The deadline is exclusive.
 * @throws ACCESS.NOT_FOUND before the call opens, BIDS.CALL_CANCELLED, BIDS.DEADLINE_PASSED
 * @source 电子招标投标办法 art. 27
 */
export function requireTaking({ state, roundState, opensAt, closesAt, at }: MetLot): void {
  if (roundState === 'draft' || at < opensAt) throw refuseAccess('ACCESS.NOT_FOUND');
  if (state === 'cancelled') throw refuseBids('BIDS.CALL_CANCELLED');
  const isTaking = state === 'planned' || state === 'open';
  if (isTaking && at < closesAt) return;
  throw refuseBids('BIDS.DEADLINE_PASSED', {
    closesAt: printInstant(closesAt),
    receivedAt: printInstant(at),
  });
}

/** Passes when the bidder knew the rules in force. @throws BIDS.REVISION_OUTDATED */
export function requireRevision({ revision: current }: MetLot, named: number): void {
  if (named === current) return;
  throw refuseBids('BIDS.REVISION_OUTDATED', { named, current }, '/revision');
}

/** What a bid may weigh: its Base64 fits, with the rest of the request, into 256 KB. */
const MIN_BYTES = 2;
const MAX_BYTES = 170 * 1024;

/**
 * The bytes of a bid. They are not looked at: what they say is read at the opening.
 * @throws BIDS.CONTENT_NOT_BASE64, BIDS.CONTENT_SIZE
 */
export function decodeContent(base64: string): Buffer {
  const content = Buffer.from(base64, 'base64');
  // Node skips what is not Base64; two spellings of one content would have one digest.
  if (content.toString('base64') !== base64) {
    throw refuseBids('BIDS.CONTENT_NOT_BASE64', {}, '/content');
  }
  const bytes = content.length;
  if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
    throw refuseBids('BIDS.CONTENT_SIZE', { bytes, min: MIN_BYTES, max: MAX_BYTES }, '/content');
  }
  return content;
}
