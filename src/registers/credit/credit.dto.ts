import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { IsDay } from '../../platform/http/is-day.decorator';
import { Optional } from '../../platform/http/optional.decorator';
import { Text } from '../../platform/http/text.decorator';
import type { Listing, PastEvaluation } from '../../rules';
import { creditKinds, type CreditKind, type CreditNoteEntity } from './credit-note.entity';

const MIN_YEAR = 1990;
const MAX_YEAR = 2200;
const lists = [
  'abnormal-operations',
  'serious-violations',
  'major-violations',
  'own-blacklist',
  'annual-report',
] as const satisfies readonly Listing['list'][];
const evaluations = ['midterm', 'final'] as const;

export class SanctionPartyRequest {
  @ApiProperty({ example: 'breach-of-contract' })
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code!: string;

  @Text(2, 1000)
  reason!: string;

  @ApiProperty({ format: 'date', description: 'The first day on which it counts' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date', description: 'The last day on which it counts' })
  @IsDay()
  until!: string;
}

/** What is known from elsewhere comes with where it is known from. */
class EnterNoteRequest {
  @ApiProperty({ description: 'Where it is known from, and when it was looked up' })
  @Text(2, 1000)
  reason!: string;
}

export class EnterListingRequest extends EnterNoteRequest {
  @ApiProperty({
    enum: lists,
    description:
      'abnormal-operations 活动异常名录, serious-violations 严重违法失信名单, major-violations 重大违法记录, own-blacklist 公益创投黑名单, annual-report 未报送年报',
  })
  @IsIn(lists)
  list!: Listing['list'];

  @ApiProperty({ format: 'date', description: 'The first day on the list' })
  @IsDay()
  from!: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The last day on it; without it the entry stands',
  })
  @Optional()
  @IsDay()
  until?: string;
}

export class EnterAnnualCheckRequest extends EnterNoteRequest {
  @ApiProperty({ minimum: MIN_YEAR, maximum: MAX_YEAR, description: 'The year that was checked' })
  @IsInt()
  @Min(MIN_YEAR)
  @Max(MAX_YEAR)
  year!: number;

  @ApiProperty()
  @IsBoolean()
  passed!: boolean;
}

export class EnterPastEvaluationRequest extends EnterAnnualCheckRequest {
  @ApiProperty({ enum: evaluations })
  @IsIn(evaluations)
  evaluation!: PastEvaluation['evaluation'];

  @ApiProperty({ format: 'date', description: 'The day on which it was graded' })
  @IsDay()
  on!: string;
}

export class EnterEarlierProjectRequest extends EnterNoteRequest {
  @ApiProperty({
    minimum: MIN_YEAR,
    maximum: MAX_YEAR,
    description: 'The year of the project’s programme',
  })
  @IsInt()
  @Min(MIN_YEAR)
  @Max(MAX_YEAR)
  year!: number;

  @ApiProperty({ format: 'date', description: 'The day on which it began' })
  @IsDay()
  from!: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The day on which it was settled; without it the project is open',
  })
  @Optional()
  @IsDay()
  until?: string;
}

export class EndNoteRequest extends EnterNoteRequest {
  @ApiProperty({
    format: 'date',
    description: 'The last day on the list, or the day on which the project was settled',
  })
  @IsDay()
  until!: string;
}

export class AnnulNoteRequest {
  @ApiProperty({ description: 'What was wrong with the entry' })
  @Text(2, 1000)
  reason!: string;
}

export class CreditNoteView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: creditKinds }) kind!: CreditKind;
  @ApiProperty() code!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) projectId!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of an annual check, an evaluation or a project',
  })
  year!: number | null;
  @ApiProperty({ enum: evaluations, nullable: true })
  evaluation!: PastEvaluation['evaluation'] | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Of an annual check or evaluation' })
  passed!: boolean | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The entry that this one ends or annuls',
  })
  aboutId!: string | null;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) until!: string | null;
  @ApiProperty({ format: 'date-time' }) notedAt!: string;
  @ApiProperty() version!: number;

  static of(note: CreditNoteEntity): CreditNoteView {
    const { id, partyId, kind, code, reason, projectId, fromDay, untilDay, version } = note;
    const { year, evaluation, passed, aboutId } = note;
    return {
      ...{ id, partyId, kind, code, reason, projectId, year, evaluation, passed, aboutId },
      from: fromDay,
      until: untilDay,
      notedAt: printInstant(note.notedAt),
      version,
    };
  }
}

export class CreditPage {
  @ApiProperty({ type: [CreditNoteView] }) items!: CreditNoteView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
