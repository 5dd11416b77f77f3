import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf } from '../../../platform/http/page.dto';
import { DecideRecovery } from './decide-recovery';
import { ProposeRecovery } from './propose-recovery';
import { RecoveriesQuery } from './recoveries.query';
import {
  ListRecoveriesRequest,
  ProposeRecoveryRequest,
  RecoveryPage,
  RecoveryReasonRequest,
  RecoveryView,
  RecoveryWithRepaymentsView,
} from './recovery.dto';

@ApiTags('payments')
@Controller('v1')
export class RecoveriesController {
  constructor(
    private readonly proposeRecovery: ProposeRecovery,
    private readonly decideRecovery: DecideRecovery,
    private readonly query: RecoveriesQuery,
  ) {}

  @Post('projects/:projectId/recoveries')
  @Allow('recovery.propose')
  @Documented({
    summary:
      'Propose to ask paid money back; If-Match names the project. It changes nothing until another person approves it',
    answers: RecoveryView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'RECOVERIES.AMOUNT_ZERO',
      'RECOVERIES.NO_GROUND',
      'RECOVERIES.ABOVE_PAID',
      'RECOVERIES.BELOW_LOAN',
      'RECOVERIES.OPEN_ALREADY',
      'PAYMENTS.OWN_PARTY',
    ],
  })
  async propose(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() body: ProposeRecoveryRequest,
  ): Promise<RecoveryView> {
    const wanted = ProposeRecoveryRequest.read(body);
    return RecoveryView.of(await this.proposeRecovery.execute(ctx, projectId, wanted));
  }

  @Get('recoveries')
  @Allow('recovery.list')
  @Documented({ summary: 'List recoveries within reach', answers: RecoveryPage })
  async list(@Ctx() ctx: Context, @Query() request: ListRecoveriesRequest): Promise<RecoveryPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.query.recoveries(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((recovery) => RecoveryView.of(recovery)), nextCursor };
  }

  @Get('recoveries/:recoveryId')
  @Allow('recovery.read')
  @Documented({
    summary: 'Read a recovery with its letter and what was paid back',
    answers: RecoveryWithRepaymentsView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('recoveryId') id: string,
  ): Promise<RecoveryWithRepaymentsView> {
    return RecoveryWithRepaymentsView.with(await this.query.recovery(ctx, id), ctx.personId);
  }

  @Post('recoveries/:recoveryId/approval')
  @Allow('recovery.approve')
  @Documented({
    summary:
      'Approve a recovery, as another person than who proposed it: the party gets the letter, and its time runs',
    answers: RecoveryView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'RECOVERIES.SAME_PERSON',
      'RECOVERIES.NO_GROUND',
      'RECOVERIES.ABOVE_PAID',
      'PAYMENTS.OWN_PARTY',
    ],
  })
  async approve(@Ctx() ctx: Context, @IdParam('recoveryId') id: string): Promise<RecoveryView> {
    return RecoveryView.of(await this.decideRecovery.approve(ctx, id));
  }

  @Post('recoveries/:recoveryId/refusal')
  @Allow('recovery.refuse')
  @Documented({
    summary: 'Refuse a recovery: nothing is asked of the party',
    answers: RecoveryView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PAYMENTS.OWN_PARTY'],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('recoveryId') id: string,
    @Body() { reason }: RecoveryReasonRequest,
  ): Promise<RecoveryView> {
    return RecoveryView.of(await this.decideRecovery.refuse(ctx, id, reason));
  }
}
