import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';

/** The streams 类别 that programmes run in; all live in one register. */
export const streams = [
  'public-interest-venture',
  'party-building',
  'secretary',
  'fine-community',
  'micro-project',
  'bright-idea',
] as const;
export type Stream = (typeof streams)[number];

/** A programme 项目计划 of a funding body for one year; rounds are run under it. */
@Entity('programmes')
export class ProgrammeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('int') year!: number;
  @Column('text') stream!: Stream;
  @Column('text') name!: string;
  @Column('uuid') createdBy!: string;
  @InstantColumn() createdAt!: Date;
  @Column('int') version!: number;
}
