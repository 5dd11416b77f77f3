export { Ledger, type AwardPosting } from './ledger';
export { LedgerAccountEntity } from './ledger-account.entity';
export { LedgerYears, type CarriedMoney } from './ledger-years';
export { LedgerModule } from './ledger.module';
export { LedgerTransferEntity } from './ledger-transfer.entity';
