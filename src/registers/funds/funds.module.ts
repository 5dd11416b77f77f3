import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox';
import { LedgerModule } from '../ledger';
import { UnitsModule } from '../units';
import { AddBudget } from './add-budget';
import { CreateFund } from './create-fund';
import { DecideYearClosing } from './decide-year-closing';
import { FundRepository } from './fund.repository';
import { FundYears } from './fund-years';
import { Funds } from './funds';
import { FundsController } from './funds.controller';
import { FundsQuery } from './funds.query';
import { ProposeYearClosing } from './propose-year-closing';
import { YearClosingRepository } from './year-closing.repository';
import { YearClosingsController } from './year-closings.controller';

@Module({
  imports: [InboxModule, LedgerModule, UnitsModule],
  controllers: [FundsController, YearClosingsController],
  providers: [
    AddBudget,
    CreateFund,
    DecideYearClosing,
    FundRepository,
    Funds,
    FundsQuery,
    FundYears,
    ProposeYearClosing,
    YearClosingRepository,
  ],
  exports: [Funds],
})
export class FundsModule {}
