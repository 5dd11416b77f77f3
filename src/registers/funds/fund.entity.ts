import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a fund's money comes from. */
export const fundSources = ['welfare-lottery', 'fiscal', 'donation', 'foundation', 'own'] as const;
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
  /** What the money may be spent on, where its source binds it. */
  @Column('text', { nullable: true }) earmark!: string | null;
  @Column('int') version!: number;
}
