import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts and the signatures under them. */
export class CreateContracts1790000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contracts (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        award_id uuid NOT NULL REFERENCES awards,
        round_id uuid NOT NULL REFERENCES rounds,
        party_id uuid NOT NULL REFERENCES parties,
        unit_path ltree NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        document jsonb NOT NULL,
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        state text NOT NULL CHECK (state IN ('drawn', 'inForce', 'ended', 'terminated', 'refused')),
        drawn_at timestamptz NOT NULL,
        signed_at timestamptz,
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        version int NOT NULL CHECK (version > 0),
        UNIQUE (id, digest),
        CHECK ((state IN ('drawn', 'refused')) = (signed_at IS NULL)),
        CHECK ((state IN ('refused', 'terminated')) = (reason IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX contracts_one_per_award ON contracts (award_id) WHERE state IN ('drawn', 'inForce')`,
    );
    await db.query(`CREATE INDEX contracts_of_round ON contracts (round_id, id)`);
    await db.query(`CREATE INDEX contracts_of_party ON contracts (party_id, id)`);
    await db.query(`
      CREATE FUNCTION guard_contract() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.award_id, NEW.party_id, NEW.amount_fen, NEW.document, NEW.digest)
           IS DISTINCT FROM (OLD.award_id, OLD.party_id, OLD.amount_fen, OLD.document, OLD.digest) THEN
          RAISE EXCEPTION 'what a contract says does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = 'inForce' AND OLD.state = 'drawn'
           AND (SELECT count(*) FROM contract_signatures s WHERE s.contract_id = NEW.id) <> 2 THEN
          RAISE EXCEPTION 'a contract is in force with the signatures of both sides' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER contracts_are_guarded BEFORE UPDATE ON contracts
      FOR EACH ROW EXECUTE FUNCTION guard_contract()`);
    await db.query(`CALL protect_table('contracts', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE contract_signatures (
        contract_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('funder', 'grantee')),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL REFERENCES persons,
        document_digest text NOT NULL,
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (contract_id, side),
        CONSTRAINT signed_by_two_persons UNIQUE (contract_id, person_id),
        CONSTRAINT signed_the_same_document FOREIGN KEY (contract_id, document_digest) REFERENCES contracts (id, digest)
      )`);
    // Whatever the code believes: nothing is signed before the notice ends or under a hold.
    await db.query(`
      CREATE FUNCTION guard_contract_signature() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE award awards;
      BEGIN
        SELECT a.* INTO award FROM contracts c JOIN awards a ON a.id = c.award_id
        WHERE c.id = NEW.contract_id AND c.state = 'drawn' FOR SHARE OF a;
        IF award.state IS DISTINCT FROM 'confirmed' THEN
          RAISE EXCEPTION 'only the contract of a confirmed award is signed' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM clocks k WHERE k.subject_id = award.id AND k.rule = 'award.noticeEnds' AND k.state = 'running') THEN
          RAISE EXCEPTION 'nothing is signed before the notice ends' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM holds h WHERE h.subject_id IN (award.id, award.lot_id) AND h.state = 'standing') THEN
          RAISE EXCEPTION 'nothing is signed under a hold' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER contracts_are_signed_after_the_notice BEFORE INSERT ON contract_signatures
      FOR EACH ROW EXECUTE FUNCTION guard_contract_signature()`);
    await db.query(`
      CREATE TRIGGER contract_signatures_are_for_ever BEFORE UPDATE OR DELETE ON contract_signatures
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('contract_signatures', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE contract_signatures`);
    await db.query(`DROP FUNCTION guard_contract_signature`);
    await db.query(`DROP TABLE contracts`);
    await db.query(`DROP FUNCTION guard_contract`);
  }
}
