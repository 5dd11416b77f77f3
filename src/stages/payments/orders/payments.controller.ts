import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf } from '../../../platform/http/page.dto';
import { PaymentsQuery } from '../payments.query';
import { ConfirmVoucher } from './confirm-voucher';
import { EnterVoucher } from './enter-voucher';
import {
  EnterVoucherRequest,
  ListPaymentsRequest,
  PaymentPage,
  PaymentView,
  RejectPaymentRequest,
  VoucherRequest,
} from './payment.dto';
import { RejectPayment } from './reject-payment';
import { ReleasePayment } from './release-payment';

@ApiTags('payments')
@Controller('v1/payments')
export class PaymentsController {
  constructor(
    private readonly releasePayment: ReleasePayment,
    private readonly rejectPayment: RejectPayment,
    private readonly enterVoucher: EnterVoucher,
    private readonly confirmVoucher: ConfirmVoucher,
    private readonly query: PaymentsQuery,
  ) {}

  @Get()
  @Allow('payment.list')
  @Documented({ summary: 'List payments within reach', answers: PaymentPage })
  async list(@Ctx() ctx: Context, @Query() request: ListPaymentsRequest): Promise<PaymentPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.query.payments(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((payment) => PaymentView.of(payment, ctx.personId)), nextCursor };
  }

  @Get(':paymentId')
  @Allow('payment.read')
  @Documented({ summary: 'Read a payment', answers: PaymentView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('paymentId') id: string): Promise<PaymentView> {
    return PaymentView.of(await this.query.payment(ctx, id), ctx.personId);
  }

  @Post(':paymentId/release')
  @Allow('payment.release')
  @Documented({
    summary:
      'Release a payment as its checker: the sum is done again, and exactly this order is approved',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.SAME_PERSON',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PEOPLE.DUTIES_CONFLICT',
      'PAYMENTS.BASIS_ENDED',
      'PAYMENTS.HELD',
      'PAYMENTS.PAYEE_CHANGED',
      'PAYMENTS.AMOUNT_DIFFERS',
    ],
  })
  async release(@Ctx() ctx: Context, @IdParam('paymentId') id: string): Promise<PaymentView> {
    return PaymentView.of(await this.releasePayment.execute(ctx, id), ctx.personId);
  }

  @Post(':paymentId/rejection')
  @Allow('payment.reject')
  @Documented({
    summary: 'Send a payment back to its claim, as long as it was not sent to the treasury',
    answers: PaymentView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER'],
  })
  async reject(
    @Ctx() ctx: Context,
    @IdParam('paymentId') id: string,
    @Body() { reason }: RejectPaymentRequest,
  ): Promise<PaymentView> {
    return PaymentView.of(await this.rejectPayment.execute(ctx, id, reason), ctx.personId);
  }

  @Post(':paymentId/voucher')
  @Allow('payment.enterVoucher')
  @Documented({
    summary: 'Enter the treasury’s voucher; until it is confirmed it may be entered anew',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.PAID_ON_OUTSIDE',
      'PAYMENTS.REASON_MISSING',
      'PAYMENTS.VOUCHER_USED',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async voucher(
    @Ctx() ctx: Context,
    @IdParam('paymentId') id: string,
    @Body() body: EnterVoucherRequest,
  ): Promise<PaymentView> {
    const reason = body.reason ?? null;
    const entered = await this.enterVoucher.execute(ctx, id, VoucherRequest.read(body), reason);
    return PaymentView.of(entered, ctx.personId);
  }

  @Post(':paymentId/voucher-confirmation')
  @Allow('payment.confirmVoucher')
  @Documented({
    summary:
      'Enter the voucher a second time, as another person: when both agree the payment is paid, or returned',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.SAME_PERSON',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PEOPLE.DUTIES_CONFLICT',
      'PAYMENTS.VOUCHER_DIFFERS',
    ],
  })
  async confirm(
    @Ctx() ctx: Context,
    @IdParam('paymentId') id: string,
    @Body() body: VoucherRequest,
  ): Promise<PaymentView> {
    const confirmed = await this.confirmVoucher.execute(ctx, id, VoucherRequest.read(body));
    return PaymentView.of(confirmed, ctx.personId);
  }
}
