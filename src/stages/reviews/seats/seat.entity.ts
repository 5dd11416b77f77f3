import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { LeavingCause, SeatState } from './seat.transitions';

/** A seat of a panel as one expert was invited to it. */
@Entity('seats')
export class SeatEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') panelId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') lotId!: string;
  @Column('ltree') unitPath!: string;
  /** The draw that it comes from, the leaf, and the leaf's place in its order, from 1. */
  @Column('int') drawNo!: number;
  /** As the rules of the panel name it. */
  @Column('text') seatCode!: string;
  @Column('text') leaf!: string;
  @Column('int') place!: number;
  @Column('uuid') expertId!: string;
  @Column('uuid') personId!: string;
  @Column('text') state!: SeatState;
  @Column('text', { nullable: true }) cause!: LeavingCause | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** The bidder to whom the expert has a tie. */
  @Column('uuid', { nullable: true }) tiePartyId!: string | null;
  /** The list of bidders on which the expert declared to have no tie. */
  @Column('text', { nullable: true }) biddersDigest!: string | null;
  @InstantColumn() invitedAt!: Date;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  @InstantColumn({ nullable: true }) leftAt!: Date | null;
  @Column('int') version!: number;
}
