import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './platform/config/settings';
import { PlatformModule } from './platform/platform.module';
import { AttachmentEntity, AttachmentsModule } from './registers/attachments';
import { CalendarModule } from './registers/calendar';
import { ClockEntity, ClocksModule } from './registers/clocks';
import { ApiKeyEntity, CredentialsModule } from './registers/credentials';
import { InboxModule, MessageEntity, TaskEntity } from './registers/inbox';
import { NoticeEntity, NoticesModule } from './registers/notices';
import { MandateEntity, PeopleModule, PersonEntity } from './registers/people';
import { ProcessesModule } from './registers/processes';
import { CreditModule, CreditNoteEntity } from './registers/credit';
import {
  ExpertEntity,
  ExpertLeaveEntity,
  ExpertsModule,
  ExpertTieEntity,
} from './registers/experts';
import { FundBudgetEntity, FundEntity, FundsModule, YearClosingEntity } from './registers/funds';
import { DeputiesModule, DeputyEntity } from './registers/deputies';
import { DecisionAnswerEntity, DecisionEntity, DecisionsModule } from './registers/decisions';
import { HoldEntity, HoldsModule } from './registers/holds';
import { LedgerAccountEntity, LedgerModule, LedgerTransferEntity } from './registers/ledger';
import { PartiesModule, PartyEntity } from './registers/parties';
import { UnitEntity, UnitsModule } from './registers/units';
import {
  AwardEntity,
  AwardProposalEntity,
  AwardsModule,
  ChallengeEntity,
  ProposalDocumentEntity,
} from './stages/awards';
import {
  ApplicationEntity,
  BidCheckEntity,
  BidEntity,
  BidsModule,
  BidVersionEntity,
  OpeningEntity,
} from './stages/bids';
import {
  AmendmentEntity,
  AmendmentSignatureEntity,
  ChangeEntity,
  ContractEntity,
  ContractsModule,
  ContractSignatureEntity,
  FilingEntity,
} from './stages/contracts';
import {
  EvaluationEntity,
  EvaluationsModule,
  FailureEntity,
  SurveyAnswerEntity,
} from './stages/evaluations';
import {
  DutyRecordEntity,
  ProjectDutyEntity,
  SanctionEntity,
  MonitoringModule,
  ProjectEntity,
  RectificationAnswerEntity,
  RectificationEntity,
  ReportEntity,
  VisitEntity,
} from './stages/monitoring';
import {
  CycleEntity,
  GuideListConsultationEntity,
  GuideListEntity,
  GuideListItemEntity,
  NeedEntity,
  NeedJoinerEntity,
  NeedsModule,
  ScreeningExpertEntity,
  ScreeningResultEntity,
  ScreeningRulesEntity,
  ScreeningSheetEntity,
} from './stages/needs';
import {
  BatchEntity,
  PaymentEntity,
  PaymentsModule,
  RecoveryEntity,
  RepaymentEntity,
  TrancheAcceptanceEntity,
  TrancheEntity,
} from './stages/payments';
import {
  DrawEntity,
  LotRankingEntity,
  PanelEntity,
  RankingEntity,
  ReviewsModule,
  SeatEntity,
  SheetEntity,
  SignatureEntity,
} from './stages/reviews';
import {
  CorrectionEntity,
  LotEntity,
  ProgrammeEntity,
  QuestionEntity,
  RoundEntity,
  RoundsModule,
  RuleSetRevisionEntity,
} from './stages/rounds';

const registers = {
  modules: [
    CreditModule,
    DecisionsModule,
    ExpertsModule,
    FundsModule,
    HoldsModule,
    LedgerModule,
    PartiesModule,
    AttachmentsModule,
    CalendarModule,
    ClocksModule,
    CredentialsModule,
    DeputiesModule,
    InboxModule,
    NoticesModule,
    PeopleModule,
    ProcessesModule,
    UnitsModule,
  ],
  tables: [
    CreditNoteEntity,
    DecisionAnswerEntity,
    DecisionEntity,
    ExpertEntity,
    ExpertLeaveEntity,
    ExpertTieEntity,
    FundBudgetEntity,
    FundEntity,
    YearClosingEntity,
    HoldEntity,
    LedgerAccountEntity,
    LedgerTransferEntity,
    PartyEntity,
    ApiKeyEntity,
    AttachmentEntity,
    ClockEntity,
    DeputyEntity,
    MandateEntity,
    MessageEntity,
    NoticeEntity,
    PersonEntity,
    TaskEntity,
    UnitEntity,
  ],
};
const stages = {
  modules: [
    NeedsModule,
    RoundsModule,
    BidsModule,
    ReviewsModule,
    AwardsModule,
    ContractsModule,
    MonitoringModule,
    EvaluationsModule,
    PaymentsModule,
  ],
  tables: [
    BatchEntity,
    PaymentEntity,
    RecoveryEntity,
    RepaymentEntity,
    TrancheAcceptanceEntity,
    TrancheEntity,
    AmendmentEntity,
    AmendmentSignatureEntity,
    ApplicationEntity,
    AwardEntity,
    AwardProposalEntity,
    BidCheckEntity,
    BidEntity,
    BidVersionEntity,
    ChallengeEntity,
    ContractEntity,
    ContractSignatureEntity,
    CycleEntity,
    DrawEntity,
    EvaluationEntity,
    ChangeEntity,
    FilingEntity,
    FailureEntity,
    GuideListConsultationEntity,
    GuideListEntity,
    GuideListItemEntity,
    CorrectionEntity,
    LotEntity,
    LotRankingEntity,
    NeedEntity,
    NeedJoinerEntity,
    OpeningEntity,
    PanelEntity,
    ProgrammeEntity,
    ProjectEntity,
    ProposalDocumentEntity,
    QuestionEntity,
    RankingEntity,
    RectificationAnswerEntity,
    RectificationEntity,
    DutyRecordEntity,
    ProjectDutyEntity,
    SanctionEntity,
    ReportEntity,
    RoundEntity,
    RuleSetRevisionEntity,
    ScreeningExpertEntity,
    ScreeningResultEntity,
    ScreeningRulesEntity,
    ScreeningSheetEntity,
    SeatEntity,
    SheetEntity,
    SignatureEntity,
    SurveyAnswerEntity,
    VisitEntity,
  ],
};

/** The list of modules and of their tables, nothing else. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, [...registers.tables, ...stages.tables]),
        ...registers.modules,
        ...stages.modules,
      ],
    };
  }
}
