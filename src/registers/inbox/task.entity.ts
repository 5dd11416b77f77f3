import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duty } from '../../access/duties';
import type { Facts } from '../../kernel/refusal';
import { InstantColumn } from '../../platform/database/columns';

/** Something that waits for a person, or for whoever holds a duty somewhere. */
@Entity('tasks')
export class TaskEntity {
  @PrimaryColumn('uuid') id!: string;
  /** The code of a wording, such as `needs.check`. */
  @Column('text') kind!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text', { nullable: true }) duty!: Duty | null;
  @Column('text', { nullable: true }) scopeKind!: 'unit' | 'party' | 'round' | null;
  @Column('uuid', { nullable: true }) scopeId!: string | null;
  @Column('jsonb') facts!: Facts;
  @InstantColumn({ nullable: true }) dueAt!: Date | null;
  @InstantColumn({ nullable: true }) remindedAt!: Date | null;
  @InstantColumn() openedAt!: Date;
  @InstantColumn({ nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: 'done' | 'lapsed' | 'withdrawn' | null;
}
