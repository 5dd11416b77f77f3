import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../registers/attachments';
import { ClocksModule } from '../../registers/clocks';
import { CreditModule } from '../../registers/credit';
import { InboxModule } from '../../registers/inbox';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { PeopleModule } from '../../registers/people';
import { ProcessesModule } from '../../registers/processes';
import { ContractsModule } from '../contracts';
import { RoundsModule } from '../rounds';
import { AcceptReport } from './accept-report';
import { MonitoringActivities } from './monitoring.activities';
import { MonitoringController } from './monitoring.controller';
import { HoldsModule } from '../../registers/holds';
import { DutiesController } from './duties/duties.controller';
import { DutyClocks } from './duties/duty-clocks';
import { DutyRecordsQuery } from './duties/duty-records.query';
import { DutyRepository } from './duties/duty.repository';
import { ExpectDuties } from './duties/expect-duties';
import { RecordDuty } from './duties/record-duty';
import { AnswerRectification } from './rectifications/answer-rectification';
import { JudgeRectification } from './rectifications/judge-rectification';
import { OrderRectification } from './rectifications/order-rectification';
import { RectificationBook } from './rectifications/rectification-book';
import { RectificationClocks } from './rectifications/rectification-clocks';
import { RectificationRepository } from './rectifications/rectification.repository';
import { RectificationsController } from './rectifications/rectifications.controller';
import { RectificationsQuery } from './rectifications/rectifications.query';
import { DrawConsequences } from './sanctions/draw-consequences';
import { ImposeSanction } from './sanctions/impose-sanction';
import { SanctionRepository } from './sanctions/sanction.repository';
import { Sanctions } from './sanctions/sanctions';
import { SanctionsController } from './sanctions/sanctions.controller';
import { SuggestSanction } from './sanctions/suggest-sanction';
import { ProjectCircle } from './project-circle';
import { ProjectConductQuery } from './project-conduct.query';
import { ProjectRepository } from './project.repository';
import { Projects } from './projects';
import { ProjectsQuery } from './projects.query';
import { RecordVisit } from './record-visit';
import { StartProject } from './start-project';
import { ReportClocks } from './report-clocks';
import { SubmitReport } from './submit-report';
import { VisitClocks } from './visit-clocks';

@Module({
  imports: [
    AttachmentsModule,
    ClocksModule,
    ContractsModule,
    CreditModule,
    HoldsModule,
    InboxModule,
    NoticesModule,
    PartiesModule,
    PeopleModule,
    ProcessesModule,
    RoundsModule,
  ],
  controllers: [
    MonitoringController,
    DutiesController,
    RectificationsController,
    SanctionsController,
  ],
  providers: [
    AcceptReport,
    AnswerRectification,
    DrawConsequences,
    DutyClocks,
    DutyRecordsQuery,
    DutyRepository,
    ExpectDuties,
    ImposeSanction,
    JudgeRectification,
    MonitoringActivities,
    OrderRectification,
    ProjectCircle,
    ProjectConductQuery,
    ProjectRepository,
    Projects,
    ProjectsQuery,
    RecordDuty,
    RecordVisit,
    RectificationBook,
    RectificationClocks,
    RectificationRepository,
    RectificationsQuery,
    ReportClocks,
    SanctionRepository,
    Sanctions,
    StartProject,
    SubmitReport,
    SuggestSanction,
    VisitClocks,
  ],
  exports: [
    DrawConsequences,
    ProjectCircle,
    ProjectConductQuery,
    Projects,
    Sanctions,
    SuggestSanction,
  ],
})
export class MonitoringModule {}
