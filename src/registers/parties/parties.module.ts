import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox';
import { UnitsModule } from '../units';
import { ChangePayee } from './change-payee';
import { DoubtPayee } from './doubt-payee';
import { Parties } from './parties';
import { PartiesController } from './parties.controller';
import { PartiesQuery } from './parties.query';
import { PartyRepository } from './party.repository';
import { RegisterParty } from './register-party';
import { VerifyPayee } from './verify-payee';

@Module({
  imports: [InboxModule, UnitsModule],
  controllers: [PartiesController],
  providers: [
    ChangePayee,
    DoubtPayee,
    Parties,
    PartiesQuery,
    PartyRepository,
    RegisterParty,
    VerifyPayee,
  ],
  exports: [Parties],
})
export class PartiesModule {}
