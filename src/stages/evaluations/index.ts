export { EvaluationEntity } from './evaluation.entity';
export { Evaluations } from './evaluations';
export { FailureEntity } from './failures/failure.entity';
export { EvaluationsModule } from './evaluations.module';
export { SurveyAnswerEntity } from './survey/survey-answer.entity';
