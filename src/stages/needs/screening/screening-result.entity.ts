import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { Explanation, ScreeningOutcome } from '../../../rules';

/** What the experts' sheets made of a need, and how: it can be recomputed from the sheets that it names. */
@Entity('screening_results')
export class ScreeningResultEntity {
  @PrimaryColumn('uuid') needId!: string;
  @Column('uuid') cycleId!: string;
  @Column('text') outcome!: ScreeningOutcome;
  /** Exact: a decimal, or `n/d` where it does not end. */
  @Column('text') score!: string;
  /** To two decimals, as it is shown. */
  @Column('text') shownScore!: string;
  @Column('jsonb') explanation!: Explanation;
  @InstantColumn() decidedAt!: Date;
}
