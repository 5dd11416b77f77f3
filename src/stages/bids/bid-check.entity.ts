import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Facts } from '../../kernel/refusal';
import { InstantColumn } from '../../platform/database/columns';

/** The outcome of one qualification check on one bid. */
export type CheckVerdict = 'pass' | 'fail';

/** One check of the qualification 资格审查, by rule or by a person with a reason. */
@Entity('bid_checks')
export class BidCheckEntity {
  @PrimaryColumn('uuid') bidId!: string;
  /** The kind of the rule, or the code of a judged one. */
  @PrimaryColumn('text') code!: string;
  @Column('uuid') lotId!: string;
  @Column('text') verdict!: CheckVerdict;
  /** A person's reason; null where a rule decided. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** What a rule compared. */
  @Column('jsonb') facts!: Facts;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn() decidedAt!: Date;
}
