export { CycleEntity } from './cycle.entity';
export { NeedEntity } from './need.entity';
export { NeedsModule } from './needs.module';
export { ScreeningRulesEntity } from './screening-rules.entity';
