import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { NeedState } from './need.transitions';

/** A need 需求: who needs what, where, with which evidence, and to what aim. */
@Entity('needs')
export class NeedEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') cycleId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('uuid') submittedBy!: string;
  @InstantColumn() submittedAt!: Date;
  @Column('text') title!: string;
  /** 对象: for whom. */
  @Column('text') targetGroup!: string;
  @Column('int') headCount!: number;
  /** 需求: the problem, with its evidence. */
  @Column('text') problem!: string;
  /** 服务: what is wanted. */
  @Column('text') service!: string;
  /** 目标: the aim, so that it can be measured. */
  @Column('text') aim!: string;
  @Column('text') serviceArea!: string;
  /** How many people asked for it, as its submitter says. */
  @Column('int') askedBy!: number;
  /** How many came to it since: people who joined, and who asked for needs that were merged into it. */
  @Column('int') joinedBy!: number;
  @Column('text') state!: NeedState;
  /** Why it was returned, rejected or merged; a remark of the street's where it was forwarded. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  @Column('int') version!: number;
}
