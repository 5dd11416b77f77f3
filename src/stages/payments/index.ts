export { BatchEntity } from './batches/batch.entity';
export { PaymentEntity } from './orders/payment.entity';
export { PaymentsModule } from './payments.module';
export { TrancheEntity } from './tranches/tranche.entity';
