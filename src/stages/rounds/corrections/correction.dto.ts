import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsObject } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Optional } from '../../../platform/http/optional.decorator';
import { ApiRuleSet } from '../../../platform/http/rule-set.decorator';
import { Text } from '../../../platform/http/text.decorator';
import type { CorrectionEntity } from './correction.entity';
import { correctionTransitions, type CorrectionState } from './correction.transitions';

export class ProposeCorrectionRequest {
  @ApiRuleSet(
    'The whole rule set as it is to be, of yichuang/rule-set/1. An extension is one in which `timetable.callClosesAt` alone is later.',
  )
  @IsObject()
  ruleSet!: object;

  @ApiProperty({ description: 'Published once it is approved' })
  @Text(2, 1000)
  reason!: string;

  @ApiProperty({
    required: false,
    default: false,
    description: 'Whether a bid that names an earlier revision lapses at the close',
  })
  @Optional()
  @IsBoolean()
  requiresResubmission?: boolean;
}

export class RefuseCorrectionRequest {
  @ApiProperty({ description: 'For the officers' })
  @Text(2, 1000)
  reason!: string;
}

/** A correction that is in force, as everybody may know it. */
export class PublicCorrectionView {
  @ApiProperty({ description: 'The revision of the rules that it made, which has the difference' })
  revision!: number;
  @ApiProperty({ format: 'date-time', description: 'The deadline before it' }) from!: string;
  @ApiProperty({ format: 'date-time', description: 'The deadline from then on' }) to!: string;
  @ApiProperty({ description: 'Whether a bid that names an earlier revision lapses at the close' })
  requiresResubmission!: boolean;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) approvedAt!: string;

  /** @param correction an approved one */
  static of(correction: CorrectionEntity): PublicCorrectionView {
    const { revision, requiresResubmission, reason, decidedAt } = correction;
    return {
      revision: revision!,
      from: printInstant(correction.fromInstant),
      to: printInstant(correction.toInstant),
      ...{ requiresResubmission, reason },
      approvedAt: printInstant(decidedAt!),
    };
  }
}

export class CorrectionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ type: [Object], description: 'Against the rules in force when it was proposed' })
  difference!: object[];
  @ApiProperty({ format: 'date-time', description: 'The deadline when it was proposed' })
  from!: string;
  @ApiProperty({ format: 'date-time', description: 'The deadline that is proposed' }) to!: string;
  @ApiProperty({ description: 'Whether a bid that names an earlier revision lapses at the close' })
  requiresResubmission!: boolean;
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: correctionTransitions.states }) state!: CorrectionState;
  @ApiProperty({ format: 'uuid' }) proposedBy!: string;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusalReason!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The revision that it made' })
  revision!: number | null;
  @ApiProperty() version!: number;

  static of(correction: CorrectionEntity): CorrectionView {
    const { id, roundId, difference, requiresResubmission, reason, state } = correction;
    const { proposedBy, decidedBy, decidedAt, refusalReason, revision, version } = correction;
    return {
      ...{ id, roundId, difference, requiresResubmission, reason, state },
      ...{ proposedBy, decidedBy, refusalReason, revision, version },
      from: printInstant(correction.fromInstant),
      to: printInstant(correction.toInstant),
      proposedAt: printInstant(correction.proposedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
    };
  }
}
