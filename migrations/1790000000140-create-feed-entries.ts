import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may learn of an event, as rows that an index finds: a reader whom ten events in a million concern must not look through
 * the million. The sequencer writes them together with the event's position; they say nothing that the event's audience does
 * not. An event of a unit is told to whoever holds a duty at it or above it, so each unit of the path has its row.
 */
export class CreateFeedEntries1790000000140 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE feed_entries (
        tenant_id uuid NOT NULL,
        audience text NOT NULL,
        feed_position bigint NOT NULL REFERENCES audit_positions (feed_position),
        PRIMARY KEY (tenant_id, audience, feed_position)
      )`);
    await db.query(`CALL protect_table('feed_entries', 'SELECT')`);
    await db.query(
      `CREATE POLICY of_relay ON feed_entries FOR INSERT TO yichuang_relay WITH CHECK (true)`,
    );
    await db.query(`GRANT INSERT ON feed_entries TO yichuang_relay`);
    await db.query(`
      CREATE TRIGGER feed_entries_are_for_ever BEFORE UPDATE OR DELETE ON feed_entries
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    // As the sequencer does it from now on, for what was there before.
    await db.query(`
      INSERT INTO feed_entries (tenant_id, audience, feed_position)
      SELECT p.tenant_id, told.audience, p.feed_position FROM audit_positions p JOIN audit_events e ON e.id = p.event_id,
      LATERAL (
        SELECT 'public' AS audience WHERE e.audience ? 'public'
        UNION SELECT 'person:' || person FROM jsonb_array_elements_text(e.audience->'personIds') AS person
        UNION SELECT 'party:' || party FROM jsonb_array_elements_text(e.audience->'partyIds') AS party
        UNION SELECT 'unit:' || subpath(path::ltree, 0, depth)::text
          FROM jsonb_array_elements_text(e.audience->'unitPaths') AS path, generate_series(1, nlevel(path::ltree)) AS depth
      ) AS told`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE feed_entries`);
  }
}
