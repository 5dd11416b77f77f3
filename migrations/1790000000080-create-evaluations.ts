import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluations of projects, and the answers of residents to their surveys. */
export class CreateEvaluations1790000000080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evaluations (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        party_id uuid NOT NULL REFERENCES parties,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        kind text NOT NULL CHECK (kind IN ('midterm', 'final')),
        rules jsonb NOT NULL,
        opens_on date NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('awaiting', 'excused', 'selfReported', 'missing', 'scored', 'graded', 'dropped')),
        evaluator_id uuid REFERENCES persons,
        self_report text CHECK (length(self_report) BETWEEN 2 AND 8000),
        self_reported_at timestamptz,
        self_reported_by uuid REFERENCES persons,
        excuse text CHECK (length(excuse) BETWEEN 2 AND 1000),
        excused_by uuid REFERENCES persons,
        scores jsonb,
        comment text CHECK (length(comment) BETWEEN 2 AND 4000),
        scored_at timestamptz,
        score text CHECK (score ~ '^(0|[1-9][0-9]{0,2})([.][0-9]{1,18})?$'),
        grade text CHECK (length(grade) BETWEEN 1 AND 60),
        passed boolean,
        explanation jsonb,
        graded_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        UNIQUE (project_id, code),
        CHECK (due_on >= opens_on),
        CHECK (num_nulls(self_report, self_reported_at, self_reported_by) IN (0, 3)),
        CHECK (num_nulls(excuse, excused_by) IN (0, 2) AND (state <> 'excused' OR excuse IS NOT NULL)),
        CHECK (num_nulls(scores, comment, scored_at, score) IN (0, 4)),
        CHECK (num_nulls(grade, passed, explanation) IN (0, 3)),
        CONSTRAINT scored_by_an_evaluator CHECK (scores IS NULL OR (evaluator_id IS NOT NULL AND self_report IS NOT NULL)),
        CONSTRAINT evaluated_by_another_person CHECK (evaluator_id <> self_reported_by AND evaluator_id <> excused_by),
        CHECK (state NOT IN ('awaiting', 'excused', 'missing') OR self_report IS NULL),
        CHECK (state NOT IN ('awaiting', 'excused', 'missing', 'selfReported') OR grade IS NULL),
        CHECK (state NOT IN ('scored', 'graded') OR grade IS NOT NULL),
        CHECK (state <> 'scored' OR scores IS NOT NULL),
        CHECK ((state = 'graded') = (graded_at IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX evaluations_round ON evaluations (round_id)`);
    await db.query(`CREATE INDEX evaluations_party ON evaluations (party_id)`);
    await db.query(`CREATE INDEX evaluations_path ON evaluations USING gist (unit_path)`);
    await db.query(
      `CREATE INDEX evaluations_evaluator ON evaluations (evaluator_id) WHERE evaluator_id IS NOT NULL`,
    );
    await db.query(`CALL protect_table('evaluations', 'SELECT, INSERT, UPDATE')`);
    await db.query(`
      CREATE FUNCTION guard_evaluation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.due_on < OLD.due_on THEN
          RAISE EXCEPTION 'a last day once told never moves earlier' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.grade IS NOT NULL AND (NEW.grade, NEW.score, NEW.scores) IS DISTINCT FROM (OLD.grade, OLD.score, OLD.scores) THEN
          RAISE EXCEPTION 'a grade once given stays' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER evaluations_are_guarded BEFORE UPDATE ON evaluations
      FOR EACH ROW EXECUTE FUNCTION guard_evaluation()`);

    await db.query(`
      CREATE TABLE survey_answers (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        evaluation_id uuid NOT NULL REFERENCES evaluations,
        person_id uuid NOT NULL REFERENCES persons,
        satisfaction int NOT NULL CHECK (satisfaction BETWEEN 1 AND 5),
        comment text CHECK (length(comment) BETWEEN 2 AND 1000),
        answered_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version > 0),
        UNIQUE (evaluation_id, person_id)
      )`);
    await db.query(`CALL protect_table('survey_answers', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE survey_answers`);
    await db.query(`DROP TABLE evaluations`);
    await db.query(`DROP FUNCTION guard_evaluation`);
  }
}
