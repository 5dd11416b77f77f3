import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Shortfall } from '../draw/fill-seats';
import type { PanelState } from './panel.transitions';

/** A panel 评审小组 of a lot: drawn from the pool, it scores all bids of the lot or those of its categories and signs the report. */
@Entity('panels')
export class PanelEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lotId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  /** The review of the lot that it belongs to, from 1; a re-review has panels of its own. */
  @Column('int') no!: number;
  /** The code of its plan in the rule set. */
  @Column('text') code!: string;
  /** Whose bids it reviews; null for all bids of the lot. */
  @Column('text', { array: true, nullable: true }) categories!: string[] | null;
  @Column('text') state!: PanelState;
  /** The revision of the rule set that it works by. */
  @Column('int') revision!: number;
  /** What the pool lacks, while the draw waits for it. */
  @Column('jsonb', { nullable: true }) lacking!: Shortfall | null;
  @Column('int') version!: number;
}
