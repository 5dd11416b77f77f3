import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { ScreeningRules } from '../../../rules';

/** Screening rules as published; the newest are in force, older cycles keep theirs. */
@Entity('screening_rules')
export class ScreeningRulesEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') document!: ScreeningRules;
  @InstantColumn() publishedAt!: Date;
  @Column('uuid') publishedBy!: string;
  @Column('int') version!: number;
}
