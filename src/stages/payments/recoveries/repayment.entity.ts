import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn } from '../../../platform/database/columns';
import type { RepaymentState } from './repayment.transitions';

/** A repayment 退款: some or all of what a recovery asks for, as the bank's slip has it. */
@Entity('repayments')
export class RepaymentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') recoveryId!: string;
  @Column('ltree') unitPath!: string;
  @FenColumn() amountFen!: bigint;
  @Column('text') number!: string;
  @DayColumn() receivedOn!: string;
  @Column('text') state!: RepaymentState;
  @Column('uuid') makerId!: string;
  @InstantColumn() enteredAt!: Date;
  @Column('uuid', { nullable: true }) checkerId!: string | null;
  @InstantColumn({ nullable: true }) checkedAt!: Date | null;
  /** Why it was rejected. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') version!: number;
}
