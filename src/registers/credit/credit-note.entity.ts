import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn, InstantColumn } from '../../platform/database/columns';

/** What a party's record notes: how a project was graded, or that the party is off the list for a time. */
export const creditKinds = ['grade', 'sanction'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** One entry of a party's record 信用记录, for ever. */
@Entity('credit_notes')
export class CreditNoteEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') partyId!: string;
  @Column('text') kind!: CreditKind;
  /** The grade's code, or the sanction's. */
  @Column('text') code!: string;
  /** Why, of a sanction. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) projectId!: string | null;
  @DayColumn() fromDay!: Day;
  /** The last day on which it counts; null when it counts for good. */
  @DayColumn({ nullable: true }) untilDay!: Day | null;
  @InstantColumn() notedAt!: Date;
  /** The person who decided it; null for the system. */
  @Column('uuid', { nullable: true }) notedBy!: string | null;
  @Column('int') version!: number;
}
