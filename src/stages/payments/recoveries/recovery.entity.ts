import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, InstantColumn } from '../../../platform/database/columns';
import { storedParts, type FundPart } from '../fund-parts';
import type { RecoveryState } from './recovery.transitions';

/**
 * Why money may be asked back: the project was stopped, its final evaluation failed, or the rules claw back for a worst grade or a
 * sanction.
 */
export const recoveryGrounds = ['stopped', 'final-failed', 'worst-grade', 'sanctioned'] as const;
export type RecoveryGround = (typeof recoveryGrounds)[number];

/** A recovery 追回: paid money that a party is to give back. */
@Entity('recoveries')
export class RecoveryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') ground!: RecoveryGround;
  @FenColumn() amountFen!: bigint;
  /** Told to the party. */
  @Column('text') reason!: string;
  /** Calendar days from the letter until it has to be back. */
  @Column('int') payWithinDays!: number;
  @Column('text') state!: RecoveryState;
  @Column('uuid') proposedBy!: string;
  @InstantColumn() proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  /** What each fund is to get back, by what it paid; known once it is decided. */
  @Column({ type: 'jsonb', transformer: storedParts, nullable: true }) parts!: FundPart[] | null;
  /** The last day for giving it back, once it is asked for. */
  @DayColumn({ nullable: true }) payBy!: string | null;
  /** What has come back and was confirmed. */
  @FenColumn() returnedFen!: bigint;
  @Column('int') version!: number;
}
