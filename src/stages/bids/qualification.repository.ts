import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import type { ScopedBid } from '../../rules';
import type { Application } from './application';
import { BidCheckEntity } from './bid-check.entity';

/** What of an application the checks look at. */
export type CheckedApplicationParts = Omit<Application, 'sections' | 'activities' | 'indicators'>;

/** An opened bid as the rules look at it. */
export interface BidToCheck {
  readonly bidId: string;
  readonly partyId: string;
  /** The revision of the rules that it names. */
  readonly revision: number;
  /** Null where the application could not be read. */
  readonly content: CheckedApplicationParts | null;
  readonly requestedFen: string | null;
  readonly faults: number;
  /** How many files are attached to it. */
  readonly attachments: number;
  /** Its place among its organization's opened bids of the round, by receipt. */
  readonly place: string;
  /** Those before it, as far as they could be read. */
  readonly earlier: readonly ScopedBid[];
}

/** The rows of qualification checks. */
@Injectable()
export class QualificationRepository {
  async insert(ctx: Context, checks: readonly BidCheckEntity[]): Promise<void> {
    if (checks.length > 0) await ctx.manager.insert(BidCheckEntity, [...checks] as object[]);
  }

  /** @returns false when the check was decided already */
  async insertOne(ctx: Context, check: BidCheckEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, BidCheckEntity, check);
  }

  async ofLot(ctx: Context, lotId: string): Promise<BidCheckEntity[]> {
    return ctx.manager.findBy(BidCheckEntity, { lotId });
  }

  async ofBids(ctx: Context, bidIds: readonly string[]): Promise<BidCheckEntity[]> {
    return ctx.manager
      .createQueryBuilder(BidCheckEntity, 'bidCheck')
      .where('bidCheck.bidId = ANY(:bidIds)', { bidIds })
      .getMany();
  }

  /** Category and class of applicants of opened bids, by bid: for which of them a check stands. */
  async scopesOf(ctx: Context, bidIds: readonly string[]): Promise<ReadonlyMap<string, ScopedBid>> {
    const rows: (ScopedBid & { bidId: string })[] = await ctx.manager.query(
      `SELECT bid_id AS "bidId", category, content->>'applicantClass' AS "applicantClass"
       FROM applications WHERE bid_id = ANY($1)`,
      [bidIds],
    );
    return new Map(rows.map(({ bidId, ...scope }) => [bidId, scope]));
  }

  /** The opened bids of a lot that no rule has looked at yet. */
  async unchecked(ctx: Context, lotId: string, roundId: string): Promise<BidToCheck[]> {
    return ctx.manager.query(
      `WITH opened AS (
         SELECT b.id, b.lot_id, b.party_id, b.state, b.number, v.revision,
           coalesce(jsonb_array_length(v.header::jsonb -> 'attachments'), 0) AS attachments,
           row_number() OVER (PARTITION BY b.party_id ORDER BY v.received_at, b.id) AS place
         FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
         WHERE b.round_id = $2 AND b.number IS NOT NULL)
       SELECT b.id AS "bidId", b.party_id AS "partyId", b.revision, b.place, b.attachments,
         a.content - '{sections,activities,indicators}'::text[] AS content,
         a.requested_fen AS "requestedFen", jsonb_array_length(a.faults) AS faults,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('category', x.category, 'applicantClass', x.content->>'applicantClass')), '[]')
          FROM opened e JOIN applications x ON x.bid_id = e.id
          WHERE e.party_id = b.party_id AND e.place < b.place) AS earlier
       FROM opened b JOIN applications a ON a.bid_id = b.id
       WHERE b.lot_id = $1 AND b.state = 'opened'
         AND NOT EXISTS (SELECT FROM bid_checks c WHERE c.bid_id = b.id) ORDER BY b.number`,
      [lotId, roundId],
    );
  }
}
