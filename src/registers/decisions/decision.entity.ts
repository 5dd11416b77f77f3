import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duty } from '../../access/duties';
import { InstantColumn } from '../../platform/database/columns';
import type { RoundQuestion } from '../../rules';
import type { DecisionState } from './decision.transitions';

/** What a decision is about. */
export const decisionSubjects = ['round', 'lot', 'bid', 'award', 'project'] as const;
export type DecisionSubject = (typeof decisionSubjects)[number];

/** A decision 裁定: a question of a round's rules, asked of whoever holds a duty, about one thing. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid', { nullable: true }) lotId!: string | null;
  @Column('ltree') unitPath!: string;
  @Column('text') subjectKind!: DecisionSubject;
  @Column('uuid') subjectId!: string;
  /** Whose bid, award or project it is; null of a lot or a round. */
  @Column('uuid', { nullable: true }) partyId!: string | null;
  /** The code of the question. */
  @Column('text') code!: string;
  /** The step that waits for it. */
  @Column('text') step!: RoundQuestion['at'];
  @Column('text') duty!: Duty;
  /** The question as it was asked, with the clause it comes from. */
  @Column('jsonb') question!: RoundQuestion;
  /** The revision of the rule set that asks it. */
  @Column('int') revision!: number;
  @Column('text') state!: DecisionState;
  @InstantColumn() askedAt!: Date;
  @Column('int') version!: number;
}
