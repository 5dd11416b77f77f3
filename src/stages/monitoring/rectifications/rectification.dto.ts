import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Text } from '../../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../../registers/attachments';
import type { RectificationAnswerEntity } from './rectification-answer.entity';
import {
  rectificationCauses,
  type RectificationCause,
  type RectificationEntity,
} from './rectification.entity';
import { rectificationTransitions, type RectificationState } from './rectification.transitions';

export class RectificationCauseRequest {
  @ApiProperty({ enum: rectificationCauses })
  @IsIn(rectificationCauses)
  kind!: RectificationCause;

  @ApiProperty({ format: 'uuid', description: 'The visit or the report' })
  @IsUUID('7')
  id!: string;
}

export class OrderRectificationRequest {
  @ApiProperty({ type: RectificationCauseRequest, description: 'What has shown it' })
  @IsObject()
  @ValidateNested()
  @Type(() => RectificationCauseRequest)
  cause!: RectificationCauseRequest;

  @ApiProperty({ description: 'What is to be put right' })
  @Text(2, 4000)
  findings!: string;
}

export class AnswerRectificationRequest {
  @ApiProperty({ description: 'How it was put right' })
  @Text(2, 8000)
  text!: string;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class JudgeRectificationRequest {
  @ApiProperty({ description: 'Why so; the party reads it' })
  @Text(2, 2000)
  judgement!: string;
}

export class RectificationCauseView {
  @ApiProperty({ enum: rectificationCauses }) kind!: RectificationCause;
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class RectificationAnswerView {
  @ApiProperty({
    format: 'uuid',
    description: 'What is attached has subjectKind rectificationAnswer',
  })
  id!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'uuid' }) answeredBy!: string;
  @ApiProperty({ format: 'date-time' }) answeredAt!: string;
}

export class RectificationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ type: RectificationCauseView }) cause!: RectificationCauseView;
  @ApiProperty() findings!: string;
  @ApiProperty({ format: 'uuid' }) orderedBy!: string;
  @ApiProperty({ format: 'date-time' }) orderedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'The first instant too late for an answer' })
  dueAt!: string;
  @ApiProperty({ enum: rectificationTransitions.states }) state!: RectificationState;
  @ApiProperty({ type: [RectificationAnswerView], description: 'All answers, the last one last' })
  answers!: RectificationAnswerView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) judgedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) judgedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) judgement!: string | null;
  @ApiProperty() version!: number;

  static of(
    rectification: RectificationEntity,
    answers: readonly RectificationAnswerEntity[],
  ): RectificationView {
    const { id, projectId, causeKind, causeId, findings, orderedBy, state } = rectification;
    const { judgedBy, judgedAt, judgement, version } = rectification;
    return {
      ...{ id, projectId, findings, orderedBy, state, judgedBy, judgement, version },
      cause: { kind: causeKind, id: causeId },
      orderedAt: printInstant(rectification.orderedAt),
      dueAt: printInstant(rectification.dueAt),
      answers: answers.map((answer) => ({
        ...{ id: answer.id, text: answer.text, answeredBy: answer.answeredBy },
        answeredAt: printInstant(answer.answeredAt),
      })),
      judgedAt: judgedAt === null ? null : printInstant(judgedAt),
    };
  }
}

export class RectificationPage {
  @ApiProperty({ type: [RectificationView] }) items!: RectificationView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
