import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Amendments of contracts and the signatures under them. The contract as it was first signed stays; an amendment in force is its
 * next version. Whatever the code believes: two persons decide on one, both sides sign it, and what it says never changes.
 */
export class CreateContractAmendments1790000000125 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE amendments (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        contract_id uuid NOT NULL REFERENCES contracts,
        award_id uuid NOT NULL REFERENCES awards,
        round_id uuid NOT NULL REFERENCES rounds,
        party_id uuid NOT NULL REFERENCES parties,
        unit_path ltree NOT NULL,
        number int NOT NULL CHECK (number BETWEEN 2 AND 1000),
        side text NOT NULL CHECK (side IN ('funder', 'grantee')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 1000),
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        document jsonb NOT NULL,
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'inForce', 'refused', 'withdrawn', 'lapsed')),
        proposed_by uuid NOT NULL REFERENCES persons,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        refusal_reason text CHECK (length(refusal_reason) BETWEEN 2 AND 1000),
        reserved jsonb NOT NULL,
        draws jsonb,
        in_force_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        UNIQUE (id, digest),
        CONSTRAINT amended_by_two_persons CHECK (decided_by <> proposed_by),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK (state NOT IN ('approved', 'inForce', 'refused') OR decided_by IS NOT NULL),
        CHECK ((state = 'refused') = (refusal_reason IS NOT NULL)),
        CHECK ((state = 'inForce') = (in_force_at IS NOT NULL)),
        CHECK ((state = 'inForce') = (draws IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX amendments_one_open ON amendments (contract_id) WHERE state IN ('proposed', 'approved')`,
    );
    await db.query(
      `CREATE UNIQUE INDEX amendments_version_once ON amendments (contract_id, number) WHERE state = 'inForce'`,
    );
    await db.query(`CREATE INDEX amendments_of_contract ON amendments (contract_id, id)`);
    await db.query(`
      CREATE FUNCTION guard_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state NOT IN ('proposed', 'approved') OR
          (NEW.contract_id, NEW.number, NEW.side, NEW.reason, NEW.amount_fen, NEW.document, NEW.digest, NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM
          (OLD.contract_id, OLD.number, OLD.side, OLD.reason, OLD.amount_fen, OLD.document, OLD.digest, OLD.proposed_by, OLD.proposed_at) THEN
          RAISE EXCEPTION 'what an amendment says does not change, and it is decided once' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = 'inForce' THEN
          IF OLD.state <> 'approved' OR
            (SELECT count(*) FROM amendment_signatures s WHERE s.amendment_id = NEW.id) <> 2 THEN
            RAISE EXCEPTION 'an amendment is in force once it is approved and both sides have signed' USING ERRCODE = 'restrict_violation';
          END IF;
          IF NOT EXISTS (SELECT FROM contracts c WHERE c.id = NEW.contract_id AND c.state = 'inForce')
            OR NEW.number <> 2 + (SELECT count(*) FROM amendments a WHERE a.contract_id = NEW.contract_id AND a.state = 'inForce') THEN
            RAISE EXCEPTION 'an amendment is the next version of a contract in force' USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER amendments_are_guarded BEFORE UPDATE ON amendments
      FOR EACH ROW EXECUTE FUNCTION guard_amendment()`);
    await db.query(`CALL protect_table('amendments', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE amendment_signatures (
        amendment_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('funder', 'grantee')),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL REFERENCES persons,
        document_digest text NOT NULL,
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (amendment_id, side),
        CONSTRAINT amendment_signed_by_two_persons UNIQUE (amendment_id, person_id),
        CONSTRAINT amendment_signed_the_same_document FOREIGN KEY (amendment_id, document_digest) REFERENCES amendments (id, digest)
      )`);
    await db.query(`
      CREATE FUNCTION guard_amendment_signature() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM amendments a WHERE a.id = NEW.amendment_id AND a.state = 'approved') THEN
          RAISE EXCEPTION 'only an approved amendment is signed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER amendments_are_signed_once_approved BEFORE INSERT ON amendment_signatures
      FOR EACH ROW EXECUTE FUNCTION guard_amendment_signature()`);
    await db.query(`
      CREATE TRIGGER amendment_signatures_are_for_ever BEFORE UPDATE OR DELETE ON amendment_signatures
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('amendment_signatures', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE amendment_signatures`);
    await db.query(`DROP FUNCTION guard_amendment_signature`);
    await db.query(`DROP TABLE amendments`);
    await db.query(`DROP FUNCTION guard_amendment`);
  }
}
