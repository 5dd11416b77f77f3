import type { Pool } from '../../platform/database/app-data-source';
import { type RemoveUnbound, UNBOUND_DAYS } from './remove-unbound';

const BATCH = 100;

/** Finds the attachments of all tenants that nothing has referred to in time, and has them removed. */
export class UnboundAttachments {
  constructor(
    private readonly relayData: Pool,
    private readonly removing: RemoveUnbound,
  ) {}

  /** Removes some. @returns whether there were any */
  async sweep(): Promise<boolean> {
    const due: { id: string; tenant_id: string }[] = await this.relayData.query(
      `SELECT id, tenant_id FROM attachments
       WHERE (state IN ('receiving', 'complete') AND created_at < app_now() - make_interval(days => $1))
         OR (state = 'removed' AND bytes_gone_at IS NULL) LIMIT ${BATCH}`,
      // A day more than is promised, as the last day counts to its end.
      [UNBOUND_DAYS + 1],
    );
    for (const { id, tenant_id: tenantId } of due) await this.removing.remove(tenantId, id);
    return due.length > 0;
  }
}
