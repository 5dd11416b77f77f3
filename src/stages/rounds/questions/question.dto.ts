import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import type { QuestionEntity } from './question.entity';
import { questionTransitions, type QuestionState } from './question.transitions';
import type { NamedQuestion } from './questions.query';

export class AskQuestionRequest {
  @ApiProperty({ format: 'uuid', description: 'The party that may bid; published nowhere' })
  @IsUUID('7')
  partyId!: string;

  @ApiProperty({ description: 'Published with its answer, in these words or others' })
  @Text(5, 2000)
  question!: string;
}

export class AnswerQuestionRequest {
  @ApiProperty({ description: 'Published' })
  @Text(2, 4000)
  answer!: string;

  @ApiProperty({
    required: false,
    description: 'The question as it is published, where its own words tell who asks',
  })
  @Optional()
  @Text(5, 2000)
  question?: string;
}

export class RefuseQuestionRequest {
  @ApiProperty({ description: 'For who asked' })
  @Text(2, 1000)
  reason!: string;
}

export class QuestionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ enum: questionTransitions.states }) state!: QuestionState;
  @ApiProperty({ description: 'As it was asked' }) question!: string;
  @ApiProperty({ example: { id: '…', name: '代表' } }) askedBy!: { id: string; name: string };
  @ApiProperty({ example: { id: '…', name: '某某社工服务中心' } })
  party!: { id: string; name: string };
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'As it is published' })
  publishedQuestion!: string | null;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusalReason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty() version!: number;

  static of({ question: asked, askerName, partyName }: NamedQuestion): QuestionView {
    const { id, roundId, state, question, publishedQuestion, answer, refusalReason } = asked;
    const { askedBy, partyId, askedAt, decidedAt, version } = asked;
    return {
      ...{ id, roundId, state, question, publishedQuestion, answer, refusalReason, version },
      askedBy: { id: askedBy, name: askerName },
      party: { id: partyId, name: partyName },
      askedAt: printInstant(askedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
    };
  }
}

export class QuestionPage {
  @ApiProperty({ type: [QuestionView] }) items!: QuestionView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

/** A question and its answer as everybody may know them: not who asked, nor when. */
export class PublicAnswerView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() question!: string;
  @ApiProperty() answer!: string;
  @ApiProperty({ format: 'date-time' }) answeredAt!: string;

  /** @param question an answered one */
  static of({ id, publishedQuestion, answer, decidedAt }: QuestionEntity): PublicAnswerView {
    return {
      id,
      question: publishedQuestion!,
      answer: answer!,
      answeredAt: printInstant(decidedAt!),
    };
  }
}

export class PublicAnswerPage {
  @ApiProperty({ type: [PublicAnswerView] }) items!: PublicAnswerView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
