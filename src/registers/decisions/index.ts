export { DecisionAnswerEntity } from './decision-answer.entity';
export { DecisionEntity } from './decision.entity';
export { Decisions, excludedBy, type Answers, type StandingAnswer } from './decisions';
export { DecisionsModule } from './decisions.module';
