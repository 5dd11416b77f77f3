import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { RankingEntity } from './ranking.entity';
import { SignatureEntity } from './signature.entity';

/** The rows of rankings and of the signatures under them. */
@Injectable()
export class ReportRepository {
  async insertRanking(ctx: Context, ranking: RankingEntity): Promise<void> {
    await ctx.manager.insert(RankingEntity, ranking);
  }

  async findRanking(ctx: Context, panelId: string): Promise<RankingEntity | null> {
    return ctx.manager.findOneBy(RankingEntity, { panelId });
  }

  async insertSignature(ctx: Context, signature: SignatureEntity): Promise<void> {
    await ctx.manager.insert(SignatureEntity, signature);
  }

  async signaturesOf(ctx: Context, panelId: string): Promise<SignatureEntity[]> {
    return ctx.manager.find(SignatureEntity, { where: { panelId }, order: { id: 'ASC' } });
  }
}
