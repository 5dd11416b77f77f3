import type { DataSource, QueryRunner } from 'typeorm';
import type { ProcessRef } from '../record/domain-event';
import { log } from '../telemetry/log';
import { hasRows } from './has-rows';

/** Starts the workflow of a process if it does not run, and tells it to look again. */
export type Nudge = (process: ProcessRef, tenantId: string) => Promise<void>;

interface OutboxRow {
  event_id: string;
  tenant_id: string;
  trace_id: string;
  targets: ProcessRef[];
}

/** How many rows a turn delivers at most. */
export const OUTBOX_BATCH = 100;
const IS_WAITING = `delivered_at IS NULL AND (next_try_at IS NULL OR next_try_at <= clock_timestamp())`;
/** After the n-th failure n² quarter seconds, at most nine seconds. */
const PAUSE = `least(attempts + 1, 6) * least(attempts + 1, 6) * interval '250 milliseconds'`;

/**
 * Carries what was committed to those who wait for it. A row is marked in the transaction that locked it, after the receiver
 * took it: a relay that dies in between delivers once more, and a signal that says only "look again" bears that.
 */
export class OutboxRelay {
  constructor(
    private readonly relayData: DataSource,
    private readonly nudge: Nudge,
  ) {}

  /** Delivers one batch. @returns how many rows were delivered; rows whose receiver is out of reach wait and are tried again. */
  async deliver(): Promise<number> {
    if (!(await hasRows(this.relayData, `SELECT FROM outbox WHERE ${IS_WAITING} LIMIT 1`)))
      return 0;
    const runner = this.relayData.createQueryRunner();
    try {
      await runner.startTransaction();
      const rows: OutboxRow[] = await runner.manager.query(
        `SELECT event_id, tenant_id, trace_id, targets FROM outbox
         WHERE ${IS_WAITING}
         ORDER BY created_at LIMIT ${OUTBOX_BATCH} FOR UPDATE SKIP LOCKED`,
      );
      const failures = await this.deliverTargets(rows);
      await this.settle(runner, rows, failures);
      await runner.commitTransaction();
      return rows.length - failures.size;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Many events concern one process, and one signal serves them all. */
  private async deliverTargets(rows: readonly OutboxRow[]): Promise<Map<string, string>> {
    const failures = new Map<string, string>();
    const byTarget = new Map<string, { target: ProcessRef; rows: OutboxRow[] }>();
    for (const row of rows) {
      for (const target of row.targets) {
        const key = JSON.stringify(target);
        const group = byTarget.get(key) ?? { target, rows: [] };
        group.rows.push(row);
        byTarget.set(key, group);
      }
    }
    const deliverTo = async ({ target, rows: told }: { target: ProcessRef; rows: OutboxRow[] }) => {
      const { tenant_id: tenantId, trace_id: traceId } = told.at(-1)!;
      try {
        await this.nudge(target, tenantId);
      } catch (error) {
        log.warn({ traceId, target, err: error }, 'receiver is out of reach');
        for (const row of told) failures.set(row.event_id, nameOf(error));
      }
    };
    // All at once: one after the other, the twentieth would wait for nineteen round trips.
    await Promise.all([...byTarget.values()].map(deliverTo));
    return failures;
  }

  private async settle(
    runner: QueryRunner,
    rows: readonly OutboxRow[],
    failures: ReadonlyMap<string, string>,
  ): Promise<void> {
    const delivered = rows.filter((row) => !failures.has(row.event_id));
    if (delivered.length > 0) {
      const ids = delivered.map((row) => row.event_id);
      await runner.query(
        `WITH marked AS (
           UPDATE outbox SET delivered_at = clock_timestamp() WHERE event_id = ANY($1::uuid[])
           RETURNING event_id, tenant_id)
         INSERT INTO received_events (event_id, receiver, tenant_id)
         SELECT event_id, 'relay', tenant_id FROM marked`,
        [ids],
      );
    }
    for (const [eventId, error] of failures) {
      await runner.query(
        `UPDATE outbox SET attempts = attempts + 1, last_error = $2,
           next_try_at = clock_timestamp() + ${PAUSE} WHERE event_id = $1`,
        [eventId, error],
      );
    }
  }
}

/** The kind of an error, never its message: that may quote data. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
