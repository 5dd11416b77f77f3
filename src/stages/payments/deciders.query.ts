import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';

/** A thing that people acted on; with a move, only those who made it count. */
export interface ActedOn {
  readonly kind: string;
  readonly id: string;
  readonly move?: string;
}

/**
 * Who did what, as the record has it: it holds every act with the person who did it and the one for whom a deputy did it, and
 * cannot forget one, whatever a stage keeps in its own tables.
 */
@Injectable()
export class DecidersQuery {
  /** Everyone who acted on one of these things. */
  async actorsOn(ctx: Context, things: readonly ActedOn[]): Promise<string[]> {
    const rows: { person: string }[] = await ctx.manager.query(
      `SELECT DISTINCT person FROM jsonb_to_recordset($1::jsonb) AS thing (kind text, id uuid, move text)
       JOIN audit_events event ON event.aggregate_id = thing.id AND event.aggregate_kind = thing.kind
         AND (thing.move IS NULL OR thing.move = event.move),
         LATERAL (VALUES (event.actor_id), (event.on_behalf_of)) AS named (person)
       WHERE event.actor_kind = 'person' AND person IS NOT NULL ORDER BY person`,
      [JSON.stringify(things)],
    );
    return rows.map(({ person }) => person);
  }
}
