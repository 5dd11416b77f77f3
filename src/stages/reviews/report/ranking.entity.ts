import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** The ranking of the bids of one panel, as its experts sign it. */
@Entity('rankings')
export class RankingEntity {
  @PrimaryColumn('uuid') panelId!: string;
  @Column('uuid') lotId!: string;
  /** A `RankingDocument` as RFC 8785 text. */
  @Column('text') document!: string;
  /** SHA-256 of that text, in hex. */
  @Column('text') digest!: string;
  @InstantColumn() madeAt!: Date;
}
