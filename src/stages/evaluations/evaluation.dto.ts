import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsIn, IsUUID, ValidateBy } from 'class-validator';
import type { Day } from '../../kernel/day';
import { printInstant } from '../../kernel/instant';
import { IsDay } from '../../platform/http/is-day.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { Text } from '../../platform/http/text.decorator';
import {
  explainGrade,
  explainSanctioned,
  type BilingualText,
  type EvaluationRules,
  type Explanation,
  type GivenScores,
} from '../../rules';
import type { ProjectConduct } from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { evaluationTransitions, type EvaluationState } from './evaluation.transitions';
import { waitingEffects, type FailureEntity, type WaitingEffect } from './failures/failure.entity';
import { failureTransitions, type FailureState } from './failures/failure.transitions';
import type { SurveyTally } from './survey/survey.query';

type Method = NonNullable<EvaluationRules['methods']>[number];

const METHODS: Method[] = ['documents', 'phone', 'site-visit', 'financial-audit', 'interviews'];

const MAX_INDICATORS = 60;
const MAX_SCORE_LENGTH = 12;

/** Scores by the codes of what is scored, each as decimal text: which codes and how many decimals, the rules say. */
function IsScores(): PropertyDecorator {
  return ValidateBy({
    name: 'isScores',
    validator: {
      validate: (value: unknown) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
        const scores: unknown[] = Object.values(value);
        return (
          scores.length <= MAX_INDICATORS &&
          scores.every((score) => typeof score === 'string' && score.length <= MAX_SCORE_LENGTH)
        );
      },
    },
  });
}

export class AssignEvaluatorRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  personId!: string;
}

export class SubmitSelfReportRequest {
  @Text(2, 8000)
  text!: string;
}

export class ScoreEvaluationRequest {
  @ApiProperty({
    type: Object,
    example: { progress: '85', finance: '90', records: '78.5' },
    description: 'Each indicator’s code with its score from 0 to 100, as decimal text',
  })
  @IsScores()
  scores!: GivenScores;

  @Text(2, 4000)
  comment!: string;

  @ApiProperty({
    required: false,
    enum: METHODS,
    isArray: true,
    description: 'How doubtful things were looked into, of the methods that the rules name',
  })
  @Optional()
  @ArrayMaxSize(METHODS.length)
  @ArrayUnique()
  @IsIn(METHODS, { each: true })
  methods?: Method[];
}

export class ExcuseEvaluationRequest {
  @Text(2, 1000)
  reason!: string;

  @ApiProperty({ format: 'date', description: 'The new last day, included' })
  @IsDay()
  until!: Day;
}

export class JudgeFailureRequest {
  @ApiProperty({ description: 'False gives it up: what is unpaid is not paid any more' })
  @IsBoolean()
  isPutRight!: boolean;

  @Text(2, 4000)
  findings!: string;
}

export class ListEvaluationsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  projectId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  roundId?: string;

  @ApiProperty({ required: false, enum: evaluationTransitions.states })
  @Optional()
  @IsIn(evaluationTransitions.states)
  state?: EvaluationState;
}

export class EvaluationItemView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ description: 'The project’s' }) title!: string;
  @ApiProperty({ example: 'midterm' }) code!: string;
  @ApiProperty({ example: { zh: '中期评估', en: 'Mid-term evaluation' } }) name!: BilingualText;
  @ApiProperty({ enum: ['midterm', 'final'] }) kind!: EvaluationEntity['kind'];
  @ApiProperty({ format: 'date' }) opensOn!: Day;
  @ApiProperty({ format: 'date', description: 'The last day for the self-report' }) dueOn!: Day;
  @ApiProperty({ enum: evaluationTransitions.states }) state!: EvaluationState;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) evaluatorId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Exact, not rounded' })
  score!: string | null;
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) passed!: boolean | null;
  @ApiProperty() version!: number;

  static of(evaluation: EvaluationEntity): EvaluationItemView {
    const { id, projectId, partyId, roundId, title, code, kind, opensOn, dueOn } = evaluation;
    const { state, evaluatorId, score, grade, passed, version, rules } = evaluation;
    return {
      ...{ id, projectId, partyId, roundId, title, code, name: rules.name, kind, opensOn, dueOn },
      ...{ state, evaluatorId, score, grade, passed, version },
    };
  }
}

export class EvaluationPage {
  @ApiProperty({ type: [EvaluationItemView] }) items!: EvaluationItemView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class IndicatorView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) name!: BilingualText;
  @ApiProperty({ example: '0.5' }) weight!: string;
}

export class SurveyView {
  @ApiProperty({ description: 'The evaluation is not scored with fewer' }) minAnswers!: number;
  @ApiProperty() answers!: number;
  @ApiProperty({ description: 'Answers of 4 or 5' }) satisfied!: number;
}

export class ReportConductView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) name!: BilingualText;
  @ApiProperty({ format: 'date' }) dueOn!: Day;
  @ApiProperty() state!: string;
  @ApiProperty({ description: 'By so many calendar days it came late, or is late today' })
  daysLate!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) missingSince!: string | null;
}

export class VisitConductView {
  @ApiProperty() made!: number;
  @ApiProperty({ description: 'At least so many are to be made' }) min!: number;
}

export class DutyConductView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) name!: BilingualText;
  @ApiProperty({ description: 'How often it was recorded' }) done!: number;
  @ApiProperty({ description: 'In how many periods it was not done' }) missed!: number;
}

export class RectificationConductView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() state!: string;
}

export class ConductView {
  @ApiProperty({ type: [ReportConductView] }) reports!: ReportConductView[];
  @ApiProperty({ type: VisitConductView }) visits!: VisitConductView;
  @ApiProperty({ type: [DutyConductView] }) duties!: DutyConductView[];
  @ApiProperty({ type: [RectificationConductView] }) rectifications!: RectificationConductView[];

  static of({ reports, visits, duties, rectifications }: ProjectConduct): ConductView {
    return {
      reports: reports.map(({ missingSince, ...report }) => ({
        ...report,
        missingSince: printed(missingSince),
      })),
      visits,
      duties: [...duties],
      rectifications: [...rectifications],
    };
  }
}

export class EvaluationFailureView {
  @ApiProperty({ enum: waitingEffects, description: 'What payments wait for' })
  effect!: WaitingEffect;
  @ApiProperty({ enum: failureTransitions.states }) state!: FailureState;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) settledAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) findings!: string | null;

  static of({ effect, state, openedAt, settledAt, findings }: FailureEntity) {
    return {
      ...{ effect, state, findings },
      openedAt: printInstant(openedAt),
      settledAt: printed(settledAt),
    };
  }
}

export class EvaluationView extends EvaluationItemView {
  @ApiProperty({ type: [IndicatorView] }) indicators!: IndicatorView[];
  @ApiProperty({ type: SurveyView, nullable: true }) survey!: SurveyView | null;
  @ApiProperty({
    type: ConductView,
    description:
      'What monitoring tells: reports late or missing, visits, orders to put something right',
  })
  conduct!: ConductView;
  @ApiProperty({ type: String, nullable: true }) selfReport!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) selfReportedAt!:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why the last day was moved' })
  excuse!: string | null;
  @ApiProperty({ type: Object, nullable: true }) scores!: GivenScores | null;
  @ApiProperty({
    enum: METHODS,
    isArray: true,
    nullable: true,
    description: 'How doubtful things were looked into',
  })
  methods!: Method[] | null;
  @ApiProperty({ type: String, nullable: true }) comment!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) scoredAt!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: 'How the grade follows' })
  explanation!: Explanation | null;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'The same in words, and why the grade is no better one; null before the score',
  })
  why!: BilingualText | null;
  @ApiProperty({
    type: EvaluationFailureView,
    nullable: true,
    description: 'Where payments wait because it was failed',
  })
  failure!: EvaluationFailureView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) gradedAt!: string | null;

  static with(
    evaluation: EvaluationEntity,
    tally: SurveyTally,
    conduct: ProjectConduct,
    failure: FailureEntity | null,
  ): EvaluationView {
    const { selfReport, excuse, scores, methods = null, comment, explanation, rules } = evaluation;
    const { survey } = rules;
    return {
      ...EvaluationItemView.of(evaluation),
      indicators: rules.indicators.map(({ code, name, weight }) => ({ code, name, weight })),
      survey: survey === undefined ? null : { minAnswers: survey.minAnswers, ...tally },
      conduct: ConductView.of(conduct),
      ...{ selfReport, excuse, scores, methods, comment, explanation },
      selfReportedAt: printed(evaluation.selfReportedAt),
      scoredAt: printed(evaluation.scoredAt),
      why: whyOf(evaluation),
      failure: failure === null ? null : EvaluationFailureView.of(failure),
      gradedAt: printed(evaluation.gradedAt),
    };
  }
}

/** The last day that held is the one that the words tell. */
function whyOf({ grade, rules, scores, dueOn, failedBy }: EvaluationEntity): BilingualText | null {
  if (grade === null) return null;
  return failedBy === null ? explainGrade({ ...rules, dueOn }, scores) : explainSanctioned(rules);
}

function printed(instant: Date | null): string | null {
  return instant === null ? null : printInstant(instant);
}
