import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = [
  ...['submitted', 'withdrawn', 'lapsed', 'unopenable', 'opened', 'qualified', 'disqualified'],
  ...['funded', 'reserve', 'notFunded'],
];

/** A bid that a first selection leaves out. */
export class LetBidsBeShortlisted1790000000170 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allow(db, [...STATES, 'notShortlisted']);
  }

  async down(db: QueryRunner): Promise<void> {
    await allow(db, STATES);
  }
}

async function allow(db: QueryRunner, states: readonly string[]): Promise<void> {
  const ALLOWED = states.map((state) => `'${state}'`).join(', ');
  await db.query(`ALTER TABLE bids DROP CONSTRAINT bids_state_check`);
  await db.query(`ALTER TABLE bids ADD CONSTRAINT bids_state_check CHECK (state IN (${ALLOWED}))`);
}
