import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './platform/config/settings';
import { PlatformModule } from './platform/platform.module';
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
import { FundBudgetEntity, FundEntity, FundsModule } from './registers/funds';
import { HoldEntity, HoldsModule } from './registers/holds';
import { LedgerAccountEntity, LedgerModule, LedgerTransferEntity } from './registers/ledger';
import { PartiesModule, PartyEntity } from './registers/parties';
import { UnitEntity, UnitsModule } from './registers/units';
import {
  ApplicationEntity,
  BidCheckEntity,
  BidEntity,
  BidsModule,
  BidVersionEntity,
  OpeningEntity,
} from './stages/bids';
import { CycleEntity, NeedEntity, NeedsModule, ScreeningRulesEntity } from './stages/needs';
import {
  LotEntity,
  ProgrammeEntity,
  RoundEntity,
  RoundsModule,
  RuleSetRevisionEntity,
} from './stages/rounds';

const registers = {
  modules: [
    CreditModule,
    ExpertsModule,
    FundsModule,
    HoldsModule,
    LedgerModule,
    PartiesModule,
    CalendarModule,
    ClocksModule,
    CredentialsModule,
    InboxModule,
    NoticesModule,
    PeopleModule,
    ProcessesModule,
    UnitsModule,
  ],
  tables: [
    CreditNoteEntity,
    ExpertEntity,
    ExpertLeaveEntity,
    ExpertTieEntity,
    FundBudgetEntity,
    FundEntity,
    HoldEntity,
    LedgerAccountEntity,
    LedgerTransferEntity,
    PartyEntity,
    ApiKeyEntity,
    ClockEntity,
    MandateEntity,
    MessageEntity,
    NoticeEntity,
    PersonEntity,
    TaskEntity,
    UnitEntity,
  ],
};
const stages = {
  modules: [NeedsModule, RoundsModule, BidsModule],
  tables: [
    ApplicationEntity,
    BidCheckEntity,
    BidEntity,
    BidVersionEntity,
    CycleEntity,
    LotEntity,
    NeedEntity,
    OpeningEntity,
    ProgrammeEntity,
    RoundEntity,
    RuleSetRevisionEntity,
    ScreeningRulesEntity,
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
