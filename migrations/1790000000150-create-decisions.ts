import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions of a round's rules that a named role answers, and every answer that was given. */
export class CreateDecisions1790000000150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE decisions (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        round_id uuid NOT NULL REFERENCES rounds,
        lot_id uuid REFERENCES lots,
        unit_path ltree NOT NULL,
        subject_kind text NOT NULL CHECK (subject_kind IN ('round', 'lot', 'bid', 'award', 'project')),
        subject_id uuid NOT NULL,
        party_id uuid REFERENCES parties,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        step text NOT NULL CHECK (length(step) BETWEEN 1 AND 40),
        duty text NOT NULL CHECK (length(duty) BETWEEN 1 AND 40),
        question jsonb NOT NULL,
        revision int NOT NULL CHECK (revision > 0),
        state text NOT NULL CHECK (state IN ('open', 'answered', 'used', 'withdrawn')),
        asked_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version > 0),
        CHECK ((subject_kind IN ('bid', 'award', 'project')) = (party_id IS NOT NULL)),
        UNIQUE (tenant_id, subject_id, code)
      )`);
    await db.query(`CREATE INDEX decisions_of_round ON decisions (round_id, id)`);
    await db.query(`
      CREATE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state IN ('used', 'withdrawn') OR
          (NEW.round_id, NEW.subject_kind, NEW.subject_id, NEW.code, NEW.step, NEW.duty, NEW.question, NEW.revision, NEW.asked_at)
          IS DISTINCT FROM (OLD.round_id, OLD.subject_kind, OLD.subject_id, OLD.code, OLD.step, OLD.duty, OLD.question, OLD.revision, OLD.asked_at) THEN
          RAISE EXCEPTION 'what was asked stays, and what was used stands' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state IN ('answered', 'used') AND NOT EXISTS (SELECT FROM decision_answers WHERE decision_id = NEW.id) THEN
          RAISE EXCEPTION 'a decision without an answer' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER decisions_are_guarded BEFORE UPDATE ON decisions
      FOR EACH ROW EXECUTE FUNCTION guard_decision()`);
    await db.query(`CALL protect_table('decisions', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE decision_answers (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        decision_id uuid NOT NULL REFERENCES decisions,
        no int NOT NULL CHECK (no > 0),
        option text CHECK (length(option) BETWEEN 1 AND 40),
        amount_fen bigint CHECK (amount_fen >= 0),
        count int CHECK (count >= 0),
        points text CHECK (points ~ '^(0|[1-9][0-9]{0,4})([.][0-9]{1,2})?$'),
        reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 2000),
        answered_by uuid NOT NULL REFERENCES persons,
        answered_at timestamptz NOT NULL,
        CHECK (num_nonnulls(option, amount_fen, count, points) = 1),
        UNIQUE (decision_id, no)
      )`);
    await db.query(`
      CREATE FUNCTION guard_decision_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT state FROM decisions WHERE id = NEW.decision_id) IN ('used', 'withdrawn') THEN
          RAISE EXCEPTION 'what was used stands' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER decision_answers_are_guarded BEFORE INSERT ON decision_answers
      FOR EACH ROW EXECUTE FUNCTION guard_decision_answer()`);
    await db.query(`CALL protect_table('decision_answers', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE decision_answers`);
    await db.query(`DROP TABLE decisions`);
    await db.query(`DROP FUNCTION guard_decision`);
    await db.query(`DROP FUNCTION guard_decision_answer`);
  }
}
