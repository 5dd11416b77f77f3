import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** The ranking of all bids of a lot over the reports of its panels, made when the last of them is signed. */
@Entity('lot_rankings')
export class LotRankingEntity {
  @PrimaryColumn('uuid') lotId!: string;
  /** The review, from 1. */
  @PrimaryColumn('int') no!: number;
  /** A `LotRankingDocument` as RFC 8785 text. */
  @Column('text') document!: string;
  /** SHA-256 of that text, in hex. */
  @Column('text') digest!: string;
  @InstantColumn() madeAt!: Date;
}
