import { Injectable } from '@nestjs/common';
import { sha256Hex } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { canonicalJson } from '../../../platform/record/canonical-json';
import { Bids } from '../../bids';
import type { Round } from '../../rounds';
import type { PanelEntity } from '../panels/panel.entity';
import { assembleLotRanking, type SignedReport } from './assemble-lot-ranking';
import type { RankingDocument } from './assemble-ranking';
import { ReportRepository } from './report.repository';

/** Makes the ranking of a lot from the reports of its panels. */
@Injectable()
export class RankLot {
  constructor(
    private readonly bids: Bids,
    private readonly repository: ReportRepository,
  ) {}

  /** @param review every panel of the review, each with its report signed; the caller has locked them */
  async execute(ctx: Context, review: readonly PanelEntity[], { ruleSet }: Round): Promise<void> {
    const { lotId, no, revision } = review[0]!;
    const bids = await this.bids.qualified(ctx, lotId);
    const document = canonicalJson(
      assembleLotRanking(
        ruleSet.scoring,
        { lotId, no, revision },
        await this.reportsOf(ctx, review),
        new Map(bids.map(({ bidId, receivedAt }) => [bidId, receivedAt])),
      ),
    );
    const digest = sha256Hex(document);
    const madeAt = await ctx.now();
    await this.repository.insertLotRanking(ctx, { lotId, no, document, digest, madeAt });
  }

  private async reportsOf(ctx: Context, review: readonly PanelEntity[]): Promise<SignedReport[]> {
    const reports: SignedReport[] = [];
    for (const { id: panelId, code } of review) {
      const { document, digest } = (await this.repository.findRanking(ctx, panelId))!;
      reports.push({ panelId, code, digest, document: JSON.parse(document) as RankingDocument });
    }
    return reports;
  }
}
