export { DecisionAnswerEntity, DecisionEntity } from './decision.entity';
export { Decisions, type Answers, type StandingAnswer } from './decisions';
export { DecisionsModule } from './decisions.module';
