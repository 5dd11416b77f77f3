import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects and evaluations from before stand in the records of their parties like later ones. */
export class NoteEarlierProjects1790000000181 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO credit_notes (id, tenant_id, party_id, kind, code, project_id, year, from_day, noted_at, version)
      SELECT uuidv7(), p.tenant_id, p.party_id, 'project', 'project', p.id, g.year, p.started_on, app_now(), 1
      FROM projects p JOIN rounds r ON r.id = p.round_id JOIN programmes g ON g.id = r.programme_id`);
    await db.query(`
      INSERT INTO credit_notes (id, tenant_id, party_id, kind, code, project_id, from_day, until_day, about_id, noted_at, version)
      SELECT uuidv7(), n.tenant_id, n.party_id, 'ending', n.code, n.project_id, n.from_day, (e.at AT TIME ZONE 'Asia/Shanghai')::date,
        n.id, app_now(), 1
      FROM credit_notes n JOIN audit_events e
        ON e.aggregate_kind = 'project' AND e.aggregate_id = n.project_id AND e.move = 'close'
      WHERE n.kind = 'project'`);
    await db.query(`
      INSERT INTO credit_notes (id, tenant_id, party_id, kind, code, project_id, year, evaluation, passed, from_day, noted_at, version)
      SELECT uuidv7(), e.tenant_id, e.party_id, 'evaluation', e.grade, e.project_id, g.year, e.kind, e.passed,
        (e.graded_at AT TIME ZONE 'Asia/Shanghai')::date, app_now(), 1
      FROM evaluations e JOIN rounds r ON r.id = e.round_id JOIN programmes g ON g.id = r.programme_id
      WHERE e.graded_at IS NOT NULL`);
  }

  /** What was noted goes with its kinds of notes, which the migration before takes back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
