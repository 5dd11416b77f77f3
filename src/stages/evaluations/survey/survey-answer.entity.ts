import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** A resident's answer 满意度答卷 to the survey of an evaluation; a resident answers once. */
@Entity('survey_answers')
export class SurveyAnswerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') evaluationId!: string;
  @Column('uuid') personId!: string;
  /** From 1, very dissatisfied, to 5, very satisfied. */
  @Column('int') satisfaction!: number;
  @Column('text', { nullable: true }) comment!: string | null;
  @InstantColumn() answeredAt!: Date;
  @Column('int') version!: number;
}
