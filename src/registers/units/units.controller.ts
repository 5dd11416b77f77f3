import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { CreateUnit } from './create-unit';
import { CreateUnitRequest, UnitPage, UnitView } from './unit.dto';
import { UnitsQuery } from './units.query';

@ApiTags('units')
@Controller('v1/units')
export class UnitsController {
  constructor(
    private readonly createUnit: CreateUnit,
    private readonly units: UnitsQuery,
  ) {}

  @Post()
  @Allow('unit.create')
  @Documented({
    summary: 'Add a unit',
    answers: UnitView,
    status: 201,
    refusals: ['UNITS.UNKNOWN', 'UNITS.KIND_MISPLACED', 'UNITS.CODE_TAKEN'],
  })
  async create(@Ctx() ctx: Context, @Body() body: CreateUnitRequest): Promise<UnitView> {
    return UnitView.of(await this.createUnit.execute(ctx, body));
  }

  @Get()
  @Allow('unit.list')
  @Documented({ summary: 'List units', answers: UnitPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<UnitPage> {
    const rows = await this.units.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((unit) => UnitView.of(unit)), nextCursor };
  }
}
