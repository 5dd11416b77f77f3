import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { SignContractRequest } from '../contract.dto';
import {
  AmendmentPage,
  AmendmentView,
  ProposeAmendmentRequest,
  RefuseAmendmentRequest,
  termsOf,
} from './amendment.dto';
import type { AmendmentEntity } from './amendment.entity';
import { AmendmentsQuery } from './amendments.query';
import { DecideAmendment } from './decide-amendment';
import { ProposeAmendment } from './propose-amendment';
import { SignAmendment } from './sign-amendment';
import { WithdrawAmendment } from './withdraw-amendment';

@ApiTags('contracts')
@Controller('v1')
export class AmendmentsController {
  constructor(
    private readonly amendments: AmendmentsQuery,
    private readonly proposeAmendment: ProposeAmendment,
    private readonly decideAmendment: DecideAmendment,
    private readonly withdrawAmendment: WithdrawAmendment,
    private readonly signAmendment: SignAmendment,
  ) {}

  @Get('contracts/:contractId/amendments')
  @Allow('amendment.list')
  @Documented({
    summary: 'List the amendments of a contract, whatever became of them',
    answers: AmendmentPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async list(
    @Ctx() ctx: Context,
    @IdParam('contractId') contractId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<AmendmentPage> {
    const rows = await this.amendments.list(ctx, contractId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: await this.views(ctx, items), nextCursor };
  }

  @Get('amendments/:amendmentId')
  @Allow('amendment.read')
  @Documented({
    summary: 'Read an amendment with the contract as it would read, and its signatures',
    answers: AmendmentView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('amendmentId') id: string): Promise<AmendmentView> {
    return this.view(ctx, await this.amendments.get(ctx, id));
  }

  @Post('contracts/:contractId/amendments')
  @Allow('amendment.propose')
  @Documented({
    summary: 'Propose to change a contract in force; another person approves it, both sides sign',
    answers: AmendmentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.NOTHING_CHANGED',
      'CONTRACTS.END_NOT_LATER',
      'CONTRACTS.INCREASE_TOO_LARGE',
      'CONTRACTS.TERM_TOO_LONG',
      'CONTRACTS.AMENDMENT_OPEN',
      'AWARDS.LINE_UNKNOWN',
      'AWARDS.COUNT_OUT_OF_RANGE',
      'AWARDS.BUDGET_MISMATCH',
      'PAYMENTS.PROJECT_NOT_RUNNING',
      'PAYMENTS.BELOW_WHAT_IS_DUE',
      'PAYMENTS.NOTHING_LEFT_TO_AMEND',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async propose(
    @Ctx() ctx: Context,
    @IdParam('contractId') contractId: string,
    @Body() { reason, changes }: ProposeAmendmentRequest,
  ): Promise<AmendmentView> {
    const terms = termsOf(changes);
    return this.view(ctx, await this.proposeAmendment.execute(ctx, contractId, terms, reason));
  }

  @Post('amendments/:amendmentId/approval')
  @Allow('amendment.approve')
  @Documented({
    summary: 'Approve an amendment that another person proposed; what it adds is reserved',
    answers: AmendmentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.SAME_PERSON_AMENDS',
      'CONTRACTS.AMENDMENT_OUTDATED',
      'LEDGER.INSUFFICIENT',
      'PAYMENTS.PROJECT_NOT_RUNNING',
      'PAYMENTS.BELOW_WHAT_IS_DUE',
      'PAYMENTS.NOTHING_LEFT_TO_AMEND',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async approve(@Ctx() ctx: Context, @IdParam('amendmentId') id: string): Promise<AmendmentView> {
    return this.view(ctx, await this.decideAmendment.approve(ctx, id));
  }

  @Post('amendments/:amendmentId/refusal')
  @Allow('amendment.refuse')
  @Documented({
    summary: 'Turn a proposed amendment down; the contract stays as it is',
    answers: AmendmentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.SAME_PERSON_AMENDS',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('amendmentId') id: string,
    @Body() { reason }: RefuseAmendmentRequest,
  ): Promise<AmendmentView> {
    return this.view(ctx, await this.decideAmendment.refuse(ctx, id, reason));
  }

  @Post('amendments/:amendmentId/withdrawal')
  @Allow('amendment.withdraw')
  @Documented({
    summary: 'Take back an amendment that one’s own side proposed, before it is in force',
    answers: AmendmentView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'CONTRACTS.NOT_THE_PROPOSER'],
  })
  async withdraw(@Ctx() ctx: Context, @IdParam('amendmentId') id: string): Promise<AmendmentView> {
    return this.view(ctx, await this.withdrawAmendment.execute(ctx, id));
  }

  @Post('amendments/:amendmentId/signature')
  @Allow('amendment.sign')
  @Documented({
    summary: 'Sign an approved amendment for the party or for the funding body',
    answers: AmendmentView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'CONTRACTS.DIGEST_DIFFERS',
      'CONTRACTS.ALREADY_SIGNED',
      'CONTRACTS.UNDER_HOLD',
      'CONTRACTS.AMENDMENT_OUTDATED',
      'PAYMENTS.PROJECT_NOT_RUNNING',
      'PAYMENTS.BELOW_WHAT_IS_DUE',
      'PAYMENTS.NOTHING_LEFT_TO_AMEND',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async sign(
    @Ctx() ctx: Context,
    @IdParam('amendmentId') id: string,
    @Body() { documentDigest }: SignContractRequest,
  ): Promise<AmendmentView> {
    return this.view(ctx, await this.signAmendment.execute(ctx, id, documentDigest));
  }

  private async view(ctx: Context, amendment: AmendmentEntity): Promise<AmendmentView> {
    return (await this.views(ctx, [amendment]))[0]!;
  }

  private async views(
    ctx: Context,
    amendments: readonly AmendmentEntity[],
  ): Promise<AmendmentView[]> {
    const ids = amendments.map(({ id }) => id);
    const signatures = await this.amendments.signatures(ctx, ids);
    return amendments.map((amendment) =>
      AmendmentView.of(amendment, signatures.get(amendment.id) ?? []),
    );
  }
}
