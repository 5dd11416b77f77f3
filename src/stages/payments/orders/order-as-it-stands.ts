import type { TrancheEntity } from '../tranches/tranche.entity';
import { digestOfPayee, orderText } from './payment-order';
import type { PaymentEntity } from './payment.entity';

/**
 * The order made anew from what the payment and its tranche say now, down to the account: the database refuses an approval
 * and an execution that are not of the order entered.
 */
export function orderAsItStands(payment: PaymentEntity, tranche: TrancheEntity): string {
  return orderText({
    paymentId: payment.id,
    trancheId: tranche.id,
    contractId: tranche.contractId,
    partyId: payment.partyId,
    parts: payment.parts,
    payeeDigest: digestOfPayee(payment.payee),
  });
}
