import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { LotState } from './lot.transitions';

/** A lot 分包 of a round: bids, review, ranking and award belong to it. */
@Entity('lots')
export class LotEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  /** The lot's code in the rule set. */
  @Column('text') code!: string;
  @Column('text') state!: LotState;
  @InstantColumn() opensAt!: Date;
  /** Exclusive: what is received at this moment is late. */
  @InstantColumn() closesAt!: Date;
  /** How many bids counted at the close; null before it. */
  @Column('int', { nullable: true }) bidCount!: number | null;
  /** RFC 6962 root over the digests of their headers, by bid id, in hex; null before the close. */
  @Column('text', { nullable: true }) bidsRoot!: string | null;
  @Column('int') version!: number;
}
