import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { PageRequest } from '../../../platform/http/page.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Line, Text } from '../../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../../registers/attachments';
import type { NeedEntity } from '../need.entity';
import { needTransitions, type NeedState } from '../need.transitions';
import type { LikelyDuplicate } from './likely-duplicates.query';

const MAX_PEOPLE = 10_000_000;

export class NeedContentRequest {
  @ApiProperty({ example: '独居老人助餐' })
  @Line(2, 100)
  title!: string;

  @ApiProperty({ description: '对象 for whom' })
  @Text(2, 200)
  targetGroup!: string;

  @ApiProperty({ minimum: 1, maximum: MAX_PEOPLE })
  @IsInt()
  @Min(1)
  @Max(MAX_PEOPLE)
  headCount!: number;

  @ApiProperty({ description: '需求 the problem, with its evidence' })
  @Text(2, 2000)
  problem!: string;

  @ApiProperty({ description: '服务 what is wanted' })
  @Text(2, 2000)
  service!: string;

  @ApiProperty({ description: '目标 the aim, so that it can be measured' })
  @Text(2, 1000)
  aim!: string;

  @ApiProperty({ example: '社区养老' })
  @Line(2, 40)
  serviceArea!: string;

  @ApiProperty({ minimum: 1, maximum: MAX_PEOPLE, description: 'How many people asked for it' })
  @IsInt()
  @Min(1)
  @Max(MAX_PEOPLE)
  askedBy!: number;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class SubmitNeedRequest extends NeedContentRequest {
  @ApiProperty({ format: 'uuid', description: 'The community or street where it arises' })
  @IsUUID('7')
  unitId!: string;
}

export class CheckNeedRequest {
  @ApiProperty({ enum: ['forward', 'return', 'reject'] })
  @IsIn(['forward', 'return', 'reject'])
  verdict!: 'forward' | 'return' | 'reject';

  @ApiProperty({ required: false })
  @Optional()
  @Text(2, 1000)
  reason?: string;
}

export class MergeNeedRequest {
  @ApiProperty({ format: 'uuid', description: 'The need that goes on for both' })
  @IsUUID('7')
  intoNeedId!: string;

  @ApiProperty({
    description: 'Those who asked for it will read it',
  })
  @Text(2, 1000)
  reason!: string;
}

export class ListNeedsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  cycleId?: string;

  @ApiProperty({ required: false, enum: needTransitions.states })
  @Optional()
  @IsIn(needTransitions.states)
  state?: NeedState;
}

export class NeedView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) cycleId!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty({ enum: needTransitions.states }) state!: NeedState;
  @ApiProperty() title!: string;
  @ApiProperty() targetGroup!: string;
  @ApiProperty() headCount!: number;
  @ApiProperty() problem!: string;
  @ApiProperty() service!: string;
  @ApiProperty() aim!: string;
  @ApiProperty() serviceArea!: string;
  @ApiProperty({ description: 'As its submitter says, and everyone who came to it since' })
  askedBy!: number;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) mergedInto!: string | null;
  @ApiProperty({ format: 'date-time' }) submittedAt!: string;
  @ApiProperty() version!: number;

  static of(need: NeedEntity): NeedView {
    return {
      id: need.id,
      cycleId: need.cycleId,
      unitId: need.unitId,
      state: need.state,
      title: need.title,
      targetGroup: need.targetGroup,
      headCount: need.headCount,
      problem: need.problem,
      service: need.service,
      aim: need.aim,
      serviceArea: need.serviceArea,
      askedBy: need.askedBy + need.joinedBy,
      reason: need.reason,
      mergedInto: need.mergedInto,
      submittedAt: printInstant(need.submittedAt),
      version: need.version,
    };
  }
}

export class NeedPage {
  @ApiProperty({ type: [NeedView] }) items!: NeedView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class LikelyDuplicateView {
  @ApiProperty({ type: NeedView }) need!: NeedView;
  @ApiProperty({ minimum: 0, maximum: 1, description: 'Share of common trigrams; a hint' })
  similarity!: number;

  static of({ need, similarity }: LikelyDuplicate): LikelyDuplicateView {
    return { need: NeedView.of(need), similarity };
  }
}

export class LikelyDuplicatesView {
  @ApiProperty({ type: [LikelyDuplicateView], description: 'At most 20, likeliest first' })
  items!: LikelyDuplicateView[];
}
