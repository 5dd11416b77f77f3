import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf } from '../../../platform/http/page.dto';
import { ReasonRequest } from '../award.dto';
import { AnswerChallenge } from './answer-challenge';
import {
  AnswerChallengeRequest,
  ChallengePage,
  ChallengeView,
  ListChallengesRequest,
  SubmitChallengeRequest,
} from './challenge.dto';
import type { ChallengeEntity } from './challenge.entity';
import { ChallengesQuery } from './challenges.query';
import { DecideChallenge } from './decide-challenge';
import { SubmitChallenge } from './submit-challenge';

@ApiTags('challenges')
@Controller('v1')
export class ChallengesController {
  constructor(
    private readonly challenges: ChallengesQuery,
    private readonly submitChallenge: SubmitChallenge,
    private readonly decideChallenge: DecideChallenge,
    private readonly answerChallenge: AnswerChallenge,
  ) {}

  @Post('awards/:awardId/challenges')
  @Allow('challenge.submit')
  @Documented({
    summary: 'Object to an award while its public notice stands',
    answers: ChallengeView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'CHALLENGES.NOTICE_OVER',
      'CHALLENGES.REAL_NAME_REQUIRED',
      'CHALLENGES.ALREADY_OPEN',
    ],
  })
  async submit(
    @Ctx() ctx: Context,
    @IdParam('awardId') awardId: string,
    @Body() body: SubmitChallengeRequest,
  ): Promise<ChallengeView> {
    return this.view(ctx, await this.submitChallenge.execute(ctx, awardId, body));
  }

  @Get('challenges')
  @Allow('challenge.list')
  @Documented({ summary: 'List objections within reach', answers: ChallengePage })
  async list(@Ctx() ctx: Context, @Query() request: ListChallengesRequest): Promise<ChallengePage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.challenges.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    const names = await this.challenges.objectorNames(ctx, items);
    return {
      items: items.map((item) => ChallengeView.of(item, names.get(item.id) ?? null)),
      nextCursor,
    };
  }

  @Get('challenges/:challengeId')
  @Allow('challenge.read')
  @Documented({
    summary: 'Read an objection',
    answers: ChallengeView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('challengeId') id: string): Promise<ChallengeView> {
    return this.view(ctx, await this.challenges.get(ctx, id));
  }

  @Post('challenges/:challengeId/admission')
  @Allow('challenge.admit')
  @Documented({
    summary: 'Admit an objection; the award is held until it is answered',
    answers: ChallengeView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CHALLENGES.OWN_OBJECTION',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async admit(@Ctx() ctx: Context, @IdParam('challengeId') id: string): Promise<ChallengeView> {
    return this.view(ctx, await this.decideChallenge.admit(ctx, id));
  }

  @Post('challenges/:challengeId/rejection')
  @Allow('challenge.reject')
  @Documented({
    summary: 'Reject an objection with a reason',
    answers: ChallengeView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CHALLENGES.OWN_OBJECTION',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async reject(
    @Ctx() ctx: Context,
    @IdParam('challengeId') id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<ChallengeView> {
    return this.view(ctx, await this.decideChallenge.reject(ctx, id, reason));
  }

  @Post('challenges/:challengeId/answer')
  @Allow('challenge.answer')
  @Documented({
    summary: 'Answer an admitted objection: upheld with its effect, or dismissed',
    answers: ChallengeView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CHALLENGES.OWN_OBJECTION',
      'PEOPLE.DUTIES_CONFLICT',
      'CHALLENGES.EFFECT_REQUIRED',
      'CHALLENGES.LOT_SETTLED',
      'CHALLENGES.OTHERS_OPEN',
    ],
  })
  async answer(
    @Ctx() ctx: Context,
    @IdParam('challengeId') id: string,
    @Body() body: AnswerChallengeRequest,
  ): Promise<ChallengeView> {
    return this.view(ctx, await this.answerChallenge.execute(ctx, id, body));
  }

  private async view(ctx: Context, challenge: ChallengeEntity): Promise<ChallengeView> {
    const names = await this.challenges.objectorNames(ctx, [challenge]);
    return ChallengeView.of(challenge, names.get(challenge.id) ?? null);
  }
}
