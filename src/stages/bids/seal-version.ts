import { printInstant, type Instant } from '../../kernel/instant';
import { sha256Hex } from '../../platform/crypto/digest';
import type { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import { canonicalJson } from '../../platform/record/canonical-json';
import type { NamedAttachment } from '../../registers/attachments';
import { sealingWarning } from '../rounds';
import type { VersionAct } from './bid-receipt';
import type { BidVersionEntity } from './bid-version.entity';

/** What becomes a version of a bid. */
export interface NewVersion {
  readonly bidId: string;
  readonly no: number;
  readonly act: VersionAct;
  readonly roundId: string;
  readonly lotId: string;
  readonly partyId: string;
  /** None for a withdrawal. */
  readonly content: Buffer | null;
  /** What is attached to it, in the order in which it was named. */
  readonly attachments: readonly NamedAttachment[];
  readonly revision: number;
  /** The digest of the header of the version before; null for the first. */
  readonly supersedes: string | null;
  readonly receivedAt: Instant;
  readonly submittedBy: string;
}

const SUITE = 'NONE-1' as const;

/**
 * Makes a version of a bid with its header, its digests and its signed receipt. The header binds the content and the
 * attachments to bid, version, lot and party, and to the version before; it is what is counted at the close.
 */
export function sealVersion(signer: ReceiptSigner, wanted: NewVersion): BidVersionEntity {
  const { bidId, no, act, roundId, lotId, partyId, content, revision, supersedes } = wanted;
  const { attachments } = wanted;
  const contentDigest = content === null ? null : sha256Hex(content);
  const header = canonicalJson({
    ...{ suite: SUITE, bidId, versionNo: no, act, roundId, lotId, partyId, revision, supersedes },
    contentDigest,
    contentLength: content?.length ?? 0,
    attachments: attachments.map(({ id, digest }) => ({ id, digest })),
  });
  const headerDigest = sha256Hex(header);
  const receipt = signer.sign({
    ...{ bidId, versionNo: no, act, lotId, partyId, contentDigest, headerDigest },
    receivedAt: printInstant(wanted.receivedAt),
    suite: SUITE,
    warning: sealingWarning,
  });
  return {
    ...{ bidId, no, act, content, contentDigest, header, headerDigest, revision, receipt },
    receivedAt: wanted.receivedAt,
    submittedBy: wanted.submittedBy,
  };
}

/**
 * Whether a stored version still is what was received: its bytes, its header and the receipt that was given for them. A
 * changed bit in any of them is found here.
 */
export function isIntact(signer: ReceiptSigner, version: BidVersionEntity): boolean {
  const { content, contentDigest, header, headerDigest, receipt } = version;
  return (
    content !== null &&
    sha256Hex(content) === contentDigest &&
    sha256Hex(header) === headerDigest &&
    receipt.receipt.bidId === version.bidId &&
    receipt.receipt.versionNo === version.no &&
    receipt.receipt.contentDigest === contentDigest &&
    receipt.receipt.headerDigest === headerDigest &&
    receipt.receipt.receivedAt === printInstant(version.receivedAt) &&
    signer.hasSigned(receipt)
  );
}

/** Ids of what is attached to a version, as its header says. */
export function attachedTo({ header }: Pick<BidVersionEntity, 'header'>): string[] {
  const { attachments } = JSON.parse(header) as { attachments: readonly NamedAttachment[] };
  return attachments.map(({ id }) => id);
}
