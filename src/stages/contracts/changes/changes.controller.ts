import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { ChangePage, ChangeView, DecideChangeRequest, RequestChangeRequest } from './change.dto';
import { ChangesQuery } from './changes.query';
import { DecideChange } from './decide-change';
import { RequestChange } from './request-change';

@ApiTags('contracts')
@Controller('v1/contracts/:contractId')
export class ChangesController {
  constructor(
    private readonly requestChange: RequestChange,
    private readonly decideChange: DecideChange,
    private readonly query: ChangesQuery,
  ) {}

  @Get('changes')
  @Allow('contractChange.list')
  @Documented({
    summary: 'List the changes that were asked for or told of while a project runs',
    answers: ChangePage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async list(
    @Ctx() ctx: Context,
    @IdParam('contractId') contractId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<ChangePage> {
    const rows = await this.query.list(ctx, contractId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((change) => ChangeView.of(change)), nextCursor };
  }

  @Post('changes')
  @Allow('contractChange.request')
  @Documented({
    summary:
      'Ask for a change, or tell of one, by a rule of the round; what it states the rule says',
    answers: ChangeView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'CONTRACTS.CHANGE_UNKNOWN',
      'STATE.OUT_OF_ORDER',
      'PAYMENTS.PROJECT_NOT_RUNNING',
      'CONTRACTS.STATEMENT_MISSING',
      'CONTRACTS.PAPER_MISSING',
      'PEOPLE.DUTIES_CONFLICT',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async request(
    @Ctx() ctx: Context,
    @IdParam('contractId') contractId: string,
    @Body() { code, statements, attachments = [] }: RequestChangeRequest,
  ): Promise<ChangeView> {
    return ChangeView.of(
      await this.requestChange.execute(ctx, contractId, code, { ...statements }, attachments),
    );
  }

  @Post('change-decisions')
  @Allow('contractChange.decide')
  @Documented({
    summary: 'Agree to a change, or refuse it: the other side of an agreement, else an approver',
    answers: ChangeView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'CONTRACTS.CHANGE_ABSENT',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.SAME_PERSON_CHANGES',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async decide(
    @Ctx() ctx: Context,
    @IdParam('contractId') contractId: string,
    @Body() { changeId, isApproved, reason }: DecideChangeRequest,
  ): Promise<ChangeView> {
    return ChangeView.of(
      await this.decideChange.execute(ctx, contractId, changeId, isApproved, reason),
    );
  }
}
