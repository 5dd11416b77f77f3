import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Notices } from '../../registers/notices';
import type { PanelEntity } from './panels/panel.entity';
import type { LotRankingEntity } from './report/lot-ranking.entity';
import { ReportRepository } from './report/report.repository';

/**
 * Says what a review keeps secret may be told: from the public notice of its lot's awards, or of its failure. What was published
 * of an earlier review stays so while a re-review is at work, and nothing of that is told before a notice of its own.
 */
@Injectable()
export class Disclosure {
  constructor(
    private readonly notices: Notices,
    private readonly reports: ReportRepository,
  ) {}

  /** When a notice last told of a lot; null before the first. */
  async toldAt(ctx: Context, lotId: string): Promise<Instant | null> {
    return this.notices.lastPublishedAt(ctx, ['award', 'result'], lotId);
  }

  /** The ranking of a lot by the last review of which a notice has told. */
  async ranking(ctx: Context, lotId: string): Promise<LotRankingEntity | null> {
    const toldAt = await this.toldAt(ctx, lotId);
    return toldAt === null ? null : this.reports.lastOfLot(ctx, lotId, toldAt);
  }

  /** Whether the review of a panel is one of which a notice has told. */
  async isOpen(ctx: Context, { lotId, no }: PanelEntity): Promise<boolean> {
    const told = await this.ranking(ctx, lotId);
    return told !== null && no <= told.no;
  }
}
