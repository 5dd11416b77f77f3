import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDay } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { People } from '../people';
import { DeclareTie } from './declare-tie';
import {
  DeclareTieRequest,
  ExpertPage,
  ExpertView,
  ListedExpertView,
  RegisterExpertRequest,
  TakeLeaveRequest,
} from './expert.dto';
import { ExpertsQuery } from './experts.query';
import { RegisterExpert } from './register-expert';
import { TakeLeave } from './take-leave';

@ApiTags('experts')
@Controller('v1/experts')
export class ExpertsController {
  constructor(
    private readonly registerExpert: RegisterExpert,
    private readonly declareTie: DeclareTie,
    private readonly takeLeave: TakeLeave,
    private readonly experts: ExpertsQuery,
    private readonly people: People,
  ) {}

  @Post()
  @Allow('expert.register')
  @Documented({
    summary: 'Add a person to the pool of experts',
    answers: ExpertView,
    status: 201,
    refusals: [
      'PEOPLE.UNKNOWN',
      'PEOPLE.DUTIES_CONFLICT',
      'PARTIES.UNKNOWN',
      'EXPERTS.REGISTERED_ALREADY',
    ],
  })
  async register(@Ctx() ctx: Context, @Body() body: RegisterExpertRequest): Promise<ExpertView> {
    const { personId, fields, employerPartyId = null } = body;
    return ExpertView.of(
      await this.registerExpert.execute(ctx, { personId, fields, employerPartyId }),
    );
  }

  @Get()
  @Allow('expert.list')
  @Documented({ summary: 'List experts with their ties and leaves', answers: ExpertPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<ExpertPage> {
    const rows = await this.experts.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    const ids = items.map(({ id }) => id);
    const ties = await this.experts.ties(ctx, ids);
    const leaves = await this.experts.leaves(ctx, ids);
    const people = await this.people.getMany(
      ctx,
      items.map(({ personId }) => personId),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const views = items.map((expert) =>
      ListedExpertView.withAll(expert, names.get(expert.personId) ?? '', ties, leaves),
    );
    return { items: views, nextCursor };
  }

  @Post(':expertId/ties')
  @Allow('expert.declareTie')
  @Documented({
    summary: 'Declare what ties an expert to a party',
    answers: ExpertView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'PARTIES.UNKNOWN', 'EXPERTS.DAYS_REVERSED'],
  })
  async tie(
    @Ctx() ctx: Context,
    @IdParam('expertId') expertId: string,
    @Body() { partyId, kind, from, until }: DeclareTieRequest,
  ): Promise<ExpertView> {
    const untilDay = until === undefined ? null : toDay(until);
    const tie = { partyId, kind, fromDay: toDay(from), untilDay };
    return ExpertView.of(await this.declareTie.execute(ctx, expertId, tie));
  }

  @Post(':expertId/leave')
  @Allow('expert.takeLeave')
  @Documented({
    summary: 'Note the days on which an expert is away',
    answers: ExpertView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'EXPERTS.DAYS_REVERSED'],
  })
  async leave(
    @Ctx() ctx: Context,
    @IdParam('expertId') expertId: string,
    @Body() { from, until }: TakeLeaveRequest,
  ): Promise<ExpertView> {
    return ExpertView.of(await this.takeLeave.execute(ctx, expertId, toDay(from), toDay(until)));
  }
}
