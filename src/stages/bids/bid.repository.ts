import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { CountedBid } from '../rounds';
import { ApplicationEntity } from './application.entity';
import { BidEntity } from './bid.entity';
import { BidVersionEntity } from './bid-version.entity';

/** The last version of a bid without its bytes, which nothing but the opening reads. */
export type VersionHead = Omit<BidVersionEntity, 'content'>;

/** A bid that stands and names an earlier revision of the rules. */
export interface OutdatedBid {
  readonly bidId: string;
  readonly partyId: string;
  /** Who sent in its last version. */
  readonly submittedBy: string;
  /** The revision that it names. */
  readonly named: number;
}

/** The rows of bids and their versions. */
@Injectable()
export class BidRepository {
  /** A bid and its first version, and that its submitter is a bidder of the round; written with the commit. */
  submit(ctx: Context, bid: BidEntity, version: BidVersionEntity): void {
    ctx.writeAtCommit('submit_bid', [
      bid.id,
      bid.lotId,
      bid.roundId,
      bid.unitPath,
      bid.partyId,
      version.content,
      version.contentDigest,
      version.header,
      version.headerDigest,
      version.revision,
      version.receivedAt,
      version.submittedBy,
      JSON.stringify(version.receipt),
      ctx.hands,
    ]);
  }

  async insertVersion(ctx: Context, version: BidVersionEntity): Promise<void> {
    await ctx.manager.insert(BidVersionEntity, version);
  }

  async find(ctx: Context, id: string): Promise<BidEntity | null> {
    return ctx.manager.findOneBy(BidEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<BidEntity | null> {
    return ctx.manager.findOne(BidEntity, { where: { id }, lock: LOCK });
  }

  async update(ctx: Context, { id, ...values }: BidEntity): Promise<void> {
    await ctx.manager.update(BidEntity, { id }, values);
  }

  /** The bids of a lot in a state, locked, by id. */
  async lockInState(ctx: Context, lotId: string, state: BidEntity['state']): Promise<BidEntity[]> {
    return ctx.manager.find(BidEntity, {
      where: { lotId, state },
      order: { id: 'ASC' },
      lock: LOCK,
    });
  }

  async countInState(ctx: Context, lotId: string, state: BidEntity['state']): Promise<number> {
    return ctx.manager.countBy(BidEntity, { lotId, state });
  }

  async findLastVersion(ctx: Context, bid: BidEntity): Promise<VersionHead | null> {
    return ctx.manager.findOne(BidVersionEntity, {
      where: { bidId: bid.id, no: bid.versionNo },
      select: HEAD,
    });
  }

  async findApplication(ctx: Context, bidId: string): Promise<ApplicationEntity | null> {
    return ctx.manager.findOneBy(ApplicationEntity, { bidId });
  }

  /** The bids of a lot that were neither withdrawn nor opened, with the digests of their headers. */
  async counting(ctx: Context, lotId: string): Promise<CountedBid[]> {
    return ctx.manager.query(
      `SELECT b.id AS "bidId", v.header_digest AS "headerDigest"
       FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
       WHERE b.lot_id = $1 AND b.state = 'submitted'`,
      [lotId],
    );
  }

  /** The bids of a lot that were neither withdrawn nor opened and name an earlier revision than this one. */
  async namingEarlier(ctx: Context, lotId: string, revision: number): Promise<OutdatedBid[]> {
    return ctx.manager.query(
      `SELECT b.id AS "bidId", b.party_id AS "partyId", v.submitted_by AS "submittedBy", v.revision AS named
       FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
       WHERE b.lot_id = $1 AND b.state = 'submitted' AND v.revision < $2 ORDER BY b.id`,
      [lotId, revision],
    );
  }

  /** The revisions that the last versions of bids name, by bid. */
  async revisionsNamed(
    ctx: Context,
    bidIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows: { bidId: string; revision: number }[] = await ctx.manager.query(
      `SELECT b.id AS "bidId", v.revision FROM bids b
       JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no WHERE b.id = ANY($1)`,
      [bidIds],
    );
    return new Map(rows.map(({ bidId, revision }) => [bidId, revision]));
  }

  /** Who sent in the last versions of the bids of a round that stand. */
  async bidders(ctx: Context, roundId: string): Promise<string[]> {
    const rows: { id: string }[] = await ctx.manager.query(
      `SELECT DISTINCT v.submitted_by AS id
       FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
       WHERE b.round_id = $1 AND b.state = 'submitted'`,
      [roundId],
    );
    return rows.map(({ id }) => id);
  }
}

const LOCK = { mode: 'for_no_key_update' } as const;

const HEAD = {
  bidId: true,
  no: true,
  act: true,
  contentDigest: true,
  header: true,
  headerDigest: true,
  revision: true,
  receivedAt: true,
  submittedBy: true,
  receipt: true,
} as const;
