import { newId } from '../../src/kernel/id';
import { asOwner } from '../../src/platform/database/migrate';
import { createDatabase } from '../support/servers';

it('carries extensions over', async () => {
  const db = await createDatabase();
  await asOwner(db.url, async (owner) => {
    await owner.undoLastMigration({ transaction: 'each' });
    await owner.query(`SET session_replication_role = replica`);
    const [t, r, p] = [newId(), newId(), newId()];
    const doc = (at: string) => JSON.stringify({ timetable: { callClosesAt: at, callOpensAt: 'x' }, code: 'c' });
    const rev = (n: number, at: string, made: string) =>
      owner.query(
        `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, reason, made_by, made_at)
         VALUES ($1,$2,$3,$4,repeat('0',64),'[]',$5,$6,$7)`,
        [r, n, t, doc(at), n === 1 ? null : 'why', p, made],
      );
    await rev(1, '2020-04-11T00:00:00+08:00', '2020-02-01T00:00:00+08:00');
    await rev(2, '2020-04-13T00:00:00.000+08:00', '2020-03-20T00:00:00+08:00');
    const ext = (state: string, revision: number | null, from: string, to: string, at: string) =>
      owner.query(
        `INSERT INTO extensions (id, tenant_id, round_id, unit_path, from_instant, to_instant, reason, state, proposed_by, proposed_at,
          decided_by, decided_at, refusal_reason, revision, version) VALUES ($1,$2,$3,'a',$4,$5,'why',$6,$7,$8,$9,$10,$11,$12,2)`,
        [newId(), t, r, from, to, state, p, at, state === 'proposed' ? null : newId(), state === 'proposed' ? null : at,
          state === 'refused' ? 'no' : null, revision],
      );
    await ext('refused', null, '2020-04-11T00:00:00+08:00', '2020-04-12T00:00:00+08:00', '2020-03-10T00:00:00+08:00');
    await ext('approved', 2, '2020-04-11T00:00:00+08:00', '2020-04-13T00:00:00+08:00', '2020-03-19T00:00:00+08:00');
    await ext('proposed', null, '2020-04-13T00:00:00+08:00', '2020-04-20T12:30:00+08:00', '2020-03-21T00:00:00+08:00');
    await owner.query(`SET session_replication_role = DEFAULT`);
    await owner.runMigrations({ transaction: 'each' });
    console.log(JSON.stringify(await owner.query(`SELECT state, document, difference, requires_resubmission FROM corrections ORDER BY proposed_at`), null, 1));
    console.log(await owner.query(`SELECT conname FROM pg_constraint WHERE conrelid='corrections'::regclass ORDER BY 1`));
  });
  await db.drop();
});
