import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { FailureState } from './failure.transitions';

/** Why payments wait: until a later evaluation is passed, or until what failed is put right. */
export const waitingEffects = ['stop-payments', 'delay'] as const;
export type WaitingEffect = (typeof waitingEffects)[number];

/** A failed evaluation for which a project's payments wait. It has the id of its evaluation. */
@Entity('evaluation_failures')
export class FailureEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') effect!: WaitingEffect;
  @Column('text') state!: FailureState;
  @InstantColumn() openedAt!: Date;
  /** When it was made good, given up or dropped. */
  @InstantColumn({ nullable: true }) settledAt!: Date | null;
  /** Who judged it; null where the evaluations themselves did. */
  @Column('uuid', { nullable: true }) judgedBy!: string | null;
  /** What the judge found. */
  @Column('text', { nullable: true }) findings!: string | null;
  @Column('int') version!: number;
}
