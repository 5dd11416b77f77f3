import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { LotRankingEntity } from './lot-ranking.entity';
import { RankingEntity } from './ranking.entity';
import { SignatureEntity } from './signature.entity';

/** The rows of rankings, of panels and lots, and of the signatures under them. */
@Injectable()
export class ReportRepository {
  async insertRanking(ctx: Context, ranking: RankingEntity): Promise<void> {
    await ctx.manager.insert(RankingEntity, ranking);
  }

  async findRanking(ctx: Context, panelId: string): Promise<RankingEntity | null> {
    return ctx.manager.findOneBy(RankingEntity, { panelId });
  }

  async insertLotRanking(ctx: Context, ranking: LotRankingEntity): Promise<void> {
    await ctx.manager.insert(LotRankingEntity, ranking);
  }

  /** The ranking of a lot by the review that was over last, or was so at some moment. */
  async lastOfLot(ctx: Context, lotId: string, at?: Instant): Promise<LotRankingEntity | null> {
    return ctx.manager.findOne(LotRankingEntity, {
      where: { lotId, ...(at !== undefined && { madeAt: LessThanOrEqual(at) }) },
      order: { no: 'DESC' },
    });
  }

  async insertSignature(ctx: Context, signature: SignatureEntity): Promise<void> {
    await ctx.manager.insert(SignatureEntity, signature);
  }

  async signaturesOf(ctx: Context, panelId: string): Promise<SignatureEntity[]> {
    return ctx.manager.find(SignatureEntity, { where: { panelId }, order: { id: 'ASC' } });
  }
}
