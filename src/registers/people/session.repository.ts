import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';

/** Sessions live by true time, and are no part of the legal record. */
@Injectable()
export class SessionRepository {
  async insert(
    ctx: Context,
    session: { id: string; accountId: string; hash: Buffer; expiresAt: Date },
  ): Promise<void> {
    await ctx.manager.query(
      `INSERT INTO sessions (id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, $4)`,
      [session.id, session.accountId, session.hash, session.expiresAt],
    );
  }

  /** Ends the session by which the request came. */
  async end(ctx: Context): Promise<void> {
    await ctx.manager.query(
      `UPDATE sessions SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL`,
      [ctx.caller.credentialId],
    );
  }

  /** After five failures in a row sign-in pauses, each further one doubling the pause up to a quarter of an hour. */
  async countFailure(ctx: Context, accountId: string): Promise<void> {
    await ctx.manager.query(
      `UPDATE accounts SET failed_attempts = failed_attempts + 1,
         paused_until = CASE WHEN failed_attempts + 1 >= 5 THEN clock_timestamp()
           + least(900, 15 * 2 ^ least(failed_attempts - 4, 10)) * interval '1 second' END
       WHERE id = $1`,
      [accountId],
    );
  }

  async clearFailures(ctx: Context, accountId: string): Promise<void> {
    await ctx.manager.query(
      `UPDATE accounts SET failed_attempts = 0, paused_until = NULL
       WHERE id = $1 AND failed_attempts > 0`,
      [accountId],
    );
  }
}
