import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../registers/attachments';
import { ClocksModule } from '../../registers/clocks';
import { CreditModule } from '../../registers/credit';
import { DecisionsModule } from '../../registers/decisions';
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
import { ComeBack } from './orders/come-back';
import { ConfirmReturn } from './orders/confirm-return';
import { ConfirmVoucher } from './orders/confirm-voucher';
import { EnterPayment } from './orders/enter-payment';
import { EnterReturn } from './orders/enter-return';
import { EnterVoucher } from './orders/enter-voucher';
import { PaymentRepository } from './orders/payment.repository';
import { PaymentsController } from './orders/payments.controller';
import { RejectPayment } from './orders/reject-payment';
import { ReleasePayment } from './orders/release-payment';
import { ReopenTranche } from './orders/reopen-tranche';
import { ReturnsController } from './orders/returns.controller';
import { VerifiedPayees } from './orders/verified-payees';
import { VoidApproval } from './orders/void-approval';
import { PaymentBasis } from './payment-basis';
import { PaymentClocks } from './payment-clocks';
import { PaymentsActivities } from './payments.activities';
import { PaymentsDesk } from './payments-desk';
import { PaymentsQuery } from './payments.query';
import { AskBack } from './recoveries/ask-back';
import { ConfirmRepayment } from './recoveries/confirm-repayment';
import { DecideRecovery } from './recoveries/decide-recovery';
import { EnterRepayment } from './recoveries/enter-repayment';
import { ProposeRecovery } from './recoveries/propose-recovery';
import { RecoveriesController } from './recoveries/recoveries.controller';
import { RecoveriesQuery } from './recoveries/recoveries.query';
import { RecoveryBasis } from './recoveries/recovery-basis';
import { RecoveryBook } from './recoveries/recovery-book';
import { RecoveryClocks } from './recoveries/recovery-clocks';
import { RecoveryRepository } from './recoveries/recovery.repository';
import { RepaymentsController } from './recoveries/repayments.controller';
import { AcceptTranche } from './tranches/accept-tranche';
import { ClaimTranche } from './tranches/claim-tranche';
import { CloseProject } from './tranches/close-project';
import { FollowAmendments } from './tranches/follow-amendments';
import { FollowTriggers } from './tranches/follow-triggers';
import { GatherFacts } from './tranches/gather-facts';
import { MakeTrancheDue } from './tranches/make-tranche-due';
import { MoneyDecisions } from './tranches/money-decisions';
import { PlanTranches } from './tranches/plan-tranches';
import { SettleProject } from './tranches/settle-project';
import { TrancheAcceptanceRepository } from './tranches/tranche-acceptance.repository';
import { TrancheLedger } from './tranches/tranche-ledger';
import { TrancheRepository } from './tranches/tranche.repository';
import { TranchesController } from './tranches/tranches.controller';

@Module({
  imports: [
    AttachmentsModule,
    AwardsModule,
    ClocksModule,
    ContractsModule,
    CreditModule,
    DecisionsModule,
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
  controllers: [
    TranchesController,
    PaymentsController,
    ReturnsController,
    BatchesController,
    RecoveriesController,
    RepaymentsController,
  ],
  providers: [
    AcceptTranche,
    AskBack,
    BatchRepository,
    ClaimTranche,
    CloseProject,
    ComeBack,
    ConfirmRepayment,
    ConfirmReturn,
    ConfirmVoucher,
    DecideRecovery,
    DecidersQuery,
    DispatchBatch,
    EnterPayment,
    EnterRepayment,
    EnterReturn,
    EnterVoucher,
    FillBatch,
    FollowAmendments,
    FollowTriggers,
    GatherFacts,
    Independence,
    MakeTrancheDue,
    MoneyDecisions,
    PaymentBasis,
    PaymentClocks,
    PaymentRepository,
    PaymentsActivities,
    PaymentsDesk,
    PaymentsQuery,
    PlanTranches,
    PrintRequest,
    ProposeRecovery,
    RecoveriesQuery,
    RecoveryBasis,
    RecoveryBook,
    RecoveryClocks,
    RecoveryRepository,
    RejectPayment,
    ReleasePayment,
    ReopenTranche,
    SettleBatch,
    SettleProject,
    TrancheAcceptanceRepository,
    TrancheLedger,
    TrancheRepository,
    VerifiedPayees,
    VoidApproval,
  ],
})
export class PaymentsModule {}
