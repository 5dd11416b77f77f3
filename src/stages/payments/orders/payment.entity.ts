import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn } from '../../../platform/database/columns';
import { storedParts, type FundPart } from '../fund-parts';
import type { Payee } from './payment-order';
import type { PaymentState } from './payment.transitions';

/** What the treasury answered: that it paid, or that the money came back. */
export type TreasuryOutcome = 'paid' | 'returned';

/** A payment 支付 of one tranche. What it says about money is written once; only its state goes on. */
@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') trancheId!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @FenColumn() amountFen!: bigint;
  @Column({ type: 'jsonb', transformer: storedParts }) parts!: FundPart[];
  /** The payee as it was verified when the payment was entered. */
  @Column('jsonb') payee!: Payee;
  @Column('text') payeeDigest!: string;
  /** What is to be done, in canonical JSON. */
  @Column('text') orderText!: string;
  @Column('text') state!: PaymentState;
  @Column('uuid') makerId!: string;
  @InstantColumn() enteredAt!: Date;
  @Column('uuid', { nullable: true }) checkerId!: string | null;
  @InstantColumn({ nullable: true }) releasedAt!: Date | null;
  /** SHA-256 of the order, as the checker approved it. */
  @Column('text', { nullable: true }) approvedDigest!: string | null;
  /** SHA-256 of the order, as it was made anew when it was sent. */
  @Column('text', { nullable: true }) executedDigest!: string | null;
  @Column('uuid', { nullable: true }) batchId!: string | null;
  @Column('int', { nullable: true }) lineNo!: number | null;
  @Column('text', { nullable: true }) outcome!: TreasuryOutcome | null;
  @Column('text', { nullable: true }) voucherNumber!: string | null;
  @DayColumn({ nullable: true }) paidOn!: string | null;
  @Column('uuid', { nullable: true }) voucherMakerId!: string | null;
  @Column('uuid', { nullable: true }) voucherCheckerId!: string | null;
  /** The slip by which the bank sent it back after it was paid. */
  @Column('text', { nullable: true }) returnNumber!: string | null;
  @DayColumn({ nullable: true }) returnedOn!: string | null;
  @Column('uuid', { nullable: true }) returnMakerId!: string | null;
  @Column('uuid', { nullable: true }) returnCheckerId!: string | null;
  /** Why it was rejected or came back, or its approval became void. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') version!: number;
}
