import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';

/** Legal time as it stands. */
export interface LegalTime {
  readonly now: Instant;
  /** Where a rehearsal is on its way to; null when it is nowhere. */
  readonly target: Instant | null;
}

/** Legal time, and where a rehearsal is going. */
@Injectable()
export class LegalTimeQuery {
  async read(ctx: Context): Promise<LegalTime> {
    const rows: LegalTime[] = await ctx.manager.query(
      `SELECT app_now() AS now, (SELECT target FROM legal_time) AS target`,
    );
    return rows[0]!;
  }

  /** Asks the rehearsal to go on to a moment; the relay takes it there clock by clock. */
  async aim(ctx: Context, target: Instant): Promise<void> {
    await ctx.manager.query(`UPDATE legal_time SET target = $1`, [target]);
  }
}
