import type { DataSource, QueryRunner } from 'typeorm';
import type { ProcessKind } from '../record/domain-event';
import type { Temporal } from '../temporal/temporal';
import { hasRows } from './has-rows';
import type { Nudge } from './outbox-relay';

/** Nothing undelivered, nobody called who has not looked, no clock overdue. */
const IS_SETTLED = `NOT EXISTS (SELECT FROM outbox WHERE delivered_at IS NULL)
  AND NOT EXISTS (SELECT FROM processes WHERE ended_at IS NULL AND seen < wanted)
  AND NOT EXISTS (SELECT FROM clocks WHERE state = 'running' AND due_at <= app_now())`;
const MAY_MOVE = `SELECT FROM legal_time WHERE target IS NOT NULL AND ${IS_SETTLED}`;

interface Called {
  kind: ProcessKind;
  id: string;
  tenant_id: string;
}

/**
 * Moves legal time in a rehearsal. It never jumps: it goes to the next due clock, calls who waits on it, and goes on only
 * when all that followed has been done; so a year passes as it would have, only faster. While Temporal is down, time stands.
 */
export class Rehearsal {
  constructor(
    private readonly relayData: DataSource,
    private readonly temporal: Temporal,
    private readonly nudge: Nudge,
  ) {}

  /** Goes one step. @returns whether time moved */
  async step(): Promise<boolean> {
    const called = await this.move();
    if (called === null) return false;
    await Promise.all(called.map((process) => this.nudge(process, process.tenant_id)));
    return true;
  }

  private async move(): Promise<Called[] | null> {
    if (!(await hasRows(this.relayData, MAY_MOVE)) || !(await this.temporal.isUp())) return null;
    const runner = this.relayData.createQueryRunner();
    try {
      await runner.startTransaction();
      const called = await moveOnce(runner);
      await runner.commitTransaction();
      return called;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** @returns the processes to call, or null when time has to wait or has arrived */
async function moveOnce(runner: QueryRunner): Promise<Called[] | null> {
  const times: { target: Date | null; now: Date }[] = await runner.manager.query(
    `SELECT target, app_now() AS now FROM legal_time FOR UPDATE`,
  );
  const { target, now } = times[0]!;
  if (target === null || !(await isSettled(runner))) return null;
  const next: { due_at: Date | null }[] = await runner.manager.query(
    `SELECT min(due_at) AS due_at FROM clocks WHERE state = 'running' AND due_at <= $1`,
    [target],
  );
  const dueAt = next[0]?.due_at ?? null;
  const to = dueAt ?? target;
  if (to > now) {
    await runner.query(
      `UPDATE legal_time SET shift_ms = shift_ms + ceil(extract(epoch FROM $1::timestamptz - app_now()) * 1000)::bigint`,
      [to],
    );
  }
  if (dueAt === null) {
    await runner.query(`UPDATE legal_time SET target = NULL`);
    return [];
  }
  const [called]: [Called[], number] = await runner.manager.query(
    `UPDATE processes p SET wanted = wanted + 1 FROM (
       SELECT DISTINCT process_kind, process_id FROM clocks WHERE state = 'running' AND due_at <= $1) due
     WHERE p.kind = due.process_kind AND p.id = due.process_id RETURNING p.kind, p.id, p.tenant_id`,
    [dueAt],
  );
  return called;
}

async function isSettled(runner: QueryRunner): Promise<boolean> {
  const rows: { settled: boolean }[] = await runner.manager.query(
    `SELECT ${IS_SETTLED} AS settled`,
  );
  return rows[0]!.settled;
}
