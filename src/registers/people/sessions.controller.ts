import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { TraceId } from '../../platform/http/trace-id.decorator';
import { SignIn } from './sign-in';
import { SessionView, SignInRequest } from './sign-in.dto';
import { SignOut } from './sign-out';

@ApiTags('people')
@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @Allow('session.open')
  @Documented({
    summary: 'Sign in',
    answers: SessionView,
    status: 201,
    refusals: ['ACCESS.SIGN_IN_FAILED', 'ACCESS.SIGN_IN_PAUSED'],
  })
  async open(@TraceId() traceId: string, @Body() body: SignInRequest): Promise<SessionView> {
    const opened = await this.signIn.execute(traceId, body.username, body.password);
    const { token, personId } = opened;
    return { token, personId, expiresAt: printInstant(opened.expiresAt) };
  }

  @Delete('current')
  @HttpCode(204)
  @Allow('session.close')
  @Documented({ summary: 'Sign out', status: 204 })
  async close(@Ctx() ctx: Context): Promise<void> {
    await this.signOut.execute(ctx);
  }
}
