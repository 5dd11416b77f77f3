import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import type { SurveyAnswerEntity } from './survey-answer.entity';

export class AnswerSurveyRequest {
  @ApiProperty({ minimum: 1, maximum: 5, description: '1 very dissatisfied … 5 very satisfied' })
  @IsInt()
  @Min(1)
  @Max(5)
  satisfaction!: number;

  @ApiProperty({ required: false })
  @Optional()
  @Text(2, 1000)
  comment?: string;
}

export class SurveyAnswerView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) evaluationId!: string;
  @ApiProperty({ minimum: 1, maximum: 5 }) satisfaction!: number;
  @ApiProperty({ type: String, nullable: true }) comment!: string | null;
  @ApiProperty({ format: 'date-time' }) answeredAt!: string;

  static of({
    id,
    evaluationId,
    satisfaction,
    comment,
    answeredAt,
  }: SurveyAnswerEntity): SurveyAnswerView {
    return { id, evaluationId, satisfaction, comment, answeredAt: printInstant(answeredAt) };
  }
}

export class SurveyAnswerPage {
  @ApiProperty({ type: [SurveyAnswerView] }) items!: SurveyAnswerView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
