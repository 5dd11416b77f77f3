import { Module } from '@nestjs/common';
import { Ledger } from './ledger';
import { LedgerController } from './ledger.controller';
import { LedgerQuery } from './ledger.query';
import { LedgerRepository } from './ledger.repository';
import { LedgerYears } from './ledger-years';
import { TransferPosting } from './transfer-posting';

@Module({
  controllers: [LedgerController],
  providers: [Ledger, LedgerQuery, LedgerRepository, LedgerYears, TransferPosting],
  exports: [Ledger, LedgerYears],
})
export class LedgerModule {}
