import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { INSTANCE, type Instance } from '../../platform/database/instance';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { AdvanceClock } from './advance-clock';
import {
  AdvanceClockRequest,
  ClockPage,
  ClockView,
  LegalTimeView,
  ListClocksRequest,
} from './clock.dto';
import { ClocksQuery } from './clocks.query';
import { pageOf } from '../../platform/http/page.dto';
import { LegalTimeQuery } from './legal-time.query';

@ApiTags('clock')
@Controller('v1')
export class ClockController {
  constructor(
    @Inject(INSTANCE) private readonly instance: Instance,
    private readonly legalTime: LegalTimeQuery,
    private readonly advanceClock: AdvanceClock,
    private readonly clocks: ClocksQuery,
  ) {}

  @Get('clock')
  @Allow('clock.read')
  @Documented({ summary: 'Legal time now', answers: LegalTimeView })
  async read(@Ctx() ctx: Context): Promise<LegalTimeView> {
    return LegalTimeView.of(await this.legalTime.read(ctx), this.instance.mode);
  }

  @Post('clock/advance')
  @Allow('clock.advance')
  @Documented({
    summary:
      'Move a rehearsal on to a moment; it goes clock by clock, read GET /v1/clock until target is null',
    answers: LegalTimeView,
    status: 201,
    refusals: ['CLOCK.NOT_A_REHEARSAL', 'CLOCK.UNDER_WAY', 'CLOCK.BACKWARDS'],
  })
  async advance(@Ctx() ctx: Context, @Body() body: AdvanceClockRequest): Promise<LegalTimeView> {
    const moved = await this.advanceClock.execute(ctx, toInstant(body.until));
    return LegalTimeView.of(moved, this.instance.mode);
  }

  @Get('clocks')
  @Allow('clock.list')
  @Documented({ summary: 'Legal periods: when each is due, and why then', answers: ClockPage })
  async list(@Ctx() ctx: Context, @Query() request: ListClocksRequest): Promise<ClockPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.clocks.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((clock) => ClockView.of(clock)), nextCursor };
  }
}
