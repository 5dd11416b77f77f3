import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { FundsModule } from '../../registers/funds';
import { InboxModule } from '../../registers/inbox';
import { LedgerModule } from '../../registers/ledger';
import { NoticesModule } from '../../registers/notices';
import { ProcessesModule } from '../../registers/processes';
import { UnitsModule } from '../../registers/units';
import { AnnounceRound } from './announce-round';
import { ApproveRound } from './approve-round';
import { BidBook } from './bid-book';
import { CancelRound } from './cancel-round';
import { CloseLots } from './close-lots';
import { CreateProgramme } from './create-programme';
import { CreateRound } from './create-round';
import { EndRound } from './end-round';
import { ApproveExtension } from './extensions/approve-extension';
import { ExtensionBook } from './extensions/extension-book';
import { ExtensionRepository } from './extensions/extension.repository';
import { ExtensionsController } from './extensions/extensions.controller';
import { ProposeExtension } from './extensions/propose-extension';
import { RefuseExtension } from './extensions/refuse-extension';
import { ReturnMoney } from './return-money';
import { LotKeeper } from './lot-keeper';
import { ProgrammesController } from './programmes.controller';
import { RoundRepository } from './round.repository';
import { Rounds } from './rounds';
import { RoundsActivities } from './rounds.activities';
import { RoundsController } from './rounds.controller';
import { RoundsQuery } from './rounds.query';

@Module({
  imports: [
    ClocksModule,
    FundsModule,
    InboxModule,
    LedgerModule,
    NoticesModule,
    ProcessesModule,
    UnitsModule,
  ],
  controllers: [ExtensionsController, ProgrammesController, RoundsController],
  providers: [
    AnnounceRound,
    ApproveExtension,
    ApproveRound,
    BidBook,
    CancelRound,
    CloseLots,
    CreateProgramme,
    CreateRound,
    EndRound,
    ExtensionBook,
    ExtensionRepository,
    LotKeeper,
    ProposeExtension,
    RefuseExtension,
    ReturnMoney,
    RoundRepository,
    Rounds,
    RoundsActivities,
    RoundsQuery,
  ],
  exports: [BidBook, Rounds],
})
export class RoundsModule {}
