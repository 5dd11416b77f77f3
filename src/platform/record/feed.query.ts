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
    const readAs = ['public', `person:${ctx.personId}`];
    for (const { duty, scope } of mandates) {
      if (scope.kind === 'party') readAs.push(`party:${scope.id}`);
      if (scope.kind === 'unit' && OFFICIAL.includes(duties[duty].group))
        readAs.push(`unit:${scope.path}`);
    }
    // Each audience's entries are read in order by the index, a page at most; then they are merged. Where the caller has got to
    // is joined: compared with a subquery, the position is no condition for the index, because row security lets none before it.
    return ctx.manager.query(
      `SELECT e.id, e.name, e.aggregate_kind AS kind, e.aggregate_id AS "subjectId", e.version, e.at
       FROM (
         SELECT DISTINCT next.feed_position
         FROM (SELECT coalesce(max(feed_position), -1) AS position FROM audit_positions WHERE event_id = $1) AS seen,
           unnest($2::text[]) AS reader (audience), LATERAL (
           SELECT f.feed_position FROM feed_entries f
           WHERE f.audience = reader.audience AND f.feed_position > seen.position
           ORDER BY f.feed_position LIMIT $3) AS next
         ORDER BY next.feed_position LIMIT $3) AS page
       JOIN audit_positions p ON p.feed_position = page.feed_position
       JOIN audit_events e ON e.id = p.event_id
       ORDER BY p.feed_position`,
      [cursor, readAs, limit],
    );
  }
}
