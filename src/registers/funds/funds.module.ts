import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger';
import { UnitsModule } from '../units';
import { AddBudget } from './add-budget';
import { CreateFund } from './create-fund';
import { FundRepository } from './fund.repository';
import { Funds } from './funds';
import { FundsController } from './funds.controller';
import { FundsQuery } from './funds.query';

@Module({
  imports: [LedgerModule, UnitsModule],
  controllers: [FundsController],
  providers: [AddBudget, CreateFund, FundRepository, Funds, FundsQuery],
  exports: [Funds],
})
export class FundsModule {}
