import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { BidCheckEntity } from './bid-check.entity';

/** An opened bid as the rules look at it. */
export interface BidToCheck {
  readonly bidId: string;
  readonly partyId: string;
  /** The revision of the rules that it names. */
  readonly revision: number;
  readonly category: string | null;
  readonly budgetFen: string | null;
  readonly ownFundsFen: string | null;
  readonly requestedFen: string | null;
  readonly faults: number;
  /** Its place among its organization's opened bids of the round, by receipt. */
  readonly place: string;
}

/** The rows of qualification checks. */
@Injectable()
export class QualificationRepository {
  async insert(ctx: Context, checks: readonly BidCheckEntity[]): Promise<void> {
    if (checks.length > 0) await ctx.manager.insert(BidCheckEntity, [...checks]);
  }

  /** @returns false when the check was decided already */
  async insertOne(ctx: Context, check: BidCheckEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, BidCheckEntity, check);
  }

  async ofLot(ctx: Context, lotId: string): Promise<BidCheckEntity[]> {
    return ctx.manager.findBy(BidCheckEntity, { lotId });
  }

  /** The opened bids of a lot that no rule has looked at yet. */
  async unchecked(ctx: Context, lotId: string, roundId: string): Promise<BidToCheck[]> {
    return ctx.manager.query(
      `SELECT b.id AS "bidId", b.party_id AS "partyId", b.revision, b.place, a.category, a.budget_fen AS "budgetFen",
         a.own_funds_fen AS "ownFundsFen", a.requested_fen AS "requestedFen", jsonb_array_length(a.faults) AS faults
       FROM (
         SELECT b.*, v.revision, row_number() OVER (PARTITION BY b.party_id ORDER BY v.received_at, b.id) AS place
         FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
         WHERE b.round_id = $2 AND b.number IS NOT NULL
       ) b JOIN applications a ON a.bid_id = b.id
       WHERE b.lot_id = $1 AND b.state = 'opened'
         AND NOT EXISTS (SELECT FROM bid_checks c WHERE c.bid_id = b.id) ORDER BY b.number`,
      [lotId, roundId],
    );
  }
}
