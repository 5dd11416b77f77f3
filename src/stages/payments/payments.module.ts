import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { FundsModule } from '../../registers/funds';
import { HoldsModule } from '../../registers/holds';
import { InboxModule } from '../../registers/inbox';
import { LedgerModule } from '../../registers/ledger';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { ProcessesModule } from '../../registers/processes';
import { AwardsModule } from '../awards';
import { ContractsModule } from '../contracts';
import { EvaluationsModule } from '../evaluations';
import { MonitoringModule } from '../monitoring';
import { RoundsModule } from '../rounds';
import { BatchRepository } from './batches/batch.repository';
import { BatchesController } from './batches/batches.controller';
import { DispatchBatch } from './batches/dispatch-batch';
import { FillBatch } from './batches/fill-batch';
import { PrintRequest } from './batches/print-request';
import { SettleBatch } from './batches/settle-batch';
import { DecidersQuery } from './deciders.query';
import { Independence } from './independence';
import { ConfirmVoucher } from './orders/confirm-voucher';
import { EnterPayment } from './orders/enter-payment';
import { EnterVoucher } from './orders/enter-voucher';
import { PaymentRepository } from './orders/payment.repository';
import { PaymentsController } from './orders/payments.controller';
import { RejectPayment } from './orders/reject-payment';
import { ReleasePayment } from './orders/release-payment';
import { ReopenTranche } from './orders/reopen-tranche';
import { VerifiedPayees } from './orders/verified-payees';
import { VoidApproval } from './orders/void-approval';
import { PaymentBasis } from './payment-basis';
import { PaymentClocks } from './payment-clocks';
import { PaymentsActivities } from './payments.activities';
import { PaymentsDesk } from './payments-desk';
import { PaymentsQuery } from './payments.query';
import { ClaimTranche } from './tranches/claim-tranche';
import { CloseProject } from './tranches/close-project';
import { FollowTriggers } from './tranches/follow-triggers';
import { MakeTrancheDue } from './tranches/make-tranche-due';
import { PlanTranches } from './tranches/plan-tranches';
import { SettleProject } from './tranches/settle-project';
import { TrancheLedger } from './tranches/tranche-ledger';
import { TrancheRepository } from './tranches/tranche.repository';
import { TranchesController } from './tranches/tranches.controller';

@Module({
  imports: [
    AwardsModule,
    ClocksModule,
    ContractsModule,
    EvaluationsModule,
    FundsModule,
    HoldsModule,
    InboxModule,
    LedgerModule,
    MonitoringModule,
    NoticesModule,
    PartiesModule,
    ProcessesModule,
    RoundsModule,
  ],
  controllers: [TranchesController, PaymentsController, BatchesController],
  providers: [
    BatchRepository,
    ClaimTranche,
    CloseProject,
    ConfirmVoucher,
    DecidersQuery,
    DispatchBatch,
    EnterPayment,
    EnterVoucher,
    FillBatch,
    FollowTriggers,
    Independence,
    MakeTrancheDue,
    PaymentBasis,
    PaymentClocks,
    PaymentRepository,
    PaymentsActivities,
    PaymentsDesk,
    PaymentsQuery,
    PlanTranches,
    PrintRequest,
    RejectPayment,
    ReleasePayment,
    ReopenTranche,
    SettleBatch,
    SettleProject,
    TrancheLedger,
    TrancheRepository,
    VerifiedPayees,
    VoidApproval,
  ],
})
export class PaymentsModule {}
