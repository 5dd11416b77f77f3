import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** An expert's signature under the report, or the consent that silence is. */
@Entity('panel_signatures')
export class SignatureEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') panelId!: string;
  @Column('uuid') seatId!: string;
  @Column('uuid') personId!: string;
  @Column('text') rankingDigest!: string;
  @Column('boolean') agrees!: boolean;
  /** Whether the expert was silent until the time was over (实施条例 art. 41). */
  @Column('boolean') isDeemed!: boolean;
  @Column('text', { nullable: true }) dissent!: string | null;
  @InstantColumn() signedAt!: Date;
  @Column('int') version!: number;
}
