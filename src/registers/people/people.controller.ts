import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { CreatePerson } from './create-person';
import { EndMandate } from './end-mandate';
import { GrantMandate } from './grant-mandate';
import { People } from './people';
import {
  CreatePersonRequest,
  GrantMandateRequest,
  MandatePage,
  MandateView,
  MeView,
  PersonPage,
  PersonView,
} from './people.dto';
import { PeopleQuery } from './people.query';
import type { PersonEntity } from './person.entity';

@ApiTags('people')
@Controller('v1')
export class PeopleController {
  constructor(
    private readonly createPerson: CreatePerson,
    private readonly grantMandate: GrantMandate,
    private readonly endMandate: EndMandate,
    private readonly people: People,
    private readonly query: PeopleQuery,
  ) {}

  @Post('persons')
  @Allow('person.create')
  @Documented({
    summary: 'Register a person with an account',
    answers: PersonView,
    status: 201,
    refusals: ['PEOPLE.USERNAME_TAKEN'],
  })
  async create(@Ctx() ctx: Context, @Body() body: CreatePersonRequest): Promise<PersonView> {
    const person = await this.createPerson.execute(ctx, { ...body, email: body.email ?? null });
    return PersonView.of(person);
  }

  @Get('persons')
  @Allow('person.list')
  @Documented({ summary: 'List people', answers: PersonPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<PersonPage> {
    const rows = await this.query.persons(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((person) => PersonView.of(person)), nextCursor };
  }

  @Get('persons/me')
  @Allow('person.me')
  @Documented({ summary: 'Who am I and what may I do', answers: MeView })
  async me(@Ctx() ctx: Context): Promise<MeView> {
    const person = await this.people.get(ctx, ctx.personId);
    return { ...PersonView.of(person as PersonEntity), mandates: ctx.caller.mandates };
  }

  @Post('persons/:personId/mandates')
  @Allow('mandate.grant')
  @Documented({
    summary: 'Give a person a duty',
    answers: MandateView,
    status: 201,
    refusals: ['PEOPLE.MANDATE_OVERLAPS', 'PEOPLE.DUTIES_CONFLICT'],
  })
  async grant(
    @Ctx() ctx: Context,
    @IdParam('personId') personId: string,
    @Body() body: GrantMandateRequest,
  ): Promise<MandateView> {
    const untilAt = body.untilAt === undefined ? null : toInstant(body.untilAt);
    return MandateView.of(await this.grantMandate.execute(ctx, { ...body, personId, untilAt }));
  }

  @Get('mandates')
  @Allow('mandate.list')
  @Documented({ summary: 'List mandates', answers: MandatePage })
  async mandates(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<MandatePage> {
    const rows = await this.query.mandates(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((mandate) => MandateView.of(mandate)), nextCursor };
  }

  @Post('mandates/:mandateId/end')
  @Allow('mandate.end')
  @Documented({
    summary: 'End a mandate',
    answers: MandateView,
    status: 201,
    refusals: ['PEOPLE.MANDATE_ENDED'],
  })
  async end(@Ctx() ctx: Context, @IdParam('mandateId') mandateId: string): Promise<MandateView> {
    return MandateView.of(await this.endMandate.execute(ctx, mandateId));
  }
}
