import { Injectable } from '@nestjs/common';
import type { Act } from '../../access/access-table';
import { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import type { NamedAttachment } from '../../registers/attachments';
import { Rounds, type EnteredLot } from '../rounds';
import { AttachToBid } from './attach-to-bid';
import { bidEvents } from './bid-events';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { bidTransitions } from './bid.transitions';
import type { BidVersionEntity } from './bid-version.entity';
import { OutdatedBids } from './outdated-bids';
import { sealVersion } from './seal-version';
import type { NewBid, ReceivedBid } from './submit-bid';
import { decodeContent, requireRevision, requireTaking } from './take-bid';

/** What is changed: new content under a revision of the rules, or nothing for a withdrawal. */
interface Change {
  readonly act: 'replacement' | 'withdrawal';
  readonly content: Buffer | null;
  readonly attachments: readonly NamedAttachment[];
  /** None for a withdrawal, which holds whatever the rules say. */
  readonly revision: number | null;
}

/** Puts another version in a bid's place, or withdraws the bid, before the deadline. Every version is kept. */
@Injectable()
export class ChangeBid {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly attach: AttachToBid,
    private readonly signer: ReceiptSigner,
    private readonly outdated: OutdatedBids,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, BIDS.CONTENT_NOT_BASE64, BIDS.CONTENT_SIZE, BIDS.CALL_CANCELLED, BIDS.DEADLINE_PASSED,
   * BIDS.REVISION_OUTDATED, STATE.OUT_OF_ORDER, and what AttachToBid refuses
   */
  async replace(
    ctx: Context,
    bidId: string,
    wanted: Pick<NewBid, 'revision' | 'content' | 'attachments'>,
  ): Promise<ReceivedBid> {
    const content = decodeContent(wanted.content);
    const { revision, attachments } = wanted;
    const change: Change = { act: 'replacement', content, attachments, revision };
    return this.change(ctx, 'bid.replace', bidId, change);
  }

  /** @throws ACCESS.NOT_FOUND, BIDS.CALL_CANCELLED, BIDS.DEADLINE_PASSED, STATE.OUT_OF_ORDER */
  async withdraw(ctx: Context, bidId: string): Promise<ReceivedBid> {
    const change: Change = { act: 'withdrawal', content: null, attachments: [], revision: null };
    return this.change(ctx, 'bid.withdraw', bidId, change);
  }

  private async change(
    ctx: Context,
    permission: Act,
    bidId: string,
    change: Change,
  ): Promise<ReceivedBid> {
    const found = requireFound(await this.repository.find(ctx, bidId));
    ctx.require(permission, { partyIds: [found.partyId] });
    // The gate first, as closing takes it before it looks at bids.
    const lot = await this.rounds.enterLot(ctx, found.lotId);
    const bid = requireFound(await this.repository.lock(ctx, bidId));
    ctx.matches(bid.version);
    const move = change.act === 'withdrawal' ? 'withdraw' : 'replace';
    requireTaking(lot);
    bid.state = bidTransitions.next(bid.state, move);
    if (change.revision !== null) requireRevision(lot, change.revision);
    const version = await this.store(ctx, lot, bid, change);
    // A replacement names the revision in force.
    await this.outdated.end(ctx, bid.id, change.act === 'withdrawal' ? 'withdraw' : 'done');
    await ctx.record({
      name: bidEvents[move],
      aggregate: { kind: 'bid', id: bid.id, version: bid.version },
      move,
      roundId: bid.roundId,
      body: { lotId: bid.lotId, versionNo: version.no, headerDigest: version.headerDigest },
      audience: { partyIds: [bid.partyId] },
    });
    return { bid, version };
  }

  private async store(
    ctx: Context,
    lot: EnteredLot,
    bid: BidEntity,
    { act, content, attachments, revision }: Change,
  ): Promise<BidVersionEntity> {
    const before = requireFound(await this.repository.findLastVersion(ctx, bid));
    bid.versionNo += 1;
    bid.version += 1;
    const version = sealVersion(this.signer, {
      ...{ bidId: bid.id, no: bid.versionNo, act, content },
      ...{ roundId: bid.roundId, lotId: bid.lotId, partyId: bid.partyId },
      attachments,
      revision: revision ?? before.revision,
      supersedes: before.headerDigest,
      receivedAt: lot.at,
      submittedBy: ctx.personId,
    });
    await this.attach.execute(ctx, bid.id, bid.partyId, attachments);
    await this.repository.insertVersion(ctx, version);
    await this.repository.update(ctx, bid);
    return version;
  }
}
