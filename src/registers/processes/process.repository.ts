import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { ProcessRef } from '../../platform/record/domain-event';

/** What a step must know of its process before it looks at anything else. */
export interface ProcessLook {
  readonly wanted: string;
  readonly ended: boolean;
}

/** The rows of the register of processes: what is wanted, what was seen. */
@Injectable()
export class ProcessRepository {
  async insert(ctx: Context, { kind, id }: ProcessRef): Promise<void> {
    await ctx.manager.query(
      `INSERT INTO processes (kind, id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [kind, id],
    );
  }

  /** Opens an ended process again; the nudge of the same act gives it something to look at. */
  async resume(ctx: Context, { kind, id }: ProcessRef): Promise<void> {
    await ctx.manager.query(`UPDATE processes SET ended_at = NULL WHERE kind = $1 AND id = $2`, [
      kind,
      id,
    ]);
  }

  async end(ctx: Context, { kind, id }: ProcessRef): Promise<void> {
    await ctx.manager.query(
      `UPDATE processes SET ended_at = clock_timestamp(), seen = wanted, waits_on = NULL
       WHERE kind = $1 AND id = $2 AND ended_at IS NULL`,
      [kind, id],
    );
  }

  /** What is wanted is read before the step looks at the record: what comes later is not yet seen. */
  async look(ctx: Context, { kind, id }: ProcessRef): Promise<ProcessLook | null> {
    const rows: ProcessLook[] = await ctx.manager.query(
      `SELECT wanted, ended_at IS NOT NULL AS ended FROM processes WHERE kind = $1 AND id = $2`,
      [kind, id],
    );
    return rows[0] ?? null;
  }

  /** Notes that the process has looked, and what it waits on; null while it goes on to the next step. */
  async seen(
    ctx: Context,
    { kind, id }: ProcessRef,
    wanted: string,
    waitsOn: string | null,
  ): Promise<{ ended: boolean }> {
    const [rows]: [{ ended: boolean }[], number] = await ctx.manager.query(
      `UPDATE processes SET seen = CASE WHEN $4::text IS NULL THEN seen ELSE greatest(seen, $3) END,
         waits_on = $4, last_seen_at = clock_timestamp()
       WHERE kind = $1 AND id = $2 RETURNING ended_at IS NOT NULL AS ended`,
      [kind, id, wanted, waitsOn],
    );
    return { ended: rows[0]?.ended ?? true };
  }
}
