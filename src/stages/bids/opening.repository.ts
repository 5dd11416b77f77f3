import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { ApplicationEntity } from './application.entity';
import { BidEntity } from './bid.entity';
import { BidVersionEntity } from './bid-version.entity';
import { OpeningEntity } from './opening.entity';

/** A bid about to be opened: all of it but the bytes, which are read a few at a time. */
export interface BidToOpen {
  readonly bidId: string;
  readonly versionNo: number;
  readonly receivedAt: Date;
}

/** The rows that an opening reads and writes. */
@Injectable()
export class OpeningRepository {
  /** @returns false when the lot's opening was asked for already */
  async insert(ctx: Context, opening: OpeningEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, OpeningEntity, opening);
  }

  async lockOfLot(ctx: Context, lotId: string): Promise<OpeningEntity | null> {
    return ctx.manager.findOne(OpeningEntity, {
      where: { lotId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(ctx: Context, { id, ...values }: OpeningEntity): Promise<void> {
    await ctx.manager.update(OpeningEntity, { id }, values);
  }

  /** The bids that count, in the order in which they were received. */
  async toOpen(ctx: Context, lotId: string): Promise<BidToOpen[]> {
    return ctx.manager.query(
      `SELECT b.id AS "bidId", b.version_no AS "versionNo", v.received_at AS "receivedAt"
       FROM bids b JOIN bid_versions v ON v.bid_id = b.id AND v.no = b.version_no
       WHERE b.lot_id = $1 AND b.state = 'submitted' ORDER BY v.received_at, b.id`,
      [lotId],
    );
  }

  /** Versions with their bytes. */
  async versions(ctx: Context, bids: readonly BidToOpen[]): Promise<BidVersionEntity[]> {
    const where = bids.map(({ bidId, versionNo }) => ({ bidId, no: versionNo }));
    return ctx.manager.find(BidVersionEntity, { where });
  }

  async lockBids(ctx: Context, bidIds: readonly string[]): Promise<BidEntity[]> {
    return ctx.manager
      .createQueryBuilder(BidEntity, 'bid')
      .where('bid.id = ANY(:bidIds)', { bidIds })
      .orderBy('bid.id')
      .setLock('for_no_key_update')
      .getMany();
  }

  async insertApplications(ctx: Context, applications: ApplicationEntity[]): Promise<void> {
    if (applications.length > 0) {
      await ctx.manager.insert(ApplicationEntity, applications);
    }
  }
}
