import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../registers/attachments';
import { ClocksModule } from '../../registers/clocks';
import { InboxModule } from '../../registers/inbox';
import { NoticesModule } from '../../registers/notices';
import { ProcessesModule } from '../../registers/processes';
import { UnitsModule } from '../../registers/units';
import { CheckNeed } from './collecting/check-need';
import { CheckPeriod } from './collecting/check-period';
import { CompleteNeed } from './collecting/complete-need';
import { JoinNeed } from './collecting/join-need';
import { LikelyDuplicatesQuery } from './collecting/likely-duplicates.query';
import { MergeNeed } from './collecting/merge-need';
import { NeedClocks } from './collecting/need-clocks';
import { NeedsController } from './collecting/needs.controller';
import { NeedsQuery } from './collecting/needs.query';
import { OpenCycle } from './collecting/open-cycle';
import { ReportNeeds } from './collecting/report-needs';
import { SubmitNeed } from './collecting/submit-need';
import { CycleRepository } from './cycle.repository';
import { AnswerConsultation } from './guide-lists/answer-consultation';
import { ConsultUnit } from './guide-lists/consult-unit';
import { DraftGuideList } from './guide-lists/draft-guide-list';
import { GuideListRepository } from './guide-lists/guide-list.repository';
import { GuideListsController } from './guide-lists/guide-lists.controller';
import { GuideListsQuery } from './guide-lists/guide-lists.query';
import { PublicGuideListsController } from './guide-lists/public-guide-lists.controller';
import { PublishGuideList } from './guide-lists/publish-guide-list';
import { NeedRepository } from './need.repository';
import { NeedsActivities } from './needs.activities';
import { AssignExperts } from './screening/assign-experts';
import { GiveFeedback } from './screening/give-feedback';
import { HandInSheet } from './screening/hand-in-sheet';
import { PublishScreeningRules } from './screening/publish-screening-rules';
import { ScreenCycle } from './screening/screen-cycle';
import { ScreeningPeriod } from './screening/screening-period';
import { ScreeningRulesQuery } from './screening/screening-rules.query';
import { ScreeningRulesRepository } from './screening/screening-rules.repository';
import { ScreeningController } from './screening/screening.controller';
import { ScreeningQuery } from './screening/screening.query';
import { ScreeningRepository } from './screening/screening.repository';
import { TellFollowers } from './tell-followers';

const collecting = [
  CheckNeed,
  CheckPeriod,
  CompleteNeed,
  JoinNeed,
  LikelyDuplicatesQuery,
  MergeNeed,
  NeedClocks,
  NeedsQuery,
  OpenCycle,
  ReportNeeds,
  SubmitNeed,
];
const screening = [
  AssignExperts,
  GiveFeedback,
  HandInSheet,
  PublishScreeningRules,
  ScreenCycle,
  ScreeningPeriod,
  ScreeningQuery,
  ScreeningRepository,
  ScreeningRulesQuery,
  ScreeningRulesRepository,
];
const guideLists = [
  AnswerConsultation,
  ConsultUnit,
  DraftGuideList,
  GuideListRepository,
  GuideListsQuery,
  PublishGuideList,
];

@Module({
  imports: [
    AttachmentsModule,
    ClocksModule,
    InboxModule,
    NoticesModule,
    ProcessesModule,
    UnitsModule,
  ],
  controllers: [
    NeedsController,
    ScreeningController,
    GuideListsController,
    PublicGuideListsController,
  ],
  providers: [
    CycleRepository,
    NeedRepository,
    NeedsActivities,
    TellFollowers,
    ...collecting,
    ...screening,
    ...guideLists,
  ],
})
export class NeedsModule {}
