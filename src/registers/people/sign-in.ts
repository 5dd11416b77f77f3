import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { trueNow, trueNowMs } from '../../platform/clock/true-clock';
import { Door } from '../../platform/database/door';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { IdentityQuery, type AccountRow } from './identity.query';
import { Passwords } from './passwords';
import { SessionRepository } from './session.repository';
import { newToken } from './token';

const SESSION_HOURS = 12;

/** A session just opened; the token is shown this once. */
export interface OpenedSession {
  readonly token: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

/**
 * Opens a session by user name and password. Its transactions are short and its own: while a password is hashed, or waits for its
 * turn, no connection is held.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly door: Door,
    private readonly identities: IdentityQuery,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
  ) {}

  /**
   * The same answer for an unknown name and a wrong password, in the same time.
   * @throws ACCESS.SIGN_IN_FAILED, ACCESS.SIGN_IN_PAUSED
   */
  async execute(traceId: string, username: string, password: string): Promise<OpenedSession> {
    const account = await this.identities.account(username);
    refuseWhilePaused(account);
    const isRight = await this.passwords.verify(account?.passwordHash ?? null, password);
    if (account === null || !isRight) {
      if (account !== null) await this.countFailure(account, traceId);
      throw refuseAccess('ACCESS.SIGN_IN_FAILED');
    }
    const { token, hash } = newToken('ycs');
    const expiresAt = new Date(trueNowMs() + SESSION_HOURS * 3_600_000);
    await this.door.asSystem(account.tenantId, traceId, async (own) => {
      await this.sessions.clearFailures(own, account.accountId);
      await this.sessions.insert(own, {
        id: newId(),
        accountId: account.accountId,
        hash,
        expiresAt,
      });
    });
    return { token, personId: account.personId, expiresAt };
  }

  private async countFailure(account: AccountRow, traceId: string): Promise<void> {
    await this.door.asSystem(account.tenantId, traceId, (own) =>
      this.sessions.countFailure(own, account.accountId),
    );
  }
}

function refuseWhilePaused(account: AccountRow | null): void {
  const until = account?.pausedUntil ?? null;
  if (until === null || until <= trueNow()) return;
  const seconds = Math.ceil((until.getTime() - trueNowMs()) / 1000);
  throw refuseAccess('ACCESS.SIGN_IN_PAUSED', { seconds });
}
