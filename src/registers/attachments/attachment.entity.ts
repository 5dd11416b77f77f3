import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { AttachmentState } from './attachment.transitions';

/** A file that somebody hands in, chunk by chunk. */
@Entity('attachments')
export class AttachmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ownerId!: string;
  /** As its owner calls it; never a path. */
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  /** Bytes. */
  @Column('int') size!: number;
  /** SHA-256 of the whole, hexadecimal, as the owner announced it and completion found it. */
  @Column('text') digest!: string;
  @Column('text') state!: AttachmentState;
  @InstantColumn() createdAt!: Date;
  /** What it is attached to; null until something refers to it. */
  @Column('text', { nullable: true }) subjectKind!: string | null;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @InstantColumn({ nullable: true }) boundAt!: Date | null;
  /** When the bytes of a removed one were gone. */
  @InstantColumn({ nullable: true }) bytesGoneAt!: Date | null;
  @Column('int') version!: number;
}
