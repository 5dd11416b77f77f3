import { Injectable } from '@nestjs/common';
import { sha256Hex } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { canonicalJson } from '../../../platform/record/canonical-json';
import {
  isRankedBySheets,
  scoringOf,
  SHORTLIST_PANEL,
  tieQuestion,
  type UndecidedTie,
} from '../../../rules';
import { Bids } from '../../bids';
import type { Lot, Round } from '../../rounds';
import { ReviewDecisions } from '../decisions/review-decisions';
import type { PanelEntity } from '../panels/panel.entity';
import {
  assembleLotRanking,
  type LotRankingDocument,
  type SignedReport,
} from './assemble-lot-ranking';
import type { RankingDocument } from './assemble-ranking';
import { assembleScoredRanking } from './assemble-scored-ranking';
import { ReportRepository } from './report.repository';
import { ScorableBids } from './scorable-bids';

/** Makes the ranking of a lot from the reports of its panels, and from what persons have counted, entered and decided. */
@Injectable()
export class RankLot {
  constructor(
    private readonly bids: Bids,
    private readonly repository: ReportRepository,
    private readonly decisions: ReviewDecisions,
    private readonly scorable: ScorableBids,
  ) {}

  /**
   * Ranks once for a review; does nothing where it is done.
   * @param review every panel of the review, each with its report signed, and locked by the caller; none where no panel scores
   * @returns false while somebody still has to answer or to decide
   */
  async execute(
    ctx: Context,
    round: Round,
    lot: Lot,
    review: readonly PanelEntity[],
  ): Promise<boolean> {
    const { no, revision, code } = review[0] ?? { no: 1, revision: round.revision, code: '' };
    if ((await this.repository.lastOfLot(ctx, lot.id))?.no === no) return true;
    const of = { lotId: lot.id, no, revision };
    const document =
      code === SHORTLIST_PANEL || isRankedBySheets(round.ruleSet)
        ? await this.bySheets(ctx, round, of, code, review)
        : await this.byParts(ctx, round, lot, of, review);
    if (document === null) return false;
    const text = canonicalJson(document);
    const madeAt = await ctx.now();
    const ranking = { lotId: lot.id, no, document: text, digest: sha256Hex(text), madeAt };
    await this.repository.insertLotRanking(ctx, ranking);
    return true;
  }

  private async bySheets(
    ctx: Context,
    { ruleSet }: Round,
    of: RankedReviewOf,
    code: string,
    review: readonly PanelEntity[],
  ): Promise<LotRankingDocument> {
    const bids = await this.bids.qualified(ctx, of.lotId);
    return assembleLotRanking(
      scoringOf(ruleSet, code),
      of,
      await this.reportsOf(ctx, review),
      new Map(bids.map(({ bidId, receivedAt }) => [bidId, receivedAt])),
    );
  }

  private async byParts(
    ctx: Context,
    round: Round,
    lot: Lot,
    of: RankedReviewOf,
    review: readonly PanelEntity[],
  ): Promise<LotRankingDocument | null> {
    const answers = await this.decisions.settled(ctx, lot);
    if (answers === null) return null;
    const reports = await this.reportsOf(ctx, review);
    const { bids, facts } = await this.scorable.of(ctx, round, lot, review, answers);
    const ranking = assembleScoredRanking(round.ruleSet, of, reports, bids, facts);
    if (ranking.state === 'tied') await this.askAboutTies(ctx, round, lot, ranking.ties);
    return ranking.state === 'ranked' ? ranking.document : null;
  }

  private async askAboutTies(
    ctx: Context,
    round: Round,
    lot: Lot,
    ties: readonly UndecidedTie[],
  ): Promise<void> {
    for (const { bidIds, by } of ties) {
      await this.decisions.askOf(ctx, round, lot, [tieQuestion(by)], bidIds);
    }
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

type RankedReviewOf = Pick<LotRankingDocument, 'lotId' | 'no' | 'revision'>;
