import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { MoneyView } from '../../platform/http/money.dto';
import { PageRequest } from '../../platform/http/page.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { Text } from '../../platform/http/text.decorator';
import { awardBases, type AwardBasis, type AwardEntity } from './award.entity';
import type { AwardProposalEntity, ProposalDocumentEntity } from './award-proposal.entity';
import { awardTransitions, type AwardState } from './award.transitions';
import { noticeDays } from './notice-days';
import { proposalTransitions, type ProposalState } from './proposal.transitions';
import { readDraws } from './stored-draw';

/** The clock of a notice, as far as a page shows it. */
type NoticeOfAward = Parameters<typeof noticeDays>[0] | null;

export class ReasonRequest {
  @Text(2, 1000)
  reason!: string;
}

export class ListAwardsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  roundId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  lotId?: string;

  @ApiProperty({ required: false, enum: awardTransitions.states })
  @Optional()
  @IsIn(awardTransitions.states)
  state?: AwardState;
}

export class ProposalView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) lotId!: string;
  @ApiProperty({ enum: proposalTransitions.states }) state!: ProposalState;
  @ApiProperty({ description: 'How often it was drawn up' }) documentNo!: number;
  @ApiProperty({ type: Object, description: 'yichuang/award-proposal/1, with every explanation' })
  document!: object;
  @ApiProperty({ description: 'SHA-256 of the document’s canonical JSON (RFC 8785), in hex' })
  digest!: string;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) approvedAt!: string | null;
  @ApiProperty() version!: number;

  static of(proposal: AwardProposalEntity, drawn: ProposalDocumentEntity): ProposalView {
    const { id, lotId, state, documentNo, proposedAt, approvedAt, version } = proposal;
    return {
      ...{ id, lotId, state, documentNo, version },
      document: drawn.document,
      digest: drawn.digest,
      proposedAt: printInstant(proposedAt),
      approvedAt: approvedAt === null ? null : printInstant(approvedAt),
    };
  }
}

export class DrawView {
  @ApiProperty({ format: 'uuid' }) fundId!: string;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
}

export class NoticeDaysView {
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiProperty({ format: 'date', description: 'Included' }) lastDay!: string;
}

export class AwardView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) lotId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) bidId!: string | null;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: awardBases }) basis!: AwardBasis;
  @ApiProperty() title!: string;
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The code of the bid’s category' })
  category!: string | null;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ type: [DrawView] }) draws!: DrawView[];
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'Why it is awarded, or why not: rule, inputs, arithmetic, and words in zh and en',
  })
  explanation!: object | null;
  @ApiProperty({ enum: awardTransitions.states }) state!: AwardState;
  @ApiProperty({ type: NoticeDaysView, nullable: true }) notice!: NoticeDaysView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of a directed commission' })
  commissionReason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it fell away' })
  reason!: string | null;
  @ApiProperty() version!: number;

  static of(award: AwardEntity, clock: NoticeOfAward): AwardView {
    const { id, roundId, lotId, bidId, partyId, basis, title, rank, explanation, state } = award;
    const { category, commissionReason, reason, version, confirmedAt } = award;
    return {
      ...{ id, roundId, lotId, bidId, partyId, basis, title, rank, explanation, state },
      ...{ category, commissionReason, reason, version },
      amount: MoneyView.of(award.amountFen),
      draws: readDraws(award.draws).map(({ fundId, amountFen }) => ({
        fundId,
        amount: MoneyView.of(amountFen),
      })),
      notice: award.publishedAt === null || clock === null ? null : { ...noticeDays(clock) },
      confirmedAt: confirmedAt === null ? null : printInstant(confirmedAt),
    };
  }
}

export class AwardPage {
  @ApiProperty({ type: [AwardView] }) items!: AwardView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
