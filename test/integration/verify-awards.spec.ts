import type { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { ownerDataSource } from '../../src/platform/database/migrate';
import { awardInvariants } from '../../src/verify/award.invariants';
import { createDatabase, type TestDatabase } from '../support/servers';

const tenant = newId();

/** Awards beyond what the rule set gives, planted by the database's owner as the service never would. */
describe('verify', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeEach(async () => {
    database = await createDatabase();
    owner = await ownerDataSource(database.url).initialize();
  });
  afterEach(async () => {
    await owner.destroy();
    await database.drop();
  });

  /** As a superuser would: past triggers and foreign keys. */
  const plant = (...statements: [string, unknown[]][]) =>
    owner.transaction(async (manager) => {
      await manager.query(`SET LOCAL session_replication_role = replica`);
      for (const [statement, parameters] of statements) await manager.query(statement, parameters);
    });
  const violations = async () => {
    const [M9] = awardInvariants;
    return M9!.violations({ owner, running: null, tables: [] });
  };

  it.each([
    ['stays', [{ code: 'elderly', quota: 1 }], 'whose quota is 1'],
    ['stays', [{ code: 'elderly', budget: '0.09' }], 'whose budget is 9 fen'],
    ['next-best', [{ code: 'elderly', quota: 1 }], 'more than there are places'],
  ])(
    'M9 sees two awards where the rules (%s, %j) have less',
    async (variant, categories, words) => {
      const [round, programme, lot] = [newId(), newId(), newId()];
      const award = { variant: 'rank-within-quotas', unfilledQuota: { variant } };
      const funded = (category: string): [string, unknown[]] => [
        `INSERT INTO awards (id, tenant_id, round_id, lot_id, bid_id, party_id, unit_path, basis, title, rank, category, amount_fen,
         draws, state, has_own_notice, version)
       VALUES ($1, $2, $3, $4, $1, $1, 'a', 'competition', 'planted', 1, $5, 5, '[{"amountFen": "5"}]', 'proposed', false, 1)`,
        [newId(), tenant, round, lot, category],
      ];
      await plant(
        [
          `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots, created_by, created_at, version)
         VALUES ($1, $2, $3, $3, 'a', 'planted', 'draft', 1, '[]', $3, app_now(), 1)`,
          [round, tenant, programme],
        ],
        [
          `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
         VALUES ($1, 1, $2, $3, repeat('0', 64), '[]', $4, app_now())`,
          [round, tenant, JSON.stringify({ award, categories }), programme],
        ],
        funded('elderly'),
        funded('youth'),
      );
      expect(await violations()).toEqual([]);
      await plant(funded('elderly'));
      expect(await violations()).toEqual([expect.stringContaining(words)]);
    },
  );
});
