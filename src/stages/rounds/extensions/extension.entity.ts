import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { ExtensionState } from './extension.transitions';

/** A later deadline for a call, as somebody proposed it; all are kept, and with them all former deadlines. */
@Entity('extensions')
export class ExtensionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  /** The deadline as it stood when it was proposed, and the one to come. */
  @InstantColumn() fromInstant!: Date;
  @InstantColumn() toInstant!: Date;
  /** Why; published with the approval. */
  @Column('text') reason!: string;
  @Column('text') state!: ExtensionState;
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
