import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../registers/attachments';
import { ClocksModule } from '../../registers/clocks';
import { InboxModule } from '../../registers/inbox';
import { PeopleModule } from '../../registers/people';
import { ProcessesModule } from '../../registers/processes';
import { ContractsModule } from '../contracts';
import { RoundsModule } from '../rounds';
import { MonitoringActivities } from './monitoring.activities';
import { MonitoringController } from './monitoring.controller';
import { ProjectCircle } from './project-circle';
import { ProjectClocks } from './project-clocks';
import { ProjectRepository } from './project.repository';
import { Projects } from './projects';
import { ProjectsQuery } from './projects.query';
import { RecordVisit } from './record-visit';
import { StartProject } from './start-project';
import { SubmitReport } from './submit-report';

@Module({
  imports: [
    AttachmentsModule,
    ClocksModule,
    ContractsModule,
    InboxModule,
    PeopleModule,
    ProcessesModule,
    RoundsModule,
  ],
  controllers: [MonitoringController],
  providers: [
    MonitoringActivities,
    ProjectCircle,
    ProjectClocks,
    ProjectRepository,
    Projects,
    ProjectsQuery,
    RecordVisit,
    StartProject,
    SubmitReport,
  ],
  exports: [ProjectCircle, Projects],
})
export class MonitoringModule {}
