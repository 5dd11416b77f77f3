import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../registers/attachments';
import { ClocksModule } from '../../registers/clocks';
import { DecisionsModule } from '../../registers/decisions';
import { HoldsModule } from '../../registers/holds';
import { InboxModule } from '../../registers/inbox';
import { LedgerModule } from '../../registers/ledger';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { PeopleModule } from '../../registers/people';
import { ProcessesModule } from '../../registers/processes';
import { UnitsModule } from '../../registers/units';
import { AwardsModule } from '../awards';
import { BidsModule } from '../bids';
import { RoundsModule } from '../rounds';
import { AdvanceContracts } from './advance-contracts';
import { AmendmentBook } from './amendments/amendment-book';
import { AmendmentClocks } from './amendments/amendment-clocks';
import { AmendmentMoney } from './amendments/amendment-money';
import { AmendmentRepository } from './amendments/amendment.repository';
import { AmendmentsController } from './amendments/amendments.controller';
import { AmendmentsQuery } from './amendments/amendments.query';
import { ProjectBook } from './amendments/contracted-project';
import { DecideAmendment } from './amendments/decide-amendment';
import { ProposeAmendment } from './amendments/propose-amendment';
import { SignAmendment } from './amendments/sign-amendment';
import { StandingContracts } from './amendments/standing-contract';
import { WithdrawAmendment } from './amendments/withdraw-amendment';
import { ChangeBook } from './changes/change-book';
import { ChangeRepository } from './changes/change.repository';
import { ChangesController } from './changes/changes.controller';
import { ChangesQuery } from './changes/changes.query';
import { DecideChange } from './changes/decide-change';
import { RequestChange } from './changes/request-change';
import { ContractDecisions } from './contract-decisions';
import { ContractClocks } from './contract-clocks';
import { ContractMoves } from './contract-moves';
import { ContractRepository } from './contract.repository';
import { Contracts } from './contracts';
import { ContractsActivities } from './contracts.activities';
import { ContractsController } from './contracts.controller';
import { ContractsQuery } from './contracts.query';
import { DrawContract } from './draw-contract';
import { AwaitFiling } from './filing/await-filing';
import { FileContract } from './filing/file-contract';
import { FilingRepository } from './filing/filing.repository';
import { RefuseContract } from './refuse-contract';
import { SignContract } from './sign-contract';

@Module({
  imports: [
    AttachmentsModule,
    AwardsModule,
    BidsModule,
    ClocksModule,
    DecisionsModule,
    HoldsModule,
    InboxModule,
    LedgerModule,
    NoticesModule,
    PartiesModule,
    PeopleModule,
    ProcessesModule,
    RoundsModule,
    UnitsModule,
  ],
  controllers: [ContractsController, AmendmentsController, ChangesController],
  providers: [
    AdvanceContracts,
    AmendmentBook,
    AmendmentClocks,
    AmendmentMoney,
    AmendmentRepository,
    AmendmentsQuery,
    AwaitFiling,
    ChangeBook,
    ChangeRepository,
    ChangesQuery,
    ContractClocks,
    ContractDecisions,
    ContractMoves,
    ContractRepository,
    Contracts,
    ContractsActivities,
    ContractsQuery,
    DecideAmendment,
    DecideChange,
    DrawContract,
    FileContract,
    FilingRepository,
    ProjectBook,
    ProposeAmendment,
    RefuseContract,
    RequestChange,
    SignAmendment,
    SignContract,
    StandingContracts,
    WithdrawAmendment,
  ],
  exports: [Contracts, ProjectBook],
})
export class ContractsModule {}
