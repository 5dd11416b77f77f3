import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Text } from '../../../platform/http/text.decorator';
import { IsScores } from './is-scores';
import type { SheetEntity } from './sheet.entity';
import { sheetTransitions, type SheetState } from './sheet.transitions';

export class LockSheetRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  bidId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 12 },
    example: { need: '18', plan: '16' },
    description: 'A score for each criterion of the rule set, as decimal text',
  })
  @IsScores()
  scores!: Record<string, string>;

  @ApiProperty({ description: 'The bidder will read it' })
  @Text(2, 2000)
  comment!: string;
}

export class ConfirmSheetRequest {
  @Text(2, 1000)
  reason!: string;
}

export class SheetView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) seatId!: string;
  @ApiProperty({ format: 'uuid' }) bidId!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  scores!: Record<string, string>;
  @ApiProperty({ example: '82' }) total!: string;
  @ApiProperty() comment!: string;
  @ApiProperty({ enum: sheetTransitions.states }) state!: SheetState;
  @ApiProperty({ type: String, nullable: true, description: 'Why a sheet that strays stands' })
  reason!: string | null;
  @ApiProperty({ format: 'date-time' }) lockedAt!: string;
  @ApiProperty() version!: number;

  static of(sheet: SheetEntity): SheetView {
    const { id, seatId, bidId, scores, total, comment, state, reason, version } = sheet;
    const lockedAt = printInstant(sheet.lockedAt);
    return { id, seatId, bidId, scores, total, comment, state, reason, lockedAt, version };
  }
}

export class SheetPage {
  @ApiProperty({ type: [SheetView] }) items!: SheetView[];
  @ApiProperty({ description: 'Before that everybody sees their own sheets alone' })
  areAllIn!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
