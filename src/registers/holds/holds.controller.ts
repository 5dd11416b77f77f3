import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { HoldPage, HoldView, ListHoldsRequest } from './hold.dto';
import { HoldsQuery } from './holds.query';

@ApiTags('holds')
@Controller('v1/holds')
export class HoldsController {
  constructor(private readonly holds: HoldsQuery) {}

  @Get()
  @Allow('hold.list')
  @Documented({ summary: 'List holds within reach', answers: HoldPage })
  async list(@Ctx() ctx: Context, @Query() request: ListHoldsRequest): Promise<HoldPage> {
    const { state, limit, cursor } = request;
    const { items, nextCursor } = pageOf(
      await this.holds.list(ctx, state, limit + 1, cursor),
      limit,
    );
    return { items: items.map((hold) => HoldView.of(hold)), nextCursor };
  }
}
