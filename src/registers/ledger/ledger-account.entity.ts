import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn } from '../../platform/database/columns';
import type { AccountKind } from './ledger-moves';

/** An account: money of one fund and budget year, in one state, of one round and award where the kind has them. */
@Entity('ledger_accounts')
export class LedgerAccountEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') kind!: AccountKind;
  @Column('uuid') fundId!: string;
  @Column('uuid', { nullable: true }) roundId!: string | null;
  @Column('uuid', { nullable: true }) awardId!: string | null;
  /** The budget year of the money; null of a source alone. */
  @Column('int', { nullable: true }) year!: number | null;
  /** Credits less debits; the database alone writes it. */
  @FenColumn() balanceFen!: bigint;
}
