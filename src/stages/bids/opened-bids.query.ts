import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';

/** A bid that was opened, as the later stages see it. */
export interface OpenedBid {
  readonly bidId: string;
  /** What people call it. */
  readonly number: string;
  readonly partyId: string;
  /** When its last version was received. */
  readonly receivedAt: Instant;
  /** Null where the rule set has no categories, or the application names none. */
  readonly category: string | null;
  readonly title: string;
  readonly budgetFen: Fen;
  readonly ownFundsFen: Fen;
  readonly requestedFen: Fen;
}

/** An opened bid whose application may not have been readable. */
export type AnyOpenedBid = Omit<
  OpenedBid,
  'title' | 'budgetFen' | 'ownFundsFen' | 'requestedFen'
> & {
  readonly [Part in 'budgetFen' | 'ownFundsFen' | 'requestedFen']: Fen | null;
} & { readonly title: string | null };

interface Row {
  readonly bidId: string;
  readonly number: string;
  readonly partyId: string;
  readonly receivedAt: Date;
  readonly category: string | null;
  readonly title: string | null;
  readonly budgetFen: string | null;
  readonly ownFundsFen: string | null;
  readonly requestedFen: string | null;
}

/** Reads of opened bids with what their applications come to, by number. */
@Injectable()
export class OpenedBidsQuery {
  /** The bids of a lot in one of these states. */
  async inStates(ctx: Context, lotId: string, states: readonly string[]): Promise<AnyOpenedBid[]> {
    const rows: Row[] = await ctx.manager.query(
      `SELECT b.id AS "bidId", b.number, b.party_id AS "partyId", v.received_at AS "receivedAt",
         a.category, a.title, a.budget_fen AS "budgetFen", a.own_funds_fen AS "ownFundsFen",
         a.requested_fen AS "requestedFen"
       FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
       JOIN applications a ON a.bid_id = b.id
       WHERE b.lot_id = $1 AND b.number IS NOT NULL AND b.state = ANY($2) ORDER BY b.number`,
      [lotId, states],
    );
    return rows.map((row) => ({
      ...row,
      budgetFen: fen(row.budgetFen),
      ownFundsFen: fen(row.ownFundsFen),
      requestedFen: fen(row.requestedFen),
    }));
  }
}

function fen(text: string | null): Fen | null {
  return text === null ? null : BigInt(text);
}
