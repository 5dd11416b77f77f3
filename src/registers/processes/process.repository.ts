import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { ProcessRef } from '../../platform/record/domain-event';

/** What a step must know of its process before it looks at anything else. */
export interface ProcessLook {
  readonly wanted: string;
  readonly ended: boolean;
  /** Whether a clock of it is due. */
  readonly isDue: boolean;
}

/** Where a process stands after a step. */
export interface ProcessStand {
  readonly ended: boolean;
  /** Milliseconds of legal time until its next clock; null when none runs. */
  readonly nextLookMs: number | null;
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
      `SELECT wanted, ended_at IS NOT NULL AS ended,
         EXISTS (SELECT FROM clocks WHERE process_kind = $1 AND process_id = $2
           AND state = 'running' AND due_at <= app_now()) AS "isDue"
       FROM processes WHERE kind = $1 AND id = $2`,
      [kind, id],
    );
    return rows[0] ?? null;
  }

  /**
   * Notes that the process has looked, and what it waits on; null while it goes on to the next step. Its clocks are asked for in
   * the same statement: to Postgres a message costs more than what it carries.
   */
  async seen(
    ctx: Context,
    { kind, id }: ProcessRef,
    wanted: string,
    waitsOn: string | null,
  ): Promise<ProcessStand> {
    const [rows]: [{ ended: boolean; ms: string | null }[], number] = await ctx.manager.query(
      `UPDATE processes SET seen = CASE WHEN $4::text IS NULL THEN seen ELSE greatest(seen, $3) END,
         waits_on = $4, last_seen_at = clock_timestamp()
       WHERE kind = $1 AND id = $2 RETURNING ended_at IS NOT NULL AS ended,
         (SELECT ceil(extract(epoch FROM min(due_at) - app_now()) * 1000) FROM clocks
          WHERE process_kind = $1 AND process_id = $2 AND state = 'running') AS ms`,
      [kind, id, wanted, waitsOn],
    );
    const { ended, ms } = rows[0] ?? { ended: true, ms: null };
    return { ended, nextLookMs: ms === null ? null : Math.max(0, Number(ms)) };
  }
}
