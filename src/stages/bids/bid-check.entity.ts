import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import type { Facts } from '../../kernel/refusal';
import { DayColumn, InstantColumn } from '../../platform/database/columns';
import type { WordedExplanation } from '../../rules';

/** The outcome of one qualification check on one bid. */
export type CheckVerdict = 'pass' | 'fail';

/** One check of the qualification 资格审查, by rule or by a person with a reason. */
@Entity('bid_checks')
export class BidCheckEntity {
  @PrimaryColumn('uuid') bidId!: string;
  /** The code of a check that has one, the kind of any other rule. */
  @PrimaryColumn('text') code!: string;
  @Column('uuid') lotId!: string;
  @Column('text') verdict!: CheckVerdict;
  /** A person's reason; null where a rule decided. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** What a rule compared. */
  @Column('jsonb') facts!: Facts;
  /** The day as of which a rule checked; null where a person decided. */
  @DayColumn({ nullable: true }) asOf!: Day | null;
  /** Which rule, the sum, and the reason in words; null where a person decided. */
  @Column('jsonb', { nullable: true }) explanation!: WordedExplanation | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn() decidedAt!: Date;
}
