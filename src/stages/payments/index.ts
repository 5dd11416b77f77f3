export { BatchEntity } from './batches/batch.entity';
export { PaymentEntity } from './orders/payment.entity';
export { PaymentsModule } from './payments.module';
export { RecoveryEntity } from './recoveries/recovery.entity';
export { RepaymentEntity } from './recoveries/repayment.entity';
export { TrancheAcceptanceEntity } from './tranches/tranche-acceptance.entity';
export { TrancheEntity } from './tranches/tranche.entity';
