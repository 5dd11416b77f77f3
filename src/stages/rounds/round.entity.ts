import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { RoundState } from './round.transitions';

/** Which fund a pot of the rule set is drawn from. */
export interface PotFund {
  /** The code of the pot in the rule set's `funding`. */
  readonly code: string;
  readonly fundId: string;
}

/** A round 轮次: one competition under a programme; how it differs from others is its rule set. */
@Entity('rounds')
export class RoundEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') programmeId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') code!: string;
  @Column('text') state!: RoundState;
  /** The revision of the rule set in force. */
  @Column('int') revision!: number;
  @Column('jsonb') pots!: PotFund[];
  @Column('uuid') createdBy!: string;
  @InstantColumn() createdAt!: Date;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @InstantColumn({ nullable: true }) approvedAt!: Date | null;
  @InstantColumn({ nullable: true }) announcedAt!: Date | null;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
  /** When what was not awarded went back to the funds; what falls free later goes back at once. */
  @InstantColumn({ nullable: true }) moneyReturnedAt!: Date | null;
  @Column('uuid', { nullable: true }) cancelledBy!: string | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  @Column('int') version!: number;
}
