import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { OpeningRecord } from './opening-record';
import type { OpeningState } from './opening.transitions';

/** The opening 开标 of a lot by two officers, and its record 开标记录. */
@Entity('openings')
export class OpeningEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lotId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') state!: OpeningState;
  @Column('uuid') requestedBy!: string;
  @InstantColumn() requestedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @InstantColumn({ nullable: true }) heldAt!: Date | null;
  @Column('jsonb', { nullable: true }) record!: OpeningRecord | null;
  /** SHA-256 of the record's canonical JSON, in hex. */
  @Column('text', { nullable: true }) digest!: string | null;
  @Column('int') version!: number;
}
