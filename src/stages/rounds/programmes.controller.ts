import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { CreateProgramme } from './create-programme';
import { CreateProgrammeRequest } from './round.dto';
import { ProgrammePage, ProgrammeView } from './round-view.dto';
import { RoundsQuery } from './rounds.query';

@ApiTags('rounds')
@Controller('v1/programmes')
export class ProgrammesController {
  constructor(
    private readonly createProgramme: CreateProgramme,
    private readonly rounds: RoundsQuery,
  ) {}

  @Post()
  @Allow('programme.create')
  @Documented({
    summary: 'Set up a programme of a unit for a year',
    answers: ProgrammeView,
    status: 201,
    refusals: ['UNITS.UNKNOWN', 'ACCESS.NOT_FOUND', 'ROUNDS.PROGRAMME_TAKEN'],
  })
  async create(@Ctx() ctx: Context, @Body() body: CreateProgrammeRequest): Promise<ProgrammeView> {
    return ProgrammeView.of(await this.createProgramme.execute(ctx, body));
  }

  @Get()
  @Allow('programme.list')
  @Documented({ summary: 'List programmes within reach', answers: ProgrammePage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<ProgrammePage> {
    const rows = await this.rounds.programmes(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((programme) => ProgrammeView.of(programme)), nextCursor };
  }
}
