import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import type { Context } from '../../platform/database/context';
import type { NamedAttachment } from '../../registers/attachments';
import { Rounds } from '../rounds';
import { AttachToBid } from './attach-to-bid';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { bidTransitions } from './bid.transitions';
import type { BidVersionEntity } from './bid-version.entity';
import { sealVersion } from './seal-version';
import { decodeContent, requireRevision, requireTaking } from './take-bid';

/** A bid as it is sent in. */
export interface NewBid {
  readonly lotId: string;
  readonly partyId: string;
  /** The revision of the rules that the bidder has read. */
  readonly revision: number;
  /** Base64. */
  readonly content: string;
  readonly attachments: readonly NamedAttachment[];
}

/** A bid after an act on it, with the version that the act made. */
export interface ReceivedBid {
  readonly bid: BidEntity;
  readonly version: BidVersionEntity;
}

/** Takes a bid into a lot, durably, and gives its receipt. Many may submit at once; closing waits for those under way. */
@Injectable()
export class SubmitBid {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly attach: AttachToBid,
    private readonly signer: ReceiptSigner,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, BIDS.CONTENT_NOT_BASE64, BIDS.CONTENT_SIZE, BIDS.CALL_CANCELLED, BIDS.DEADLINE_PASSED,
   * BIDS.REVISION_OUTDATED, PEOPLE.DUTIES_CONFLICT, and what AttachToBid refuses
   */
  async execute(ctx: Context, wanted: NewBid): Promise<ReceivedBid> {
    const { lotId, partyId, revision, attachments } = wanted;
    ctx.require('bid.submit', { partyIds: [partyId] });
    const content = decodeContent(wanted.content);
    const lot = await this.rounds.enterLot(ctx, lotId);
    requireTaking(lot);
    requireRevision(lot, revision);
    const { roundId, unitPath } = lot;
    const bid: BidEntity = {
      id: newId(),
      ...{ lotId, roundId, unitPath, partyId },
      state: bidTransitions.initial,
      versionNo: 1,
      number: null,
      version: 1,
    };
    const version = sealVersion(this.signer, {
      ...{ bidId: bid.id, no: 1, act: 'submission', roundId, lotId, partyId, content, revision },
      attachments,
      supersedes: null,
      receivedAt: lot.at,
      submittedBy: ctx.personId,
    });
    await this.attach.execute(ctx, bid.id, partyId, attachments);
    this.repository.submit(ctx, bid, version);
    await ctx.record({
      name: 'bids.bid-submitted',
      aggregate: { kind: 'bid', id: bid.id, version: 1 },
      move: null,
      roundId,
      body: { lotId, partyId, versionNo: 1, revision, headerDigest: version.headerDigest },
      // Nobody but the bidder learns before the opening that there is a bid.
      audience: { partyIds: [partyId] },
    });
    return { bid, version };
  }
}
