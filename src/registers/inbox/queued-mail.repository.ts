import type { DataSource } from 'typeorm';

const BATCH = 200;

/** A message that waits to be sent, whoever's tenant it is. */
export interface QueuedMail {
  readonly id: string;
  readonly tenantId: string;
}

/** The outbox side of messages, of all tenants: as the relay's role sees them. */
export class QueuedMailRepository {
  constructor(private readonly relayData: DataSource) {}

  /** Messages that became no job yet, or did more than a minute ago and still wait. */
  async waiting(): Promise<QueuedMail[]> {
    return this.relayData.query(
      `SELECT id, tenant_id AS "tenantId" FROM messages WHERE state = 'queued'
         AND (enqueued_at IS NULL OR enqueued_at < clock_timestamp() - interval '60 seconds')
       ORDER BY id LIMIT ${BATCH}`,
    );
  }

  /** Notes that they are jobs now. */
  async markEnqueued(ids: readonly string[]): Promise<void> {
    await this.relayData.query(
      `UPDATE messages SET enqueued_at = clock_timestamp() WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }
}
