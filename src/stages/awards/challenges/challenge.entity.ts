import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { ChallengeState } from './challenge.transitions';

/** The kinds of challenge that a grant round takes. */
export const challengeKinds = ['objection'] as const;
export type ChallengeKind = (typeof challengeKinds)[number];

/**
 * What an objection that is upheld does: the award falls away alone, it falls away and its lot is proposed anew, or another
 * panel reviews the lot.
 */
export const challengeEffects = ['revoke', 're-propose', 're-review'] as const;
export type ChallengeEffect = (typeof challengeEffects)[number];

/** An objection 异议 against an award on public notice. Who objects is known by the register, not by what they write. */
@Entity('challenges')
export class ChallengeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') awardId!: string;
  @Column('uuid') roundId!: string;
  /** The party of the award. */
  @Column('uuid') partyId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') kind!: ChallengeKind;
  @Column('uuid') objectorId!: string;
  @Column('text') grounds!: string;
  @Column('text') state!: ChallengeState;
  @InstantColumn() submittedAt!: Date;
  /** Who admitted or rejected it. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  /** Who upheld or dismissed it. */
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  /** Why it was rejected, upheld, dismissed or came to nothing. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) effect!: ChallengeEffect | null;
  @Column('int') version!: number;
}
