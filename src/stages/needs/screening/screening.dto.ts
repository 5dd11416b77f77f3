import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  IsUUID,
} from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import type { Explanation, ScreeningOutcome } from '../../../rules';
import { NeedView } from '../collecting/need.dto';
import type { CycleEntity } from '../cycle.entity';
import { cycleTransitions, type CycleState } from '../cycle.transitions';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import { IsScores } from './is-scores';
import type { ScreeningRulesEntity } from './screening-rules.entity';
import type { ScreeningSheetEntity } from './screening-sheet.entity';
import type { ScreenedNeedRow, SheetToFill } from './screening.query';

const MAX_EXPERTS = 21;
const outcomes = ['selected', 'kept', 'notSelected'] as const;
const scoresOf = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { people: '85', need: '80', service: '75', aim: '90' },
} as const;

export class PublishScreeningRulesRequest {
  @ApiProperty({ type: Object, description: 'A document of yichuang/screening-rules/1' })
  @IsObject()
  document!: object;
}

export class ScreeningRulesView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: Object }) document!: object;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty() version!: number;

  static of({ id, document, publishedAt, version }: ScreeningRulesEntity): ScreeningRulesView {
    return { id, document, publishedAt: printInstant(publishedAt), version };
  }
}

export class CycleView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) streetId!: string;
  @ApiProperty({ enum: cycleTransitions.states }) state!: CycleState;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reportedAt!: string | null;
  @ApiProperty() version!: number;

  static of({ id, streetId, state, openedAt, reportedAt, version }: CycleEntity): CycleView {
    return {
      id,
      streetId,
      state,
      openedAt: printInstant(openedAt),
      reportedAt: reportedAt === null ? null : printInstant(reportedAt),
      version,
    };
  }
}

export class CyclePage {
  @ApiProperty({ type: [CycleView] }) items!: CycleView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class AssignExpertsRequest {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: MAX_EXPERTS,
    description: 'Everyone who is to screen: an odd number, at least three',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_EXPERTS)
  @ArrayUnique()
  @IsUUID('7', { each: true })
  personIds!: string[];

  @ApiProperty({ required: false, description: 'When replacing' })
  @Optional()
  @Text(2, 1000)
  reason?: string;
}

export class HandInSheetRequest {
  @ApiProperty({ ...scoresOf, description: 'By the code of the criterion, as decimal text' })
  @IsScores()
  scores!: Record<string, string>;

  @Text(2, 1000)
  comment!: string;
}

export class ScreeningSheetView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) needId!: string;
  @ApiProperty(scoresOf) scores!: Readonly<Record<string, string>>;
  @ApiProperty() comment!: string;
  @ApiProperty({ format: 'date-time' }) handedInAt!: string;
  @ApiProperty() version!: number;

  static of(sheet: ScreeningSheetEntity): ScreeningSheetView {
    const { id, needId, scores, comment, handedInAt, version } = sheet;
    return { id, needId, scores, comment, handedInAt: printInstant(handedInAt), version };
  }
}

export class CriterionView {
  @ApiProperty({ example: 'people' }) code!: string;
  @ApiProperty({ example: { zh: '对象要准', en: 'The right people' } })
  name!: { zh: string; en: string };
}

export class SheetToFillView {
  @ApiProperty({ type: NeedView }) need!: NeedView;
  @ApiProperty({ type: [CriterionView] }) criteria!: CriterionView[];
  @ApiProperty({ description: 'The most that a criterion can get' }) maxScore!: number;
  @ApiProperty() scoreDecimals!: number;
  @ApiProperty({ type: ScreeningSheetView, nullable: true }) sheet!: ScreeningSheetView | null;

  static of({ need, rules, sheet }: SheetToFill): SheetToFillView {
    return {
      need: NeedView.of(need),
      criteria: rules.criteria.map(({ code, name }) => ({ code, name })),
      maxScore: rules.maxScore,
      scoreDecimals: rules.scoreDecimals,
      sheet: sheet === null ? null : ScreeningSheetView.of(sheet),
    };
  }
}

export class SheetToFillPage {
  @ApiProperty({ type: [SheetToFillView] }) items!: SheetToFillView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class ScreenedNeedView {
  @ApiProperty({ format: 'uuid' }) needId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: outcomes }) outcome!: ScreeningOutcome;
  @ApiProperty({ description: 'To two decimals; the outcome follows from the exact one' })
  score!: string;
  @ApiProperty({ type: Object, description: 'The rule, what went in, and the sum' })
  explanation!: Explanation;
  @ApiProperty({ type: [ScreeningSheetView], description: 'Without who wrote them' })
  sheets!: ScreeningSheetView[];

  static of({ need, result, sheets }: ScreenedNeedRow): ScreenedNeedView {
    return {
      needId: need.id,
      title: need.title,
      outcome: result.outcome,
      score: result.shownScore,
      explanation: result.explanation,
      sheets: sheets.map((sheet) => ScreeningSheetView.of(sheet)),
    };
  }
}

export class ScreeningResultPage {
  @ApiProperty({ type: [ScreenedNeedView] }) items!: ScreenedNeedView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
