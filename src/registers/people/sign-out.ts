import { Injectable } from '@nestjs/common';
import { Identities } from '../../platform/auth/identities';
import type { Context } from '../../platform/database/context';
import { SessionRepository } from './session.repository';

/** Ends the session by which the request came. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly identities: Identities,
  ) {}

  /** Sessions are no part of the legal record, so no event tells of it. */
  async execute(ctx: Context): Promise<void> {
    await this.sessions.end(ctx);
    this.identities.forgetPerson(ctx.personId);
  }
}
