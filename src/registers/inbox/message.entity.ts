import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Facts } from '../../kernel/refusal';
import { InstantColumn } from '../../platform/database/columns';
import type { MessageState } from './message.transitions';

/** A mail to a person. The row is its own outbox: it is queued until it was sent, whatever becomes of Redis. */
@Entity('messages')
export class MessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** The code of a wording. */
  @Column('text') template!: string;
  @Column('jsonb') facts!: Facts;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @InstantColumn() createdAt!: Date;
  @Column('text') state!: MessageState;
  /** When it last became a job of the queue, by true time. */
  @Column('timestamptz', { nullable: true }) enqueuedAt!: Date | null;
  @Column('int') attempts!: number;
  @Column('text', { nullable: true }) lastError!: string | null;
  @InstantColumn({ nullable: true }) settledAt!: Date | null;
  /** Counts how often it was laid aside and sent again; that it was sent is told by its state alone. */
  @Column('int') version!: number;
}
