import { Injectable } from '@nestjs/common';
import { duties } from '../../access/duties';
import type { Context } from '../database/context';

/** An event as the feed tells it: what happened to what, when; never contents. */
export interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly at: Date;
}

const OFFICIAL: readonly string[] = ['organizer', 'supervisor', 'finance'];

/**
 * Reads the feed in the order of commit positions, as far as the caller's scope goes. The cursor is the id of an event that the
 * caller has seen: it tells nothing about how many events there are.
 */
@Injectable()
export class FeedQuery {
  async after(ctx: Context, cursor: string | null, limit: number): Promise<FeedRow[]> {
    const mandates = ctx.caller.mandates;
    const unitPaths = mandates.flatMap(({ duty, scope }) =>
      scope.kind === 'unit' && OFFICIAL.includes(duties[duty].group) ? [scope.path] : [],
    );
    const partyIds = mandates.flatMap(({ scope }) => (scope.kind === 'party' ? [scope.id] : []));
    return ctx.manager.query(
      `SELECT e.id, e.name, e.aggregate_kind AS kind, e.aggregate_id AS "subjectId", e.version, e.at
       FROM audit_positions p JOIN audit_events e ON e.id = p.event_id
       WHERE p.feed_position > coalesce((SELECT feed_position FROM audit_positions WHERE event_id = $1), -1)
         AND (e.audience ? 'public' OR e.audience->'personIds' ? $2
           OR e.audience->'partyIds' ?| $3
           OR EXISTS (SELECT FROM jsonb_array_elements_text(e.audience->'unitPaths') AS path
             WHERE path::ltree <@ ANY($4::ltree[])))
       ORDER BY p.feed_position LIMIT $5`,
      [cursor, ctx.personId, partyIds, unitPaths, limit],
    );
  }
}
