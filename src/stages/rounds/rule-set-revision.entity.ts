import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { RuleDifference, RuleSet } from '../../rules';

/** A revision of a round's rule set; all are kept, with what each changed and why. */
@Entity('rule_set_revisions')
export class RuleSetRevisionEntity {
  @PrimaryColumn('uuid') roundId!: string;
  @PrimaryColumn('int') revision!: number;
  @Column('jsonb') document!: RuleSet;
  /** SHA-256 of the document's canonical JSON, in hex. */
  @Column('text') digest!: string;
  @Column('jsonb') difference!: RuleDifference[];
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') madeBy!: string;
  @InstantColumn() madeAt!: Date;
}
