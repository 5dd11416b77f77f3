import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { HoldsModule } from '../../registers/holds';
import { InboxModule } from '../../registers/inbox';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { PeopleModule } from '../../registers/people';
import { ProcessesModule } from '../../registers/processes';
import { UnitsModule } from '../../registers/units';
import { AwardsModule } from '../awards';
import { BidsModule } from '../bids';
import { RoundsModule } from '../rounds';
import { AdvanceContracts } from './advance-contracts';
import { ContractClocks } from './contract-clocks';
import { ContractMoves } from './contract-moves';
import { ContractRepository } from './contract.repository';
import { Contracts } from './contracts';
import { ContractsActivities } from './contracts.activities';
import { ContractsController } from './contracts.controller';
import { ContractsQuery } from './contracts.query';
import { DrawContract } from './draw-contract';
import { RefuseContract } from './refuse-contract';
import { SignContract } from './sign-contract';

@Module({
  imports: [
    AwardsModule,
    BidsModule,
    ClocksModule,
    HoldsModule,
    InboxModule,
    NoticesModule,
    PartiesModule,
    PeopleModule,
    ProcessesModule,
    RoundsModule,
    UnitsModule,
  ],
  controllers: [ContractsController],
  providers: [
    AdvanceContracts,
    ContractClocks,
    ContractMoves,
    ContractRepository,
    Contracts,
    ContractsActivities,
    ContractsQuery,
    DrawContract,
    RefuseContract,
    SignContract,
  ],
  exports: [Contracts],
})
export class ContractsModule {}
