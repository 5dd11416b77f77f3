import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duty } from '../../access/duties';
import { InstantColumn } from '../../platform/database/columns';

/** What a mandate may be for. */
export const scopeKinds = ['unit', 'party', 'round', 'lot', 'project'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** A mandate 授权: a duty of a person, for a scope, from and until. */
@Entity('mandates')
export class MandateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') duty!: Duty;
  @Column('text') scopeKind!: ScopeKind;
  @Column('uuid') scopeId!: string;
  @InstantColumn() fromAt!: Date;
  @InstantColumn({ nullable: true }) untilAt!: Date | null;
  @Column('int') version!: number;
}
