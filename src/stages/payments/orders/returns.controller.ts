import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { ConfirmReturn } from './confirm-return';
import { EnterReturn } from './enter-return';
import {
  EnterReturnRequest,
  PaymentView,
  RejectPaymentRequest,
  ReturnSlipRequest,
} from './payment.dto';

@ApiTags('payments')
@Controller('v1/payments/:paymentId')
export class ReturnsController {
  constructor(
    private readonly enterReturn: EnterReturn,
    private readonly confirmReturn: ConfirmReturn,
  ) {}

  @Post('return')
  @Allow('payment.enterReturn')
  @Documented({
    summary:
      'Enter that the bank sent a paid payment back; until it is confirmed it may be entered anew',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.RETURNED_ON_OUTSIDE',
      'PAYMENTS.RETURN_USED',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async enter(
    @Ctx() ctx: Context,
    @IdParam('paymentId') id: string,
    @Body() { reason, ...slip }: EnterReturnRequest,
  ): Promise<PaymentView> {
    return PaymentView.of(await this.enterReturn.execute(ctx, id, slip, reason), ctx.personId);
  }

  @Post('return-confirmation')
  @Allow('payment.confirmReturn')
  @Documented({
    summary:
      'Enter the slip of a return a second time, as another person: the tranche is owed again, to be paid by another payment',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.SAME_PERSON',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PEOPLE.DUTIES_CONFLICT',
      'PAYMENTS.RETURN_DIFFERS',
      'LEDGER.INSUFFICIENT',
    ],
  })
  async confirm(
    @Ctx() ctx: Context,
    @IdParam('paymentId') id: string,
    @Body() slip: ReturnSlipRequest,
  ): Promise<PaymentView> {
    return PaymentView.of(await this.confirmReturn.execute(ctx, id, slip), ctx.personId);
  }

  @Post('return-dismissal')
  @Allow('payment.dismissReturn')
  @Documented({
    summary: 'Dismiss a return that was entered wrongly: the payment stays paid',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async dismiss(
    @Ctx() ctx: Context,
    @IdParam('paymentId') id: string,
    @Body() { reason }: RejectPaymentRequest,
  ): Promise<PaymentView> {
    return PaymentView.of(await this.confirmReturn.dismiss(ctx, id, reason), ctx.personId);
  }
}
