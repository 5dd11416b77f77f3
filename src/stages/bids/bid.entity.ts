import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BidState } from './bid.transitions';

/** A bid 投标/申报 of a party in a lot; what it says lies in its versions. */
@Entity('bids')
export class BidEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lotId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  @Column('uuid') partyId!: string;
  @Column('text') state!: BidState;
  /** The number of its last version. */
  @Column('int') versionNo!: number;
  /** What people call it; null until the opening, as a serial number would tell how many there are. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('int') version!: number;
}
