import type { DataSource } from 'typeorm';
import type { ProcessKind } from '../record/domain-event';
import { log } from '../telemetry/log';
import { workflowIdOf, type Temporal } from '../temporal/temporal';
import type { Nudge } from './outbox-relay';

interface OpenProcess {
  kind: ProcessKind;
  id: string;
  tenant_id: string;
  is_behind: boolean;
}

/**
 * Makes Temporal agree with the register of processes: starts what should run and does not, and calls what has not looked
 * although it should have. Lost signals, an emptied Redis, workflows ended by hand and an older Temporal store all come to
 * this.
 */
export class Reconciler {
  constructor(
    private readonly relayData: DataSource,
    private readonly temporal: Temporal,
    private readonly nudge: Nudge,
  ) {}

  /** Looks once. @returns how many processes were called */
  async reconcile(): Promise<number> {
    const open: OpenProcess[] = await this.relayData.query(
      `SELECT p.kind, p.id, p.tenant_id,
         (p.seen < p.wanted AND coalesce(p.last_seen_at, p.started_at) < clock_timestamp() - interval '2 seconds')
         OR EXISTS (SELECT FROM clocks c WHERE c.process_kind = p.kind AND c.process_id = p.id
           AND c.state = 'running' AND c.due_at < app_now() - interval '2 seconds') AS is_behind
       FROM processes p WHERE p.ended_at IS NULL`,
    );
    if (open.length === 0) return 0;
    const running = await this.temporal.running();
    let called = 0;
    for (const process of open) {
      const isRunning = running.has(workflowIdOf(process.kind, process.id));
      if (isRunning && !process.is_behind) continue;
      log.info({ kind: process.kind, id: process.id, isRunning }, 'reconciled');
      await this.nudge(process, process.tenant_id);
      called += 1;
    }
    return called;
  }
}
