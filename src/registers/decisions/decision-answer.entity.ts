import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../platform/database/columns';

/** One answer to a decision; the last one counts. */
@Entity('decision_answers')
export class DecisionAnswerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') decisionId!: string;
  /** From 1. */
  @Column('int') no!: number;
  /** The code of the option chosen; of another kind of answer null, as are the next ones. */
  @Column('text', { nullable: true }) option!: string | null;
  @FenColumn({ nullable: true }) amountFen!: bigint | null;
  @Column('int', { nullable: true }) count!: number | null;
  @Column('text', { nullable: true }) points!: string | null;
  @Column('text') reason!: string;
  @Column('uuid') answeredBy!: string;
  @InstantColumn() answeredAt!: Date;
}
