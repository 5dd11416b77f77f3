import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { CreditModule } from '../../registers/credit';
import { DecisionsModule } from '../../registers/decisions';
import { HoldsModule } from '../../registers/holds';
import { InboxModule } from '../../registers/inbox';
import { PeopleModule } from '../../registers/people';
import { ProcessesModule } from '../../registers/processes';
import { AwardsModule } from '../awards';
import { ContractsModule } from '../contracts';
import { MonitoringModule } from '../monitoring';
import { RoundsModule } from '../rounds';
import { DecideEvaluations } from './decide-evaluations';
import { EvaluationClocks } from './evaluation-clocks';
import { EvaluationRepository } from './evaluation.repository';
import { Evaluations } from './evaluations';
import { EvaluationsActivities } from './evaluations.activities';
import { EvaluationsController } from './evaluations.controller';
import { EvaluationsQuery } from './evaluations.query';
import { ExcuseEvaluation } from './excuse-evaluation';
import { PlanEvaluations } from './plan-evaluations';
import { FailBySanction } from './fail-by-sanction';
import { FailureBook } from './failures/failure-book';
import { FailureRepository } from './failures/failure.repository';
import { JudgeFailure } from './failures/judge-failure';
import { SettleFailures } from './failures/settle-failures';
import { ProjectDecisions } from './project-decisions';
import { AssignEvaluator } from './scoring/assign-evaluator';
import { EvaluatorFitness } from './scoring/evaluator-fitness';
import { ScoreEvaluation } from './scoring/score-evaluation';
import { StopProject } from './stop-project';
import { SubmitSelfReport } from './submit-self-report';
import { AnswerSurvey } from './survey/answer-survey';
import { SurveyController } from './survey/survey.controller';
import { SurveyQuery } from './survey/survey.query';
import { SurveyRepository } from './survey/survey.repository';

@Module({
  imports: [
    AwardsModule,
    ClocksModule,
    ContractsModule,
    CreditModule,
    DecisionsModule,
    HoldsModule,
    InboxModule,
    MonitoringModule,
    PeopleModule,
    ProcessesModule,
    RoundsModule,
  ],
  controllers: [EvaluationsController, SurveyController],
  providers: [
    AnswerSurvey,
    AssignEvaluator,
    DecideEvaluations,
    EvaluationClocks,
    EvaluationRepository,
    Evaluations,
    EvaluationsActivities,
    EvaluationsQuery,
    EvaluatorFitness,
    ExcuseEvaluation,
    FailBySanction,
    FailureBook,
    FailureRepository,
    JudgeFailure,
    PlanEvaluations,
    ProjectDecisions,
    ScoreEvaluation,
    SettleFailures,
    StopProject,
    SubmitSelfReport,
    SurveyQuery,
    SurveyRepository,
  ],
  exports: [Evaluations],
})
export class EvaluationsModule {}
