import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn } from '../../platform/database/columns';

/** How an expert may be tied to a party. */
export const tieKinds = ['employer', 'office', 'kin', 'pay', 'other'] as const;
export type TieKind = (typeof tieKinds)[number];

/** A tie of an expert to a party, which keeps the expert from judging it. */
@Entity('expert_ties')
export class ExpertTieEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') expertId!: string;
  @Column('uuid') partyId!: string;
  @Column('text') kind!: TieKind;
  @DayColumn() fromDay!: Day;
  /** The last day; null while the tie lasts. */
  @DayColumn({ nullable: true }) untilDay!: Day | null;
}
