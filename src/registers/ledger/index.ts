export { Ledger, type AwardPosting } from './ledger';
export { LedgerAccountEntity } from './ledger-account.entity';
export { LedgerModule } from './ledger.module';
export { LedgerTransferEntity } from './ledger-transfer.entity';
