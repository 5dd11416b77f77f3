import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { SheetState } from './sheet.transitions';

/** A score sheet 评分表: one expert's scores for one bid, locked when handed in. */
@Entity('sheets')
export class SheetEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') panelId!: string;
  @Column('uuid') seatId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') bidId!: string;
  /** By the code of the criterion, as decimal text. */
  @Column('jsonb') scores!: Record<string, string>;
  @Column('text') total!: string;
  @Column('text') comment!: string;
  /** SHA-256 of seat, bid, scores and comment as canonical JSON: what the record keeps of it. */
  @Column('text') digest!: string;
  @InstantColumn() lockedAt!: Date;
  @Column('text') state!: SheetState;
  /** Why the expert stands by a sheet that strays. */
  @Column('text', { nullable: true }) reason!: string | null;
  @InstantColumn({ nullable: true }) confirmedAt!: Date | null;
  @Column('int') version!: number;
}
