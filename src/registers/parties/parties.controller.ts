import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDay, type Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { ChangePayee } from './change-payee';
import { PartiesQuery } from './parties.query';
import {
  ChangePayeeRequest,
  PartyPage,
  PartyView,
  RegisterPartyRequest,
  VerifyPayeeRequest,
} from './party.dto';
import { RegisterParty } from './register-party';
import { VerifyPayee } from './verify-payee';

@ApiTags('parties')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly registerParty: RegisterParty,
    private readonly changePayee: ChangePayee,
    private readonly verifyPayee: VerifyPayee,
    private readonly parties: PartiesQuery,
  ) {}

  @Post()
  @Allow('party.register')
  @Documented({
    summary: 'Register a party and represent it',
    answers: PartyView,
    status: 201,
    refusals: [
      'PARTIES.NAME_UNREADABLE',
      'PARTIES.NAME_TAKEN',
      'PARTIES.CODE_TAKEN',
      'PARTIES.CODE_REQUIRED',
      'PARTIES.CODE_NOT_EXPECTED',
      'PARTIES.CODE_NOT_CANONICAL',
      'PARTIES.CODE_WRONG',
      'PARTIES.CODE_OF_OTHER_KIND',
      'PARTIES.GRADE_NOT_EXPECTED',
      'PARTIES.GRADE_MISSING',
      'PARTIES.REGISTERED_LATER',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async register(@Ctx() ctx: Context, @Body() body: RegisterPartyRequest): Promise<PartyView> {
    const party = await this.registerParty.execute(ctx, {
      kind: body.kind,
      name: body.name,
      creditCode: body.creditCode ?? null,
      registeredOn: dayOrNull(body.registeredOn),
      assessmentGrade: body.assessmentGrade ?? null,
      assessmentValidUntil: dayOrNull(body.assessmentValidUntil),
    });
    return PartyView.of(party);
  }

  @Get()
  @Allow('party.list')
  @Documented({ summary: 'List parties within reach', answers: PartyPage })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<PartyPage> {
    const rows = await this.parties.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((party) => PartyView.of(party)), nextCursor };
  }

  @Get(':partyId')
  @Allow('party.read')
  @Documented({ summary: 'Read a party', answers: PartyView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('partyId') partyId: string): Promise<PartyView> {
    return PartyView.of(await this.parties.get(ctx, partyId));
  }

  @Post(':partyId/payee')
  @Allow('party.changePayee')
  @Documented({
    summary: 'Enter the account a party is paid to; it has to be verified anew',
    answers: PartyView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'PARTIES.NAME_UNREADABLE'],
  })
  async payee(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() body: ChangePayeeRequest,
  ): Promise<PartyView> {
    return PartyView.of(await this.changePayee.execute(ctx, partyId, body));
  }

  @Post(':partyId/payee-verification')
  @Allow('party.verifyPayee')
  @Documented({
    summary: 'Verify the account a party is paid to, by typing it once more',
    answers: PartyView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'PARTIES.PAYEE_MISSING',
      'PARTIES.PAYEE_VERIFIED_ALREADY',
      'PARTIES.VERIFIER_NOT_INDEPENDENT',
      'PARTIES.PAYEE_DIFFERS',
    ],
  })
  async verify(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() { account }: VerifyPayeeRequest,
  ): Promise<PartyView> {
    return PartyView.of(await this.verifyPayee.execute(ctx, partyId, account));
  }
}

function dayOrNull(text: string | undefined): Day | null {
  return text === undefined ? null : toDay(text);
}
