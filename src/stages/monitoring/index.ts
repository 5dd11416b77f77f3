export { audienceOf, ProjectCircle } from './project-circle';
export { endOfDay } from './lateness';
export { MonitoringModule } from './monitoring.module';
export { REMINDED_DAYS_BEFORE } from './start-project';
export { ProjectEntity } from './project.entity';
export { Projects, type Project } from './projects';
export { ReportEntity } from './report.entity';
export { VisitEntity } from './visit.entity';
