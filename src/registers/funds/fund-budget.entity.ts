import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../platform/database/columns';

/** Money that a fund got for a year 预算; several of one year add up. */
@Entity('fund_budgets')
export class FundBudgetEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fundId!: string;
  @Column('int') year!: number;
  @FenColumn() amountFen!: bigint;
  @Column('uuid') decidedBy!: string;
  @InstantColumn() decidedAt!: Date;
  @Column('int') version!: number;
}
