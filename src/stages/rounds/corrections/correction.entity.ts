import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { RuleDifference, RuleSet } from '../../../rules';
import type { CorrectionState } from './correction.transitions';

/** The rules of an open call as somebody proposed to correct them; all are kept, and with them all former deadlines. */
@Entity('corrections')
export class CorrectionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  /** The rules as they are to be, and where they differ from those in force when it was proposed. */
  @Column('jsonb') document!: RuleSet;
  @Column('jsonb') difference!: RuleDifference[];
  /** The deadline as it stood when it was proposed, and the one to come; the same where it does not move. */
  @InstantColumn() fromInstant!: Date;
  @InstantColumn() toInstant!: Date;
  /** Whether a bid that names an earlier revision lapses at the close. */
  @Column('boolean') requiresResubmission!: boolean;
  /** Why; published with the approval. */
  @Column('text') reason!: string;
  @Column('text') state!: CorrectionState;
  @Column('uuid') proposedBy!: string;
  @InstantColumn() proposedAt!: Date;
  /** Who approved or refused it; null for one that lapsed. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  /** The revision of the rules that it made. */
  @Column('int', { nullable: true }) revision!: number | null;
  @Column('int') version!: number;
}
