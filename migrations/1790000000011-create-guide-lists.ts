import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guide lists of projects: their items, who was consulted on each, and what became of it. */
export class CreateGuideLists1790000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE guide_lists (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        series_id uuid NOT NULL REFERENCES guide_lists,
        replaces uuid REFERENCES guide_lists CHECK (replaces <> id),
        edition int CHECK (edition > 0),
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
        state text NOT NULL CHECK (state IN ('draft', 'published', 'superseded')),
        drafted_by uuid NOT NULL REFERENCES persons,
        drafted_at timestamptz NOT NULL,
        published_by uuid REFERENCES persons CHECK (published_by <> drafted_by),
        published_at timestamptz,
        version int NOT NULL,
        UNIQUE (series_id, edition),
        CHECK ((state = 'draft') = (published_at IS NULL)),
        CHECK ((published_at IS NULL) = (published_by IS NULL)),
        CHECK ((published_at IS NULL) = (edition IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX guide_lists_one_published ON guide_lists (series_id) WHERE state = 'published'`,
    );
    await db.query(`CREATE INDEX guide_lists_path ON guide_lists USING gist (unit_path)`);
    await db.query(`CALL protect_table('guide_lists', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE guide_list_items (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        list_id uuid NOT NULL REFERENCES guide_lists,
        need_id uuid NOT NULL REFERENCES needs,
        position int NOT NULL CHECK (position > 0),
        outcome text CHECK (outcome IN ('agreed', 'kept', 'dropped')),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        UNIQUE (list_id, need_id),
        UNIQUE (list_id, position),
        CHECK ((reason IS NOT NULL) = (outcome IS NOT NULL AND outcome <> 'agreed'))
      )`);
    await db.query(`CALL protect_table('guide_list_items', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE guide_list_consultations (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        list_id uuid NOT NULL REFERENCES guide_lists,
        item_id uuid NOT NULL REFERENCES guide_list_items,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'answered')),
        asked_by uuid NOT NULL REFERENCES persons,
        asked_at timestamptz NOT NULL,
        consents boolean,
        comment text CHECK (length(comment) BETWEEN 2 AND 1000),
        answered_by uuid REFERENCES persons,
        answered_at timestamptz,
        version int NOT NULL,
        UNIQUE (item_id, unit_id),
        CHECK ((state = 'answered') = (consents IS NOT NULL)),
        CHECK ((state = 'answered') = (answered_by IS NOT NULL)),
        CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
        CHECK (consents IS DISTINCT FROM false OR comment IS NOT NULL)
      )`);
    await db.query(
      `CREATE INDEX guide_list_consultations_list ON guide_list_consultations (list_id)`,
    );
    await db.query(
      `CREATE INDEX guide_list_consultations_path ON guide_list_consultations USING gist (unit_path)`,
    );
    await db.query(`CALL protect_table('guide_list_consultations', 'SELECT, INSERT, UPDATE')`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['guide_list_consultations', 'guide_list_items', 'guide_lists']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
