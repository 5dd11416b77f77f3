import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { ConfirmRepayment } from './confirm-repayment';
import { EnterRepayment } from './enter-repayment';
import {
  EnterRepaymentRequest,
  RecoveryReasonRequest,
  RepaymentSlipRequest,
  RepaymentView,
} from './recovery.dto';

@ApiTags('payments')
@Controller('v1')
export class RepaymentsController {
  constructor(
    private readonly enterRepayment: EnterRepayment,
    private readonly confirmRepayment: ConfirmRepayment,
  ) {}

  @Post('recoveries/:recoveryId/repayments')
  @Allow('repayment.enter')
  @Documented({
    summary:
      'Enter that some or all of what is asked back has come, with the slip as its proof; If-Match names the recovery',
    answers: RepaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'RECOVERIES.AMOUNT_ZERO',
      'RECOVERIES.ABOVE_OPEN',
      'RECOVERIES.RECEIVED_ON_OUTSIDE',
      'RECOVERIES.SLIP_USED',
      'PAYMENTS.OWN_PARTY',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async enter(
    @Ctx() ctx: Context,
    @IdParam('recoveryId') id: string,
    @Body() body: EnterRepaymentRequest,
  ): Promise<RepaymentView> {
    const slip = RepaymentSlipRequest.read(body);
    const entered = await this.enterRepayment.execute(ctx, id, slip, body.attachments ?? []);
    return RepaymentView.of(entered, ctx.personId);
  }

  @Post('repayments/:repaymentId/confirmation')
  @Allow('repayment.confirm')
  @Documented({
    summary:
      'Enter the slip of a repayment a second time, as another person: the money is back with its funds',
    answers: RepaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.SAME_PERSON',
      'PAYMENTS.OWN_PARTY',
      'PEOPLE.DUTIES_CONFLICT',
      'RECOVERIES.SLIP_DIFFERS',
    ],
  })
  async confirm(
    @Ctx() ctx: Context,
    @IdParam('repaymentId') id: string,
    @Body() body: RepaymentSlipRequest,
  ): Promise<RepaymentView> {
    const slip = RepaymentSlipRequest.read(body);
    return RepaymentView.of(await this.confirmRepayment.execute(ctx, id, slip), ctx.personId);
  }

  @Post('repayments/:repaymentId/rejection')
  @Allow('repayment.reject')
  @Documented({
    summary: 'Reject a repayment that was entered wrongly; it is entered anew',
    answers: RepaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.SAME_PERSON',
      'PAYMENTS.OWN_PARTY',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async reject(
    @Ctx() ctx: Context,
    @IdParam('repaymentId') id: string,
    @Body() { reason }: RecoveryReasonRequest,
  ): Promise<RepaymentView> {
    return RepaymentView.of(await this.confirmRepayment.reject(ctx, id, reason), ctx.personId);
  }
}
