import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { RectificationState } from './rectification.transitions';

/** What an order follows from. */
export const rectificationCauses = ['visit', 'report'] as const;
export type RectificationCause = (typeof rectificationCauses)[number];

/** An order 整改通知 to put right what a visit or a report has shown. */
@Entity('rectifications')
export class RectificationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') causeKind!: RectificationCause;
  @Column('uuid') causeId!: string;
  @Column('text') findings!: string;
  @Column('uuid') orderedBy!: string;
  @InstantColumn() orderedAt!: Date;
  /** The first instant that is too late for the answer; a later one after an answer was not accepted. */
  @InstantColumn() dueAt!: Date;
  @Column('text') state!: RectificationState;
  /** Who judged the last answer that was judged, when, and why so. */
  @Column('uuid', { nullable: true }) judgedBy!: string | null;
  @InstantColumn({ nullable: true }) judgedAt!: Date | null;
  @Column('text', { nullable: true }) judgement!: string | null;
  @Column('int') version!: number;
}
