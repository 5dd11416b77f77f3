import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { ApproveCorrection } from './approve-correction';
import {
  CorrectionView,
  ProposeCorrectionRequest,
  RefuseCorrectionRequest,
} from './correction.dto';
import { ProposeCorrection } from './propose-correction';
import { RefuseCorrection } from './refuse-correction';

@ApiTags('rounds')
@Controller('v1')
export class CorrectionsController {
  constructor(
    private readonly proposeCorrection: ProposeCorrection,
    private readonly approveCorrection: ApproveCorrection,
    private readonly refuseCorrection: RefuseCorrection,
  ) {}

  @Post('rounds/:roundId/correction')
  @Allow('correction.propose')
  @Documented({
    summary:
      'Propose to correct the rules of an open call, or to move its deadline later; it changes nothing until another person approves it',
    answers: CorrectionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ROUNDS.CALL_CLOSED',
      'RULES.INVALID',
      'ROUNDS.NOTHING_CORRECTED',
      'ROUNDS.CORRECTION_FIXED',
      'ROUNDS.NEW_VERSION_NEEDED',
      'ROUNDS.NOT_LATER',
      'ROUNDS.TIME_TOO_SHORT',
      'ROUNDS.CORRECTION_PROPOSED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async propose(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Body() { ruleSet, reason, requiresResubmission = false }: ProposeCorrectionRequest,
  ): Promise<CorrectionView> {
    const wanted = { ruleSet, reason, requiresResubmission };
    return CorrectionView.of(await this.proposeCorrection.execute(ctx, roundId, wanted));
  }

  @Post('corrections/:correctionId/approval')
  @Allow('correction.approve')
  @Documented({
    summary:
      'Approve a correction that another person proposed; published as the next revision of the rules, with its difference',
    answers: CorrectionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ROUNDS.SAME_PERSON_CORRECTS',
      'ROUNDS.CALL_CLOSED',
      'ROUNDS.TIME_TOO_SHORT',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async approve(
    @Ctx() ctx: Context,
    @IdParam('correctionId') correctionId: string,
  ): Promise<CorrectionView> {
    return CorrectionView.of(await this.approveCorrection.execute(ctx, correctionId));
  }

  @Post('corrections/:correctionId/refusal')
  @Allow('correction.refuse')
  @Documented({
    summary: 'Turn a proposed correction down; the rules stay as they are',
    answers: CorrectionView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PEOPLE.DUTIES_CONFLICT'],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('correctionId') correctionId: string,
    @Body() { reason }: RefuseCorrectionRequest,
  ): Promise<CorrectionView> {
    return CorrectionView.of(await this.refuseCorrection.execute(ctx, correctionId, reason));
  }
}
