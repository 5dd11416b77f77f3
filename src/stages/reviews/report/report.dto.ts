import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import type { Locale } from '../../../kernel/refusal';
import { word } from '../../../kernel/wording';
import type { Report } from '../panels/panels.query';
import type { SheetEntity } from '../sheets/sheet.entity';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import type { Explained } from './assemble-ranking';
import type { LotRankingEntity } from './lot-ranking.entity';
import type { ReviewOfBid } from './reviewed-bids.query';
import type { SignatureEntity } from './signature.entity';
import { reviewWordings } from '../reviews.wordings';
import { whyRanked } from './why-ranked';

export class SignReportRequest {
  @ApiProperty()
  @IsBoolean()
  agrees!: boolean;

  @ApiProperty({
    required: false,
    description: 'The dissent with its reasons, when not agreeing',
  })
  @Optional()
  @Text(2, 2000)
  dissent?: string;
}

export class SignatureView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) seatId!: string;
  @ApiProperty({ description: 'The digest of the ranking that was signed' }) digest!: string;
  @ApiProperty() agrees!: boolean;
  @ApiProperty({ description: 'The time went by without an answer, which counts as consent' })
  isDeemed!: boolean;
  @ApiProperty({ type: String, nullable: true }) dissent!: string | null;
  @ApiProperty({ format: 'date-time' }) signedAt!: string;

  static of(signature: SignatureEntity): SignatureView {
    const { id, seatId, rankingDigest, agrees, isDeemed, dissent } = signature;
    const signedAt = printInstant(signature.signedAt);
    return { id, seatId, digest: rankingDigest, agrees, isDeemed, dissent, signedAt };
  }
}

/** The report of a panel: the ranking and who stands under it. */
export class ReportView {
  @ApiProperty({ format: 'uuid' }) panelId!: string;
  @ApiProperty({ description: 'The ranking as it was hashed (RFC 8785)' }) ranking!: string;
  @ApiProperty({ description: 'SHA-256 of it, in hex' }) digest!: string;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;
  @ApiProperty({ type: [SignatureView] }) signatures!: SignatureView[];
  @ApiProperty({ description: 'Of the panel, for If-Match' }) version!: number;

  static of({ panel, ranking, signatures }: Report): ReportView {
    return {
      panelId: panel.id,
      ranking: ranking.document,
      digest: ranking.digest,
      madeAt: printInstant(ranking.madeAt),
      signatures: signatures.map((signature) => SignatureView.of(signature)),
      version: panel.version,
    };
  }
}

/** The ranking of a lot over the reports of its panels. */
export class LotRankingView {
  @ApiProperty({ format: 'uuid' }) lotId!: string;
  @ApiProperty({ description: 'The review, from 1' }) no!: number;
  @ApiProperty({ description: 'The ranking as it was hashed (RFC 8785): yichuang/lot-ranking/1' })
  ranking!: string;
  @ApiProperty({ description: 'SHA-256 of it, in hex' }) digest!: string;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;

  static of({ lotId, no, document, digest, madeAt }: LotRankingEntity): LotRankingView {
    return { lotId, no, ranking: document, digest, madeAt: printInstant(madeAt) };
  }
}

/** A rule, what went into it, and the sum. */
export class ExplainedView {
  @ApiProperty({ example: '/scoring/aggregation' }) rule!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  inputs!: Record<string, string>;
  @ApiProperty({ example: '(80 + 81 + 83) ÷ 3 = 244/3 ≈ 81.33' }) arithmetic!: string;

  static of({ rule, inputs, arithmetic }: Explained): ExplainedView {
    return { rule, inputs: { ...inputs }, arithmetic };
  }
}

/** One expert's sheet as the bidder reads it. */
export class AnonymousSheetView {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  scores!: Record<string, string>;
  @ApiProperty() total!: string;
  @ApiProperty() comment!: string;

  static of({ scores, total, comment }: SheetEntity): AnonymousSheetView {
    return { scores, total, comment };
  }
}

/** What the review came to for a bid, and why, for its bidder. */
export class ReviewOfBidView {
  @ApiProperty({ format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: 'The mean of the sheets' }) mean!: string;
  @ApiProperty() passed!: boolean;
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  @ApiProperty({ description: 'How many bids of the lot passed' }) of!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The panel that scored it, by name in the language asked for; null where there is one',
  })
  panel!: string | null;
  @ApiProperty({ description: 'In words, in the language asked for' }) why!: string;
  @ApiProperty({ type: ExplainedView, description: 'How the sheets became the mean' })
  meanExplained!: ExplainedView;
  @ApiProperty({ type: ExplainedView, description: 'How the mean became the place' })
  placeExplained!: ExplainedView;
  @ApiProperty({ type: [AnonymousSheetView] }) sheets!: AnonymousSheetView[];
  @ApiProperty({ description: 'The digest of the ranking it stands in' }) digest!: string;

  static of(review: ReviewOfBid, locale: Locale): ReviewOfBidView {
    const { entry, passMark, passed, digest, sheets } = review;
    const { code, facts } = whyRanked(entry, passed, passMark);
    const panel = review.panel && (locale === 'en' ? review.panel.en : review.panel.zh);
    const why = word(code, facts, locale).body;
    return {
      bidId: entry.bidId,
      mean: entry.mean,
      passed: entry.passed,
      rank: entry.rank,
      of: passed,
      panel,
      why: panel === null ? why : word(reviewWordings.whyByPanel, { panel, why }, locale).body,
      meanExplained: ExplainedView.of(entry.explanation.mean),
      placeExplained: ExplainedView.of(entry.explanation.place),
      sheets: sheets.map((sheet) => AnonymousSheetView.of(sheet)),
      digest,
    };
  }
}
