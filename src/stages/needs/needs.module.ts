import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { InboxModule } from '../../registers/inbox';
import { ProcessesModule } from '../../registers/processes';
import { UnitsModule } from '../../registers/units';
import { CheckNeed } from './check-need';
import { NeedClocks } from './need-clocks';
import { NeedRepository } from './need.repository';
import { NeedsActivities } from './needs.activities';
import { NeedsController } from './needs.controller';
import { NeedsQuery } from './needs.query';
import { OpenCycle } from './open-cycle';
import { PublishScreeningRules } from './publish-screening-rules';
import { ReportNeeds } from './report-needs';
import { ScreeningRulesQuery } from './screening-rules.query';
import { ScreeningRulesRepository } from './screening-rules.repository';
import { SubmitNeed } from './submit-need';

@Module({
  imports: [ClocksModule, InboxModule, ProcessesModule, UnitsModule],
  controllers: [NeedsController],
  providers: [
    CheckNeed,
    NeedClocks,
    NeedRepository,
    NeedsActivities,
    NeedsQuery,
    OpenCycle,
    PublishScreeningRules,
    ReportNeeds,
    ScreeningRulesQuery,
    ScreeningRulesRepository,
    SubmitNeed,
  ],
})
export class NeedsModule {}
