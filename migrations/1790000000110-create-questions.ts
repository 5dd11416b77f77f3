import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'call', 'correction', 'opening', 'award', 'commission', 'result', 'contract', 'guide-list'`;

/** Questions on a call and their answers, which are published. */
export class CreateQuestions1790000000110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE questions (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        asked_by uuid NOT NULL REFERENCES persons,
        party_id uuid NOT NULL REFERENCES parties,
        asked_at timestamptz NOT NULL,
        question text NOT NULL CHECK (length(question) BETWEEN 5 AND 2000),
        state text NOT NULL CHECK (state IN ('asked', 'answered', 'refused', 'lapsed')),
        published_question text CHECK (length(published_question) BETWEEN 5 AND 2000),
        answer text CHECK (length(answer) BETWEEN 2 AND 4000),
        refusal_reason text CHECK (length(refusal_reason) BETWEEN 2 AND 1000),
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        CONSTRAINT not_answered_by_the_asker CHECK (decided_by <> asked_by),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state IN ('answered', 'refused')) = (decided_by IS NOT NULL)),
        CHECK ((state = 'answered') = (answer IS NOT NULL)),
        CHECK ((state = 'answered') = (published_question IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal_reason IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX questions_of_round ON questions (round_id, id)`);
    await db.query(`
      CREATE FUNCTION guard_question() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'asked' OR
          (NEW.round_id, NEW.asked_by, NEW.party_id, NEW.asked_at, NEW.question)
          IS DISTINCT FROM (OLD.round_id, OLD.asked_by, OLD.party_id, OLD.asked_at, OLD.question) THEN
          RAISE EXCEPTION 'what was asked stays, and is answered once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER questions_are_guarded BEFORE UPDATE ON questions
      FOR EACH ROW EXECUTE FUNCTION guard_question()`);
    await db.query(`CALL protect_table('questions', 'SELECT, INSERT, UPDATE')`);
    await db.query(`ALTER TABLE notices DROP CONSTRAINT notices_kind_check`);
    await db.query(
      `ALTER TABLE notices ADD CONSTRAINT notices_kind_check CHECK (kind IN (${KINDS}, 'answer'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE notices DROP CONSTRAINT notices_kind_check`);
    await db.query(
      `ALTER TABLE notices ADD CONSTRAINT notices_kind_check CHECK (kind IN (${KINDS}))`,
    );
    await db.query(`DROP TABLE questions`);
    await db.query(`DROP FUNCTION guard_question`);
  }
}
