import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../platform/database/columns';
import type { LedgerAct } from './ledger-moves';

/** One transfer: the same amount out of one account and into another, for ever. */
@Entity('ledger_transfers')
export class LedgerTransferEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') act!: LedgerAct;
  /** Where the money leaves. */
  @Column('uuid') debitAccountId!: string;
  /** Where it arrives. */
  @Column('uuid') creditAccountId!: string;
  @FenColumn() amountFen!: bigint;
  /** The budget year, of a budget alone. */
  @Column('int', { nullable: true }) year!: number | null;
  @Column('text') causeKind!: string;
  @Column('uuid') causeId!: string;
  @InstantColumn() at!: Date;
}
