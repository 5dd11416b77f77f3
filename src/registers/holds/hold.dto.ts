import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import type { HoldEntity } from './hold.entity';
import { holdTransitions, type HoldState } from './hold.transitions';

export class ListHoldsRequest extends PageRequest {
  @ApiProperty({ required: false, enum: holdTransitions.states })
  @Optional()
  @IsIn(holdTransitions.states)
  state?: HoldState;
}

export class HoldView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['award', 'lot'] }) subjectKind!: 'award' | 'lot';
  @ApiProperty({ format: 'uuid' }) subjectId!: string;
  @ApiProperty({ enum: ['challenge', 'rectification', 'evaluation'] })
  causeKind!: 'challenge' | 'rectification' | 'evaluation';
  @ApiProperty({ format: 'uuid' }) causeId!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: holdTransitions.states }) state!: HoldState;
  @ApiProperty({ format: 'date-time' }) placedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) liftedAt!: string | null;
  @ApiProperty() version!: number;

  static of(hold: HoldEntity): HoldView {
    const { id, subjectKind, subjectId, causeKind, causeId, reason, state, version } = hold;
    return {
      id,
      subjectKind,
      subjectId,
      causeKind,
      causeId,
      reason,
      state,
      placedAt: printInstant(hold.placedAt),
      liftedAt: hold.liftedAt === null ? null : printInstant(hold.liftedAt),
      version,
    };
  }
}

export class HoldPage {
  @ApiProperty({ type: [HoldView] }) items!: HoldView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
