import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';

/** A resident who joined a need 附议: counted once, and told what becomes of it. */
@Entity('need_joiners')
export class NeedJoinerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') needId!: string;
  @Column('uuid') personId!: string;
  @InstantColumn() joinedAt!: Date;
}
