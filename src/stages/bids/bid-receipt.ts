/** What a version of a bid is: the first, one in its place, or its withdrawal, which has no content. */
export type VersionAct = 'submission' | 'replacement' | 'withdrawal';

/** What the platform confirms to a bidder, and signs. */
export type BidReceipt = {
  readonly bidId: string;
  readonly versionNo: number;
  readonly act: VersionAct;
  readonly lotId: string;
  readonly partyId: string;
  /** SHA-256 in hex; null for a withdrawal. */
  readonly contentDigest: string | null;
  readonly headerDigest: string;
  /** Legal time, RFC 3339 to the millisecond. */
  readonly receivedAt: string;
  readonly suite: 'NONE-1';
  /** What this suite does not do. */
  readonly warning: { readonly zh: string; readonly en: string };
};
