import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf } from '../../../platform/http/page.dto';
import { PaymentsQuery } from '../payments.query';
import { BatchPage, BatchView, BatchWithRequestView, ListBatchesRequest } from './batch.dto';
import { DispatchBatch } from './dispatch-batch';

@ApiTags('payments')
@Controller('v1/payment-batches')
export class BatchesController {
  constructor(
    private readonly dispatchBatch: DispatchBatch,
    private readonly query: PaymentsQuery,
  ) {}

  @Get()
  @Allow('paymentBatch.list')
  @Documented({ summary: 'List batches within reach', answers: BatchPage })
  async list(@Ctx() ctx: Context, @Query() request: ListBatchesRequest): Promise<BatchPage> {
    const { limit, cursor, state } = request;
    const rows = await this.query.batches(ctx, state, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((batch) => BatchView.of(batch)), nextCursor };
  }

  @Get(':batchId')
  @Allow('paymentBatch.read')
  @Documented({
    summary: 'Read a batch with its request list',
    answers: BatchWithRequestView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('batchId') id: string): Promise<BatchWithRequestView> {
    const { batch, request } = await this.query.batch(ctx, id);
    return BatchWithRequestView.with(batch, request);
  }

  @Post(':batchId/dispatch')
  @Allow('paymentBatch.dispatch')
  @Documented({
    summary: 'Send a batch: answers with the request list for the treasury’s centralized payment',
    answers: BatchWithRequestView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PAYMENTS.NOTHING_TO_SEND'],
  })
  async dispatch(
    @Ctx() ctx: Context,
    @IdParam('batchId') id: string,
  ): Promise<BatchWithRequestView> {
    const { batch, request } = await this.dispatchBatch.execute(ctx, id);
    return BatchWithRequestView.with(batch, request);
  }
}
