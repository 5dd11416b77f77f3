import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { BatchState } from './batch.transitions';

/** At most so many payments go to the treasury as one request; the database holds it too. */
export const MAX_LINES = 500;

/** A batch 支付批次: the payments of one unit that go to the treasury together. */
@Entity('batches')
export class BatchEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') state!: BatchState;
  /** The number of the last line given out; a line that was left is not given out again. */
  @Column('int') lastLine!: number;
  @InstantColumn() openedAt!: Date;
  @InstantColumn({ nullable: true }) sentAt!: Date | null;
  @Column('uuid', { nullable: true }) sentBy!: string | null;
  /** SHA-256 of the request list as it was sent. */
  @Column('text', { nullable: true }) requestDigest!: string | null;
  @Column('int') version!: number;
}
