export { Parties, type Party, type Payee } from './parties';
export { PartiesModule } from './parties.module';
export { PartyEntity } from './party.entity';
