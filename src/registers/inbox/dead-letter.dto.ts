import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import type { MessageEntity } from './message.entity';

/**
 * A mail that could not be sent. Neither what it says nor what it is about: before an opening, that somebody was written to about
 * a bid would tell that they bid.
 */
export class DeadLetterView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'Whom it was to reach' }) personId!: string;
  @ApiProperty({
    example: 'SMTP 550',
    description: 'What the last try met; never a text that quotes an address',
  })
  lastError!: string;
  @ApiProperty({ description: 'How often it was laid aside or sent' }) attempts!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) settledAt!: string | null;
  @ApiProperty({ enum: ['queued', 'dead'] }) state!: string;
  @ApiProperty() version!: number;

  static of(message: MessageEntity): DeadLetterView {
    const { id, personId, attempts, state, version } = message;
    return {
      ...{ id, personId, attempts, state, version },
      lastError: message.lastError ?? '',
      createdAt: printInstant(message.createdAt),
      settledAt: message.settledAt === null ? null : printInstant(message.settledAt),
    };
  }
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetterView] }) items!: DeadLetterView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
