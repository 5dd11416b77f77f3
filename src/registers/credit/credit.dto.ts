import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { IsDay } from '../../platform/http/is-day.decorator';
import { Text } from '../../platform/http/text.decorator';
import { creditKinds, type CreditKind, type CreditNoteEntity } from './credit-note.entity';

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

export class CreditNoteView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: creditKinds }) kind!: CreditKind;
  @ApiProperty() code!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) projectId!: string | null;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) until!: string | null;
  @ApiProperty({ format: 'date-time' }) notedAt!: string;
  @ApiProperty() version!: number;

  static of(note: CreditNoteEntity): CreditNoteView {
    const { id, partyId, kind, code, reason, projectId, fromDay, untilDay, version } = note;
    return {
      id,
      partyId,
      kind,
      code,
      reason,
      projectId,
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
