import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { ApplicationEntity } from './application.entity';
import { BidEntity } from './bid.entity';
import { BidVersionEntity } from './bid-version.entity';

@Injectable()
export class BidRepository {
  async find(ctx: Context, id: string): Promise<BidEntity | null> {
    return ctx.manager.findOneBy(BidEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<BidEntity | null> {
    return ctx.manager.findOne(BidEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(ctx: Context, { id, ...values }: BidEntity): Promise<void> {
    await ctx.manager.update(BidEntity, { id }, values);
  }

  async findApplication(ctx: Context, bidId: string): Promise<ApplicationEntity | null> {
    return ctx.manager.findOneBy(ApplicationEntity, { bidId });
  }

  /** The last version of a bid, without its content. */
  async findLastVersion(ctx: Context, bid: BidEntity): Promise<BidVersionEntity | null> {
    return ctx.manager.findOne(BidVersionEntity, {
      where: { bidId: bid.id, no: bid.versionNo },
      select: WITHOUT_CONTENT,
    });
  }
}

const WITHOUT_CONTENT = {
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
