import type { Context } from '../database/context';
import type { KeptAnswer } from '../database/door';

/** Keeps an answer under its key, for thirty days of true time; the relay deletes older ones. */
export async function keepAnswer(ctx: Context, key: string, answer: KeptAnswer): Promise<void> {
  await ctx.manager.query(
    `INSERT INTO idempotency_keys (person_id, key, fingerprint, status, headers, body)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ctx.personId,
      key,
      answer.fingerprint,
      answer.status,
      JSON.stringify(answer.headers),
      answer.body,
    ],
  );
}
