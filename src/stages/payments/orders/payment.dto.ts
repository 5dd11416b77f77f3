import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import type { Day } from '../../../kernel/day';
import { printInstant } from '../../../kernel/instant';
import { IsDay } from '../../../platform/http/is-day.decorator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageRequest } from '../../../platform/http/page.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import { FundPartView } from '../tranches/tranche.dto';
import type { Voucher } from './enter-voucher';
import type { PaymentEntity, TreasuryOutcome } from './payment.entity';
import { paymentTransitions, type PaymentState } from './payment.transitions';

export class RejectPaymentRequest {
  @Text(2, 1000)
  reason!: string;
}

export class VoucherRequest {
  @ApiProperty({ example: 'GK2020-07-000123', description: 'Number of the treasury’s voucher' })
  @Matches(/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/)
  number!: string;

  @ApiProperty({ format: 'date', example: '2020-07-06', description: 'The date on the voucher' })
  @IsDay()
  paidOn!: Day;

  @ApiProperty({
    required: false,
    enum: ['paid', 'returned'],
    default: 'paid',
    description:
      'returned: the money came back, and is paid by another payment once the account was verified anew',
  })
  @Optional()
  @IsIn(['paid', 'returned'])
  outcome?: TreasuryOutcome;

  /** The voucher that the request speaks of. */
  static read({ number, paidOn, outcome = 'paid' }: VoucherRequest): Voucher {
    return { number, paidOn, outcome };
  }
}

export class EnterVoucherRequest extends VoucherRequest {
  @ApiProperty({ required: false, description: 'Why the money came back; needed where it did' })
  @Optional()
  @Text(2, 1000)
  reason?: string;
}

export class ReturnSlipRequest {
  @ApiProperty({ example: 'TP2020-07-000009', description: 'Number of the bank’s slip' })
  @Matches(/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/)
  number!: string;

  @ApiProperty({ format: 'date', example: '2020-07-13', description: 'The date on the slip' })
  @IsDay()
  returnedOn!: Day;
}

export class EnterReturnRequest extends ReturnSlipRequest {
  @ApiProperty({ example: '账号与户名不符' })
  @Text(2, 1000)
  reason!: string;
}

export class ListPaymentsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  trancheId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  batchId?: string;

  @ApiProperty({ required: false, enum: paymentTransitions.states })
  @Optional()
  @IsIn(paymentTransitions.states)
  state?: PaymentState;
}

export class PaidPayeeView {
  @ApiProperty() name!: string;
  @ApiProperty({ example: '************2233', description: 'The last four digits' })
  account!: string;
  @ApiProperty() bank!: string;
  @ApiProperty() bankCode!: string;
}

export class VoucherView {
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) paidOn!: string;
  @ApiProperty({ enum: ['paid', 'returned'] }) outcome!: TreasuryOutcome;
}

export class ReturnView {
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) returnedOn!: string;
}

export class PaymentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) trancheId!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: paymentTransitions.states }) state!: PaymentState;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ type: [FundPartView] }) parts!: FundPartView[];
  @ApiProperty({ type: PaidPayeeView }) payee!: PaidPayeeView;
  @ApiProperty() payeeDigest!: string;
  @ApiProperty({ format: 'uuid' }) makerId!: string;
  @ApiProperty({ format: 'date-time' }) enteredAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) checkerId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) releasedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the order approved' })
  approvedDigest!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the order sent' })
  executedDigest!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) batchId!: string | null;
  @ApiProperty({ type: Number, nullable: true }) lineNo!: number | null;
  @ApiProperty({
    type: VoucherView,
    nullable: true,
    description:
      'Until it is confirmed only whoever entered it sees it: the second one types it from the paper',
  })
  voucher!: VoucherView | null;
  @ApiProperty({
    type: ReturnView,
    nullable: true,
    description: 'The slip by which it came back after it was paid; shown as the voucher is',
  })
  return!: ReturnView | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty() version!: number;

  static of(payment: PaymentEntity, readerId: string): PaymentView {
    const { id, trancheId, projectId, partyId, state, payeeDigest, makerId, checkerId } = payment;
    const { approvedDigest, executedDigest, batchId, lineNo, reason, version } = payment;
    return {
      ...{ id, trancheId, projectId, partyId, state, payeeDigest, makerId, checkerId },
      ...{ approvedDigest, executedDigest, batchId, lineNo, reason, version },
      amount: MoneyView.of(payment.amountFen),
      parts: payment.parts.map((part) => FundPartView.of(part)),
      payee: { ...payment.payee, account: lastFour(payment.payee.account) },
      enteredAt: printInstant(payment.enteredAt),
      releasedAt: payment.releasedAt === null ? null : printInstant(payment.releasedAt),
      voucher: voucherOf(payment, readerId),
      return: returnOf(payment, readerId),
    };
  }
}

export class PaymentPage {
  @ApiProperty({ type: [PaymentView] }) items!: PaymentView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

function lastFour(account: string): string {
  return account.slice(-4).padStart(account.length, '*');
}

function voucherOf(payment: PaymentEntity, readerId: string): VoucherView | null {
  const { voucherNumber: number, paidOn, outcome } = payment;
  if (number === null || paidOn === null || outcome === null) return null;
  const isConfirmed = payment.voucherCheckerId !== null;
  return isConfirmed || payment.voucherMakerId === readerId ? { number, paidOn, outcome } : null;
}

function returnOf(payment: PaymentEntity, readerId: string): ReturnView | null {
  const { returnNumber: number, returnedOn, returnCheckerId, returnMakerId } = payment;
  if (number === null || returnedOn === null) return null;
  return returnCheckerId !== null || returnMakerId === readerId ? { number, returnedOn } : null;
}
