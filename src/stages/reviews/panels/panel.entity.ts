import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Shortfall } from '../draw/fill-seats';
import type { PanelState } from './panel.transitions';

/** A panel 评审小组 of a lot: drawn from the pool, it scores the lot's bids and signs the report. */
@Entity('panels')
export class PanelEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lotId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  /** From 1; a re-review has a panel of its own. */
  @Column('int') no!: number;
  @Column('text') state!: PanelState;
  /** The revision of the rule set that it works by. */
  @Column('int') revision!: number;
  /** What the pool lacks, while the draw waits for it. */
  @Column('jsonb', { nullable: true }) lacking!: Shortfall | null;
  @Column('int') version!: number;
}
