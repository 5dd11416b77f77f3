import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { MoneyRequest } from '../../platform/http/money.dto';
import { pageOf } from '../../platform/http/page.dto';
import { AwardPage, AwardView, ListAwardsRequest, ProposalView, ReasonRequest } from './award.dto';
import type { AwardEntity } from './award.entity';
import { AwardsQuery } from './awards.query';
import { ProposeCommissionRequest } from './commissions/commission.dto';
import { ProposeCommission } from './commissions/propose-commission';
import { ApproveAwards } from './lots/approve-awards';
import { NoticeClock } from './notice-clock';
import { ApproveAward } from './singles/approve-award';
import { DeclineAward } from './singles/decline-award';
import { RefuseAward } from './singles/refuse-award';

@ApiTags('awards')
@Controller('v1')
export class AwardsController {
  constructor(
    private readonly awards: AwardsQuery,
    private readonly notice: NoticeClock,
    private readonly approveAwards: ApproveAwards,
    private readonly proposeCommission: ProposeCommission,
    private readonly approveAward: ApproveAward,
    private readonly refuseAward: RefuseAward,
    private readonly declineAward: DeclineAward,
  ) {}

  @Get('lots/:lotId/award-proposal')
  @Allow('awardProposal.read')
  @Documented({
    summary: 'Read the proposal of a lot’s awards with every explanation',
    answers: ProposalView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async proposal(@Ctx() ctx: Context, @IdParam('lotId') lotId: string): Promise<ProposalView> {
    const { proposal, drawn } = await this.awards.proposal(ctx, lotId);
    return ProposalView.of(proposal, drawn);
  }

  @Post('lots/:lotId/award-approval')
  @Allow('awardProposal.approve')
  @Documented({
    summary: 'Approve the proposal of a lot’s awards; the money is reserved',
    answers: ProposalView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'LEDGER.INSUFFICIENT',
      'PEOPLE.DUTIES_CONFLICT',
      'AWARDS.FUND_BEYOND_REACH',
    ],
  })
  async approve(@Ctx() ctx: Context, @IdParam('lotId') lotId: string): Promise<ProposalView> {
    await this.approveAwards.execute(ctx, lotId);
    const { proposal, drawn } = await this.awards.proposal(ctx, lotId);
    return ProposalView.of(proposal, drawn);
  }

  @Get('awards')
  @Allow('award.list')
  @Documented({ summary: 'List awards within reach', answers: AwardPage })
  async list(@Ctx() ctx: Context, @Query() request: ListAwardsRequest): Promise<AwardPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.awards.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    const clocks = await this.notice.ofMany(ctx, items);
    return {
      items: items.map((award) => AwardView.of(award, clocks.get(award.id) ?? null)),
      nextCursor,
    };
  }

  @Get('awards/:awardId')
  @Allow('award.read')
  @Documented({ summary: 'Read an award', answers: AwardView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('awardId') awardId: string): Promise<AwardView> {
    return this.view(ctx, await this.awards.get(ctx, awardId));
  }

  @Post('awards/:awardId/declination')
  @Allow('award.decline')
  @Documented({
    summary: 'Decline an award; its money goes to the next of the reserve',
    answers: AwardView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER'],
  })
  async decline(
    @Ctx() ctx: Context,
    @IdParam('awardId') awardId: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<AwardView> {
    return this.view(ctx, await this.declineAward.execute(ctx, awardId, reason));
  }

  @Post('rounds/:roundId/commissions')
  @Allow('commission.propose')
  @Documented({
    summary: 'Propose a directed commission 定向委托',
    answers: AwardView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'PARTIES.UNKNOWN',
      'PEOPLE.DUTIES_CONFLICT',
      'AWARDS.ROUND_NOT_OPEN',
      'AWARDS.PARTY_SANCTIONED',
      'AWARDS.ABOVE_BUDGET',
      'AWARDS.LINE_UNKNOWN',
      'AWARDS.COUNT_OUT_OF_RANGE',
      'AWARDS.BUDGET_MISMATCH',
    ],
  })
  async commission(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Body() { amount, ...rest }: ProposeCommissionRequest,
  ): Promise<AwardView> {
    const wanted = { ...rest, amountFen: MoneyRequest.fenOf(amount) };
    return this.view(ctx, await this.proposeCommission.execute(ctx, roundId, wanted));
  }

  @Post('awards/:awardId/approval')
  @Allow('award.approve')
  @Documented({
    summary: 'Approve a directed commission or an award from the reserve; its own notice begins',
    answers: AwardView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'AWARDS.APPROVED_WITH_LOT',
      'AWARDS.OWN_PROPOSAL',
      'AWARDS.COMPETITION_UNDECIDED',
      'AWARDS.PARTY_SANCTIONED',
      'AWARDS.ABOVE_BUDGET',
      'AWARDS.FUND_BEYOND_REACH',
      'PEOPLE.DUTIES_CONFLICT',
      'LEDGER.INSUFFICIENT',
    ],
  })
  async approveOne(@Ctx() ctx: Context, @IdParam('awardId') awardId: string): Promise<AwardView> {
    return this.view(ctx, await this.approveAward.execute(ctx, awardId));
  }

  @Post('awards/:awardId/refusal')
  @Allow('award.refuse')
  @Documented({
    summary: 'Turn down a directed commission or an award from the reserve',
    answers: AwardView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'AWARDS.APPROVED_WITH_LOT',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('awardId') awardId: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<AwardView> {
    return this.view(ctx, await this.refuseAward.execute(ctx, awardId, reason));
  }

  private async view(ctx: Context, award: AwardEntity): Promise<AwardView> {
    return AwardView.of(award, await this.notice.of(ctx, award));
  }
}
