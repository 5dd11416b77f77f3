import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties';
import { UnitsModule } from '../units';
import { AnnulNote } from './annul-note';
import { Credit } from './credit';
import { CreditController } from './credit.controller';
import { CreditQuery } from './credit.query';
import { CreditRepository } from './credit.repository';
import { EndNote } from './end-note';
import { EnterNote } from './enter-note';
import { EnteredNotesController } from './entered-notes.controller';
import { SanctionParty } from './sanction-party';

@Module({
  imports: [PartiesModule, UnitsModule],
  controllers: [CreditController, EnteredNotesController],
  providers: [AnnulNote, Credit, CreditQuery, CreditRepository, EndNote, EnterNote, SanctionParty],
  exports: [Credit],
})
export class CreditModule {}
