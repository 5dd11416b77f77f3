export { Experts } from './experts';
export { ExpertEntity } from './expert.entity';
export { ExpertLeaveEntity } from './expert-leave.entity';
export { ExpertTieEntity } from './expert-tie.entity';
export { ExpertsModule } from './experts.module';
