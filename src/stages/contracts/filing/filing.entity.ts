import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** That a copy of a contract was filed 合同备案; it has the id of its contract, and stays as it is. */
@Entity('contract_filings')
export class FilingEntity {
  @PrimaryColumn('uuid') id!: string;
  /** The number under which it is kept there. */
  @Column('text') number!: string;
  @Column('uuid') filedBy!: string;
  @InstantColumn() filedAt!: Date;
  @Column('int') version!: number;
}
