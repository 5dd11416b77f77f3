import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Awards with the proposals they come from, and the objections against them. */
export class CreateAwards1790000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE award_proposals (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        lot_id uuid NOT NULL UNIQUE REFERENCES lots,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'underReview')),
        document_no int NOT NULL CHECK (document_no > 0),
        proposed_at timestamptz NOT NULL,
        approved_at timestamptz,
        approved_by uuid REFERENCES persons,
        version int NOT NULL CHECK (version > 0),
        CHECK ((state = 'approved') = (approved_at IS NOT NULL AND approved_by IS NOT NULL))
      )`);
    await db.query(`CALL protect_table('award_proposals', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE award_proposal_documents (
        proposal_id uuid NOT NULL REFERENCES award_proposals DEFERRABLE INITIALLY DEFERRED,
        no int NOT NULL CHECK (no > 0),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        document jsonb NOT NULL,
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        drawn_up_at timestamptz NOT NULL,
        PRIMARY KEY (proposal_id, no)
      )`);
    await db.query(`
      CREATE TRIGGER award_proposal_documents_are_for_ever BEFORE UPDATE OR DELETE ON award_proposal_documents
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('award_proposal_documents', 'SELECT, INSERT')`);
    await db.query(`
      ALTER TABLE award_proposals ADD FOREIGN KEY (id, document_no)
        REFERENCES award_proposal_documents (proposal_id, no) DEFERRABLE INITIALLY DEFERRED`);

    await db.query(`
      CREATE FUNCTION fen_drawn(draws jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(sum((draw->>'amountFen')::numeric), 0) FROM jsonb_array_elements(draws) AS draw $$`);
    await db.query(`
      CREATE TABLE awards (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        round_id uuid NOT NULL REFERENCES rounds,
        lot_id uuid REFERENCES lots,
        bid_id uuid UNIQUE REFERENCES bids,
        party_id uuid NOT NULL REFERENCES parties,
        unit_path ltree NOT NULL,
        basis text NOT NULL CHECK (basis IN ('competition', 'directed-commission')),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
        rank int CHECK (rank > 0),
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        draws jsonb NOT NULL,
        explanation jsonb,
        state text NOT NULL CHECK (state IN ('proposed', 'reserve', 'approved', 'noticed', 'confirmed', 'contracted', 'declined', 'revoked', 'notConfirmed')),
        has_own_notice boolean NOT NULL,
        published_at timestamptz,
        confirmed_at timestamptz,
        proposed_by uuid REFERENCES persons,
        approved_by uuid REFERENCES persons,
        plan jsonb,
        commission_reason text CHECK (length(commission_reason) BETWEEN 10 AND 1000),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        version int NOT NULL CHECK (version > 0),
        CONSTRAINT approved_by_another_person CHECK (approved_by <> proposed_by),
        CHECK ((basis = 'competition') = (lot_id IS NOT NULL AND bid_id IS NOT NULL AND rank IS NOT NULL)),
        CHECK ((basis = 'directed-commission')
          = (proposed_by IS NOT NULL AND plan IS NOT NULL AND commission_reason IS NOT NULL)),
        CHECK (basis = 'competition' OR has_own_notice),
        CONSTRAINT drawn_in_full CHECK (state IN ('reserve', 'notConfirmed') OR fen_drawn(draws) = amount_fen),
        CHECK (state NOT IN ('approved', 'noticed', 'confirmed', 'contracted') OR approved_by IS NOT NULL),
        CHECK (state NOT IN ('noticed', 'confirmed', 'contracted') OR published_at IS NOT NULL),
        CHECK (state NOT IN ('confirmed', 'contracted') OR confirmed_at IS NOT NULL),
        CHECK (state NOT IN ('declined', 'revoked') OR reason IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX awards_of_lot ON awards (lot_id, rank)`);
    await db.query(`CREATE INDEX awards_of_round ON awards (round_id, id)`);
    await db.query(`CREATE INDEX awards_of_party ON awards (party_id, id)`);
    await db.query(`CALL protect_table('awards', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE challenges (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        award_id uuid NOT NULL REFERENCES awards,
        round_id uuid NOT NULL REFERENCES rounds,
        party_id uuid NOT NULL REFERENCES parties,
        unit_path ltree NOT NULL,
        kind text NOT NULL CHECK (kind IN ('objection')),
        objector_id uuid NOT NULL REFERENCES persons,
        grounds text NOT NULL CHECK (length(grounds) BETWEEN 10 AND 2000),
        state text NOT NULL CHECK (state IN ('submitted', 'admitted', 'rejected', 'upheld', 'dismissed', 'moot')),
        submitted_at timestamptz NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        answered_by uuid REFERENCES persons,
        answered_at timestamptz,
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        effect text CHECK (effect IN ('revoke', 're-propose', 're-review')),
        version int NOT NULL CHECK (version > 0),
        CONSTRAINT decided_by_another_person CHECK (decided_by <> objector_id AND answered_by <> objector_id),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL)),
        CHECK ((state IN ('upheld', 'dismissed')) = (answered_by IS NOT NULL)),
        CHECK (state IN ('submitted', 'moot') OR decided_by IS NOT NULL),
        CHECK (state IN ('submitted', 'admitted') OR reason IS NOT NULL),
        CHECK ((state = 'upheld') = (effect IS NOT NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX challenges_one_open ON challenges (award_id, objector_id)
      WHERE state IN ('submitted', 'admitted')`);
    await db.query(`CREATE INDEX challenges_of_award ON challenges (award_id)`);
    await db.query(`CREATE INDEX challenges_of_round ON challenges (round_id, id)`);
    await db.query(`CALL protect_table('challenges', 'SELECT, INSERT, UPDATE')`);

    // Whatever the code believes: nothing is confirmed while its notice stands, under a hold, or before objections are answered.
    await db.query(`
      CREATE FUNCTION guard_award_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT c.state FROM clocks c
            WHERE (c.rule, c.subject_id) = (CASE WHEN NEW.has_own_notice THEN 'award.noticeEnds' ELSE 'lot.noticeEnds' END,
                                            CASE WHEN NEW.has_own_notice THEN NEW.id ELSE NEW.lot_id END)
            ORDER BY c.id DESC LIMIT 1) IS DISTINCT FROM 'passed' THEN
          RAISE EXCEPTION 'no award is confirmed before its notice ends' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM holds h WHERE h.subject_id IN (NEW.id, NEW.lot_id) AND h.state = 'standing') THEN
          RAISE EXCEPTION 'no award is confirmed under a hold' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM challenges c WHERE c.award_id = NEW.id AND c.state IN ('submitted', 'admitted')) THEN
          RAISE EXCEPTION 'no award is confirmed before its objections are answered' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER awards_are_confirmed_after_their_notice BEFORE UPDATE ON awards
      FOR EACH ROW WHEN (NEW.state = 'confirmed' AND OLD.state <> 'confirmed')
      EXECUTE FUNCTION guard_award_confirmation()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE challenges`);
    await db.query(`DROP TABLE awards`);
    await db.query(`DROP FUNCTION guard_award_confirmation`);
    await db.query(`DROP FUNCTION fen_drawn`);
    await db.query(
      `ALTER TABLE award_proposals DROP CONSTRAINT award_proposals_id_document_no_fkey`,
    );
    await db.query(`DROP TABLE award_proposal_documents`);
    await db.query(`DROP TABLE award_proposals`);
  }
}
