import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties';
import { UnitsModule } from '../units';
import { Credit } from './credit';
import { CreditController } from './credit.controller';
import { CreditQuery } from './credit.query';
import { CreditRepository } from './credit.repository';
import { SanctionParty } from './sanction-party';

@Module({
  imports: [PartiesModule, UnitsModule],
  controllers: [CreditController],
  providers: [Credit, CreditQuery, CreditRepository, SanctionParty],
  exports: [Credit],
})
export class CreditModule {}
