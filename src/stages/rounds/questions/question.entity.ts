import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { QuestionState } from './question.transitions';

/** A question on a call. Who asks is known to the officers of the round and to nobody else. */
@Entity('questions')
export class QuestionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  @Column('uuid') askedBy!: string;
  /** The party for which it was asked. */
  @Column('uuid') partyId!: string;
  @InstantColumn() askedAt!: Date;
  /** As it was asked. */
  @Column('text') question!: string;
  @Column('text') state!: QuestionState;
  /** As it is published with its answer; it names nobody. */
  @Column('text', { nullable: true }) publishedQuestion!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  /** Who answered or refused it; null for one that lapsed. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  @Column('int') version!: number;
}
