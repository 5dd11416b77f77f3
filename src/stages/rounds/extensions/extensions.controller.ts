import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { ApproveExtension } from './approve-extension';
import { ExtensionView, ProposeExtensionRequest, RefuseExtensionRequest } from './extension.dto';
import { ProposeExtension } from './propose-extension';
import { RefuseExtension } from './refuse-extension';

@ApiTags('rounds')
@Controller('v1')
export class ExtensionsController {
  constructor(
    private readonly proposeExtension: ProposeExtension,
    private readonly approveExtension: ApproveExtension,
    private readonly refuseExtension: RefuseExtension,
  ) {}

  @Post('rounds/:roundId/extension')
  @Allow('extension.propose')
  @Documented({
    summary:
      'Propose a later deadline for an open call; it changes nothing until another person approves it',
    answers: ExtensionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ROUNDS.CALL_CLOSED',
      'ROUNDS.NOT_LATER',
      'ROUNDS.EXTENSION_PROPOSED',
      'RULES.INVALID',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async propose(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Body() { callClosesAt, reason }: ProposeExtensionRequest,
  ): Promise<ExtensionView> {
    const closesAt = toInstant(callClosesAt);
    return ExtensionView.of(await this.proposeExtension.execute(ctx, roundId, closesAt, reason));
  }

  @Post('extensions/:extensionId/approval')
  @Allow('extension.approve')
  @Documented({
    summary:
      'Approve an extension that another person proposed; published as the next revision of the rules',
    answers: ExtensionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ROUNDS.SAME_PERSON_EXTENDS',
      'ROUNDS.CALL_CLOSED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async approve(
    @Ctx() ctx: Context,
    @IdParam('extensionId') extensionId: string,
  ): Promise<ExtensionView> {
    return ExtensionView.of(await this.approveExtension.execute(ctx, extensionId));
  }

  @Post('extensions/:extensionId/refusal')
  @Allow('extension.refuse')
  @Documented({
    summary: 'Turn a proposed extension down; the deadline stays as it is',
    answers: ExtensionView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PEOPLE.DUTIES_CONFLICT'],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('extensionId') extensionId: string,
    @Body() { reason }: RefuseExtensionRequest,
  ): Promise<ExtensionView> {
    return ExtensionView.of(await this.refuseExtension.execute(ctx, extensionId, reason));
  }
}
