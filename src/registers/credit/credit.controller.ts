import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDay } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { CreditNoteView, CreditPage, SanctionPartyRequest } from './credit.dto';
import { CreditQuery } from './credit.query';
import { SanctionParty } from './sanction-party';

@ApiTags('parties')
@Controller('v1/parties/:partyId')
export class CreditController {
  constructor(
    private readonly sanctionParty: SanctionParty,
    private readonly credit: CreditQuery,
  ) {}

  @Get('credit')
  @Allow('party.credit')
  @Documented({
    summary: 'Read a party’s record: grades and projects, sanctions, lists, annual checks',
    answers: CreditPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Query() page: PageRequest,
  ): Promise<CreditPage> {
    const rows = await this.credit.list(ctx, partyId, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((note) => CreditNoteView.of(note)), nextCursor };
  }

  @Post('sanctions')
  @Allow('party.sanction')
  @Documented({
    summary: 'Keep a party off the list for a time',
    answers: CreditNoteView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDIT.DAYS_REVERSED'],
  })
  async sanction(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() { code, reason, from, until }: SanctionPartyRequest,
  ): Promise<CreditNoteView> {
    const sanction = { code, reason, fromDay: toDay(from), untilDay: toDay(until) };
    return CreditNoteView.of(await this.sanctionParty.execute(ctx, partyId, sanction));
  }
}
