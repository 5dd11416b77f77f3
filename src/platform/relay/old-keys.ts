import type { DataSource } from 'typeorm';

const BATCH = 5_000;

/** Deletes answers kept longer than the thirty days that are promised. @returns how many */
export async function deleteOldKeys(relayData: DataSource): Promise<number> {
  const [, deleted]: [unknown, number] = await relayData.query(
    `DELETE FROM idempotency_keys WHERE ctid IN (
       SELECT ctid FROM idempotency_keys WHERE created_at < clock_timestamp() - interval '30 days'
       LIMIT ${BATCH})`,
  );
  return deleted;
}
