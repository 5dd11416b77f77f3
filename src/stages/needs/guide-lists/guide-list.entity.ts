import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { GuideListState } from './guide-list.transitions';

/** A guide list of projects 项目指引清单: the basis of later funding applications. */
@Entity('guide_lists')
export class GuideListEntity {
  @PrimaryColumn('uuid') id!: string;
  /** The first edition's id: all editions of one list share it. */
  @Column('uuid') seriesId!: string;
  /** The edition that this one supersedes when it is published. */
  @Column('uuid', { nullable: true }) replaces!: string | null;
  /** Counted from 1 and given at publication. */
  @Column('int', { nullable: true }) edition!: number | null;
  /** The nearest unit above all the streets whose needs are on it. */
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') title!: string;
  @Column('text') state!: GuideListState;
  @Column('uuid') draftedBy!: string;
  @InstantColumn() draftedAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @InstantColumn({ nullable: true }) publishedAt!: Date | null;
  @Column('int') version!: number;
}
