import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn, InstantColumn } from '../../platform/database/columns';
import type { PastEvaluation } from '../../rules';

/**
 * What a party's record notes. grade: with which a project ended. sanction: off the list for a time. listing: on a list of others.
 * annual-check: of a year. evaluation: how a project was evaluated. project: that the party has one. ending: that another entry
 * counts no longer. annulment: that another entry was a mistake.
 */
export const creditKinds = [
  'grade',
  'sanction',
  'listing',
  'annual-check',
  'evaluation',
  'project',
  'ending',
  'annulment',
] as const;
export type CreditKind = (typeof creditKinds)[number];

/** One entry of a party's record 信用记录, for ever. */
@Entity('credit_notes')
export class CreditNoteEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') partyId!: string;
  @Column('text') kind!: CreditKind;
  /** The code of the grade, the sanction or the list; of an ending or annulment that of the entry it is about. */
  @Column('text') code!: string;
  /** Why, of a sanction or an annulment; of what officers enter, where it is known from. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) projectId!: string | null;
  /** Of an annual check, an evaluation or a project; of the last two that of the project's programme. */
  @Column('int', { nullable: true }) year!: number | null;
  /** Which evaluation; null of anything else, and of grades from before it was noted. */
  @Column('text', { nullable: true }) evaluation!: PastEvaluation['evaluation'] | null;
  /** Whether the annual check or the evaluation was passed. */
  @Column('boolean', { nullable: true }) passed!: boolean | null;
  /** The entry that this one ends or annuls. */
  @Column('uuid', { nullable: true }) aboutId!: string | null;
  @DayColumn() fromDay!: Day;
  /** The last day on which it counts, of a project the day on which it was settled; null when it counts for good. */
  @DayColumn({ nullable: true }) untilDay!: Day | null;
  @InstantColumn() notedAt!: Date;
  /** The person who decided it; null for the system. */
  @Column('uuid', { nullable: true }) notedBy!: string | null;
  @Column('int') version!: number;
}
