export { EvaluationEntity } from './evaluation.entity';
export { Evaluations, type GradedEvaluation } from './evaluations';
export { FailureEntity } from './failures/failure.entity';
export { EvaluationsModule } from './evaluations.module';
export { SurveyAnswerEntity } from './survey/survey-answer.entity';
