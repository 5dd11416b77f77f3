import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayOf, toDay } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { AnnulNote } from './annul-note';
import {
  AnnulNoteRequest,
  CreditNoteView,
  EndNoteRequest,
  EnterAnnualCheckRequest,
  EnterEarlierProjectRequest,
  EnterListingRequest,
  EnterPastEvaluationRequest,
} from './credit.dto';
import { EndNote } from './end-note';
import { EnterNote } from './enter-note';

@ApiTags('parties')
@Controller('v1')
export class EnteredNotesController {
  constructor(
    private readonly enterNote: EnterNote,
    private readonly endNote: EndNote,
    private readonly annulNote: AnnulNote,
  ) {}

  @Post('parties/:partyId/listings')
  @Allow('party.enterListing')
  @Documented({
    summary: 'Enter in a party’s record that it is or was on a list',
    answers: CreditNoteView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDIT.DAYS_REVERSED', 'CREDIT.DAY_AHEAD'],
  })
  async listing(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() { list, reason, from, until }: EnterListingRequest,
  ): Promise<CreditNoteView> {
    const note = await this.enterNote.execute(ctx, 'party.enterListing', partyId, {
      ...{ kind: 'listing', code: list, reason, fromDay: toDay(from) },
      ...(until !== undefined && { untilDay: toDay(until) }),
    });
    return CreditNoteView.of(note);
  }

  @Post('parties/:partyId/annual-checks')
  @Allow('party.enterAnnualCheck')
  @Documented({
    summary: 'Enter in a party’s record how its annual check of a year ended',
    answers: CreditNoteView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDIT.YEAR_AHEAD'],
  })
  async annualCheck(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() { year, passed, reason }: EnterAnnualCheckRequest,
  ): Promise<CreditNoteView> {
    const fromDay = dayOf(await ctx.now());
    const note = await this.enterNote.execute(ctx, 'party.enterAnnualCheck', partyId, {
      ...{ kind: 'annual-check', code: 'annual-check', year, passed, reason, fromDay },
    });
    return CreditNoteView.of(note);
  }

  @Post('parties/:partyId/past-evaluations')
  @Allow('party.enterEvaluation')
  @Documented({
    summary: 'Enter in a party’s record how an earlier project of it was evaluated',
    answers: CreditNoteView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDIT.YEAR_AHEAD', 'CREDIT.DAY_AHEAD'],
  })
  async pastEvaluation(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() { evaluation, year, passed, reason, on }: EnterPastEvaluationRequest,
  ): Promise<CreditNoteView> {
    const note = await this.enterNote.execute(ctx, 'party.enterEvaluation', partyId, {
      ...{ kind: 'evaluation', code: passed ? 'pass' : 'fail', evaluation, year, passed, reason },
      fromDay: toDay(on),
    });
    return CreditNoteView.of(note);
  }

  @Post('parties/:partyId/earlier-projects')
  @Allow('party.enterProject')
  @Documented({
    summary: 'Enter in a party’s record a project that this service did not run',
    answers: CreditNoteView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDIT.YEAR_AHEAD', 'CREDIT.DAY_AHEAD', 'CREDIT.DAYS_REVERSED'],
  })
  async earlierProject(
    @Ctx() ctx: Context,
    @IdParam('partyId') partyId: string,
    @Body() { year, reason, from, until }: EnterEarlierProjectRequest,
  ): Promise<CreditNoteView> {
    const note = await this.enterNote.execute(ctx, 'party.enterProject', partyId, {
      ...{ kind: 'project', code: 'project', year, reason, fromDay: toDay(from) },
      ...(until !== undefined && { untilDay: toDay(until) }),
    });
    return CreditNoteView.of(note);
  }

  @Post('credit-notes/:noteId/ending')
  @Allow('creditNote.end')
  @Documented({
    summary: 'Note that a party is off a list, or that its earlier project is settled',
    answers: CreditNoteView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'CREDIT.NOT_ENTERED',
      'CREDIT.DOES_NOT_END',
      'CREDIT.ENDED_ALREADY',
      'CREDIT.DAYS_REVERSED',
      'CREDIT.DAY_AHEAD',
    ],
  })
  async end(
    @Ctx() ctx: Context,
    @IdParam('noteId') noteId: string,
    @Body() { until, reason }: EndNoteRequest,
  ): Promise<CreditNoteView> {
    const ending = { untilDay: toDay(until), reason };
    return CreditNoteView.of(await this.endNote.execute(ctx, noteId, ending));
  }

  @Post('credit-notes/:noteId/annulment')
  @Allow('creditNote.annul')
  @Documented({
    summary: 'Annul an entry of a party’s record that was a mistake',
    answers: CreditNoteView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'CREDIT.NOT_ENTERED', 'CREDIT.ENDED_ALREADY'],
  })
  async annul(
    @Ctx() ctx: Context,
    @IdParam('noteId') noteId: string,
    @Body() { reason }: AnnulNoteRequest,
  ): Promise<CreditNoteView> {
    return CreditNoteView.of(await this.annulNote.execute(ctx, noteId, reason));
  }
}
