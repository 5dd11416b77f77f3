import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn, InstantColumn } from '../../platform/database/columns';
import type { EvaluationRules, Explanation, GivenScores } from '../../rules';
import type { EvaluationState } from './evaluation.transitions';

/** An evaluation 评估 of a project: what the party says of itself, what an evaluator found, and the grade that follows. */
@Entity('evaluations')
export class EvaluationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  /** The project's. */
  @Column('text') title!: string;
  /** Its code in the rule set. */
  @Column('text') code!: string;
  @Column('text') kind!: EvaluationRules['kind'];
  /** What the rule set of the contract says of it: it holds for it for ever. */
  @Column('jsonb') rules!: EvaluationRules;
  /** The first day. */
  @DayColumn() opensOn!: Day;
  /** The last day for the self-report, included; an excuse moves it later. */
  @DayColumn() dueOn!: Day;
  @Column('text') state!: EvaluationState;
  @Column('uuid', { nullable: true }) evaluatorId!: string | null;
  @Column('text', { nullable: true }) selfReport!: string | null;
  @InstantColumn({ nullable: true }) selfReportedAt!: Date | null;
  @Column('uuid', { nullable: true }) selfReportedBy!: string | null;
  /** Why the self-report may come later. */
  @Column('text', { nullable: true }) excuse!: string | null;
  @Column('uuid', { nullable: true }) excusedBy!: string | null;
  /** The sanction that failed it, if one did. */
  @Column('uuid', { nullable: true }) failedBy!: string | null;
  @Column('jsonb', { nullable: true }) scores!: GivenScores | null;
  /** How doubtful things were looked into, where the rules name methods. */
  @Column('jsonb', { nullable: true }) methods!: EvaluationRules['methods'] | null;
  @Column('text', { nullable: true }) comment!: string | null;
  @InstantColumn({ nullable: true }) scoredAt!: Date | null;
  /** The weighted score exactly, as decimal text; none when nothing was handed in. */
  @Column('text', { nullable: true }) score!: string | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('boolean', { nullable: true }) passed!: boolean | null;
  @Column('jsonb', { nullable: true }) explanation!: Explanation | null;
  @InstantColumn({ nullable: true }) gradedAt!: Date | null;
  @Column('int') version!: number;
}
