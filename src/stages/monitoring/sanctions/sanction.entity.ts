import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { SanctionRule } from '../../../rules';

/** A sanction 违规处理 that somebody imposed on a project's party by a rule of its round; it stays as it is. */
@Entity('project_sanctions')
export class SanctionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') roundId!: string;
  @Column('ltree') unitPath!: string;
  /** Its code in the rule set. */
  @Column('text') code!: string;
  /** What the rule set says of it. */
  @Column('jsonb') rules!: SanctionRule;
  @Column('text') findings!: string;
  @Column('uuid') imposedBy!: string;
  @InstantColumn() imposedAt!: Date;
  @Column('int') version!: number;
}
