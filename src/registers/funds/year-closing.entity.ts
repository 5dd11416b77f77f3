import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn } from '../../platform/database/columns';
import type { CarriedMoney } from '../ledger';
import type { YearClosingState } from './year-closing.transitions';

/** Carried money as it is stored: fen as text, since a number of JSON cannot hold every amount. */
type StoredCarried = Omit<CarriedMoney, 'amountFen'> & { readonly amountFen: string };

const storedCarried = {
  to: (carried: readonly CarriedMoney[] | null): StoredCarried[] | null =>
    carried?.map(({ amountFen, ...rest }) => ({ ...rest, amountFen: amountFen.toString() })) ??
    null,
  from: (carried: readonly StoredCarried[] | null): CarriedMoney[] | null =>
    carried?.map(({ amountFen, ...rest }) => ({ ...rest, amountFen: BigInt(amountFen) })) ?? null,
};

/** The closing of a fund's budget year 年度结转. */
@Entity('year_closings')
export class YearClosingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fundId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('int') year!: number;
  @Column('text') state!: YearClosingState;
  @Column('uuid') proposedBy!: string;
  @InstantColumn() proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  /** What went back to the source, once it is approved. */
  @FenColumn({ nullable: true }) lapsedFen!: bigint | null;
  /** What went on into the next year, award by award. */
  @Column({ type: 'jsonb', transformer: storedCarried, nullable: true })
  carried!: CarriedMoney[] | null;
  @Column('int') version!: number;
}
