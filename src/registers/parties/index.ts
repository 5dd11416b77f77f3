export { isCreditCode } from './credit-code.rules';
export { Parties, type Party } from './parties';
export { PartiesModule } from './parties.module';
export { PartyEntity } from './party.entity';
