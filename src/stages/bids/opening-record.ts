/** How one bid came out of the opening. */
export type OpeningRecordLine = {
  readonly bidId: string;
  readonly number: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly versionNo: number;
  readonly receivedAt: string;
  readonly contentDigest: string;
  readonly headerDigest: string;
  readonly outcome: 'opened' | 'unopenable';
  /** Who it lies with that a bid cannot be opened; without encryption only the system. */
  readonly cause: 'system' | null;
};

/** The record of an opening 开标记录: every bid that counted at the close, with its digests; published as it is. */
export type OpeningRecord = {
  readonly lotId: string;
  readonly closedAt: string;
  readonly heldAt: string;
  /** What was published at the close, and was found again. */
  readonly count: number;
  readonly root: string;
  /** How many more had come, and lapsed at the close as no new version was sent in that a correction had demanded. */
  readonly lapsed: number;
  readonly bids: readonly OpeningRecordLine[];
};
