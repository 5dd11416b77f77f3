import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf } from '../../../platform/http/page.dto';
import { EnterPayment } from '../orders/enter-payment';
import { PaymentView } from '../orders/payment.dto';
import { PaymentsQuery } from '../payments.query';
import { AcceptTranche } from './accept-tranche';
import { ClaimTranche } from './claim-tranche';
import {
  AcceptTrancheRequest,
  ClaimTrancheRequest,
  ExplainedTrancheView,
  ListTranchesRequest,
  TranchePage,
  TrancheView,
} from './tranche.dto';

@ApiTags('payments')
@Controller('v1/tranches')
export class TranchesController {
  constructor(
    private readonly acceptTranche: AcceptTranche,
    private readonly claimTranche: ClaimTranche,
    private readonly enterPayment: EnterPayment,
    private readonly query: PaymentsQuery,
  ) {}

  @Get()
  @Allow('tranche.list')
  @Documented({ summary: 'List tranches within reach', answers: TranchePage })
  async list(@Ctx() ctx: Context, @Query() request: ListTranchesRequest): Promise<TranchePage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.query.tranches(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((tranche) => TrancheView.of(tranche)), nextCursor };
  }

  @Get(':trancheId')
  @Allow('tranche.read')
  @Documented({
    summary: 'Read a tranche: what is paid, by which rule, with the sum, in Chinese and English',
    answers: ExplainedTrancheView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('trancheId') trancheId: string,
  ): Promise<ExplainedTrancheView> {
    return ExplainedTrancheView.with(await this.query.tranche(ctx, trancheId));
  }

  @Post(':trancheId/acceptance')
  @Allow('tranche.accept')
  @Documented({
    summary:
      'Accept the work that a tranche pays, where its rules let it wait for that and name your duty',
    answers: TrancheView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'PAYMENTS.NOTHING_TO_ACCEPT',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.ACCEPTED_ALREADY',
      'PAYMENTS.OWN_PARTY',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async accept(
    @Ctx() ctx: Context,
    @IdParam('trancheId') trancheId: string,
    @Body() { findings }: AcceptTrancheRequest,
  ): Promise<TrancheView> {
    return TrancheView.of(await this.acceptTranche.execute(ctx, trancheId, findings));
  }

  @Post(':trancheId/claim')
  @Allow('tranche.claim')
  @Documented({
    summary:
      'Claim a tranche that is due, with the invoice; until a payment is entered the claim may be replaced',
    answers: TrancheView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PAYMENTS.INVOICE_USED'],
  })
  async claim(
    @Ctx() ctx: Context,
    @IdParam('trancheId') trancheId: string,
    @Body() { invoiceNumber }: ClaimTrancheRequest,
  ): Promise<TrancheView> {
    return TrancheView.of(await this.claimTranche.execute(ctx, trancheId, invoiceNumber));
  }

  @Post(':trancheId/payment')
  @Allow('payment.enter')
  @Documented({
    summary: 'Enter the payment of a claimed tranche: amount by the rules, payee as verified',
    answers: PaymentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.BASIS_ENDED',
      'PAYMENTS.HELD',
      'PAYMENTS.OWN_PARTY',
      'PAYMENTS.DECIDED_BY_YOU',
      'PAYMENTS.PAYEE_UNVERIFIED',
    ],
  })
  async enter(@Ctx() ctx: Context, @IdParam('trancheId') trancheId: string): Promise<PaymentView> {
    return PaymentView.of(await this.enterPayment.execute(ctx, trancheId), ctx.personId);
  }
}
