import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../kernel/money';

/** Where a fund's money comes from. */
export const fundSources = [
  'welfare-lottery',
  'fiscal',
  'donation',
  'foundation',
  'crowdfunding',
  'own',
] as const;
export type FundSource = (typeof fundSources)[number];

/** A fund 资金: money of one source, of one unit. */
@Entity('funds')
export class FundEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  /** Short name, unique in the tenant. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') source!: FundSource;
  /** Of all its money. */
  @Column('text') currency!: Currency;
  /** What the money may be spent on, where its source binds it. */
  @Column('text', { nullable: true }) earmark!: string | null;
  @Column('int') version!: number;
}
