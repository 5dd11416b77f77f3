import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { AppointDeputy } from './appoint-deputy';
import { DeputiesQuery } from './deputies.query';
import { AppointDeputyRequest, DeputyPage, DeputyView } from './deputy.dto';
import { EndDeputy } from './end-deputy';

@ApiTags('people')
@Controller('v1')
export class DeputiesController {
  constructor(
    private readonly appointDeputy: AppointDeputy,
    private readonly endDeputy: EndDeputy,
    private readonly query: DeputiesQuery,
  ) {}

  @Post('mandates/:mandateId/deputies')
  @Allow('deputy.appoint')
  @Documented({
    summary: 'Appoint a deputy for one of my duties',
    answers: DeputyView,
    status: 201,
    refusals: [
      'DEPUTIES.DUTY_IN_PERSON',
      'DEPUTIES.MANDATE_ENDED',
      'DEPUTIES.OWN_DEPUTY',
      'PEOPLE.UNKNOWN',
      'DEPUTIES.TIME_UNSOUND',
      'DEPUTIES.DUTIES_CONFLICT',
      'DEPUTIES.OVERLAPS',
    ],
  })
  async appoint(
    @Ctx() ctx: Context,
    @IdParam('mandateId') mandateId: string,
    @Body() { personId, fromAt, untilAt, reason }: AppointDeputyRequest,
  ): Promise<DeputyView> {
    const deputy = await this.appointDeputy.execute(ctx, mandateId, {
      personId,
      fromAt: fromAt === undefined ? null : toInstant(fromAt),
      untilAt: toInstant(untilAt),
      reason,
    });
    return DeputyView.of(deputy);
  }

  @Get('deputies')
  @Allow('deputy.list')
  @Documented({
    summary: 'List deputies: mine, those I am, and those I am over',
    answers: DeputyPage,
  })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<DeputyPage> {
    const rows = await this.query.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return {
      items: items.map(({ deputy, mandate: { duty, scopeKind, scopeId } }) => ({
        ...DeputyView.of(deputy),
        ...{ duty, scopeKind, scopeId },
      })),
      nextCursor,
    };
  }

  @Post('deputies/:deputyId/end')
  @Allow('deputy.end')
  @Documented({
    summary: 'End a deputyship before its time',
    answers: DeputyView,
    status: 201,
    refusals: ['DEPUTIES.ENDED'],
  })
  async end(@Ctx() ctx: Context, @IdParam('deputyId') deputyId: string): Promise<DeputyView> {
    return DeputyView.of(await this.endDeputy.execute(ctx, deputyId));
  }
}
