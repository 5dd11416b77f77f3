import { Module } from '@nestjs/common';
import { Ledger } from './ledger';
import { LedgerController } from './ledger.controller';
import { LedgerQuery } from './ledger.query';
import { LedgerRepository } from './ledger.repository';

@Module({
  controllers: [LedgerController],
  providers: [Ledger, LedgerQuery, LedgerRepository],
  exports: [Ledger],
})
export class LedgerModule {}
