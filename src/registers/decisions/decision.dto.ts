import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { dutyCodes, type Duty } from '../../access/duties';
import { printInstant } from '../../kernel/instant';
import { MoneyRequest, MoneyView } from '../../platform/http/money.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { Line, Text } from '../../platform/http/text.decorator';
import type { RoundQuestion } from '../../rules';
import { NamedAttachmentRequest, NamedAttachments } from '../attachments';
import { type DecisionAnswerEntity } from './decision-answer.entity';
import { decisionSubjects, type DecisionSubject } from './decision.entity';
import { decisionTransitions, type DecisionState } from './decision.transitions';
import type { AnsweredDecision } from './decisions.query';

const MOST_COUNTED = 1_000_000_000;

export class ListDecisionsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  roundId?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'The bid, lot, award, project or round it is about',
  })
  @Optional()
  @IsUUID('7')
  subjectId?: string;

  @ApiProperty({ required: false, enum: decisionTransitions.states })
  @Optional()
  @IsIn(decisionTransitions.states)
  state?: DecisionState;
}

/** One of option, amount, count and points, whichever the question asks for, and the reason. */
export class AnswerDecisionRequest {
  @ApiProperty({ required: false, example: 'yes', description: 'The code of an option' })
  @Optional()
  @Line(1, 40)
  option?: string;

  @ApiProperty({ required: false, type: MoneyRequest })
  @Optional()
  @Type(() => MoneyRequest)
  @IsObject()
  @ValidateNested()
  amount?: MoneyRequest;

  @ApiProperty({ required: false, minimum: 0, maximum: MOST_COUNTED })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(MOST_COUNTED)
  count?: number;

  @ApiProperty({
    required: false,
    example: '12.5',
    pattern: '^(0|[1-9][0-9]{0,4})(\\.[0-9]{1,2})?$',
  })
  @Optional()
  @Matches(/^(0|[1-9]\d{0,4})(\.\d{1,2})?$/)
  points?: string;

  @ApiProperty({ description: 'Why; whom it concerns reads it' })
  @Text(2, 2000)
  reason!: string;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class DecisionAnswerView {
  @ApiProperty({ type: String, nullable: true }) option!: string | null;
  @ApiProperty({ type: MoneyView, nullable: true }) amount!: MoneyView | null;
  @ApiProperty({ type: Number, nullable: true }) count!: number | null;
  @ApiProperty({ type: String, nullable: true }) points!: string | null;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'uuid' }) answeredBy!: string;
  @ApiProperty({ format: 'date-time' }) answeredAt!: string;

  static of(answer: DecisionAnswerEntity): DecisionAnswerView {
    const { option, amountFen, count, points, reason, answeredBy, answeredAt } = answer;
    return {
      ...{ option, count, points, reason, answeredBy },
      amount: amountFen === null ? null : MoneyView.of(amountFen),
      answeredAt: printInstant(answeredAt),
    };
  }
}

export class DecisionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) lotId!: string | null;
  @ApiProperty({ enum: decisionSubjects }) subjectKind!: DecisionSubject;
  @ApiProperty({ format: 'uuid' }) subjectId!: string;
  @ApiProperty({ example: 'site-check', description: 'The code of the question' }) code!: string;
  @ApiProperty({ example: 'site-check', description: 'The step that waits for it' }) step!: string;
  @ApiProperty({ enum: dutyCodes, description: 'Whose duty it is to answer' }) duty!: Duty;
  @ApiProperty({ description: 'The revision of the rule set that asks it' }) revision!: number;
  @ApiProperty({
    type: Object,
    description:
      'The question in both languages, the kind of answer with its options, the clause it comes from',
  })
  question!: RoundQuestion;
  @ApiProperty({ enum: decisionTransitions.states }) state!: DecisionState;
  @ApiProperty({
    type: [DecisionAnswerView],
    description: 'From the first to the last, which counts',
  })
  answers!: DecisionAnswerView[];
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
  @ApiProperty() version!: number;

  static of({ decision, answers }: AnsweredDecision): DecisionView {
    const { id, roundId, lotId, subjectKind, subjectId, code, step, duty } = decision;
    const { revision, question, state, askedAt, version } = decision;
    return {
      ...{
        id,
        roundId,
        lotId,
        subjectKind,
        subjectId,
        code,
        step,
        duty,
        revision,
        question,
        state,
      },
      answers: answers.map((answer) => DecisionAnswerView.of(answer)),
      askedAt: printInstant(askedAt),
      version,
    };
  }
}

export class DecisionPage {
  @ApiProperty({ type: [DecisionView] }) items!: DecisionView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
