import { newId } from '../../src/kernel/id';
import { awardInvariants } from '../../src/verify/award.invariants';
import { PlantedRecord, type Planted } from '../support/planted-record';

/** Awards beyond what the rule set gives, planted by the database's owner as the service never would. */
describe('verify', () => {
  const record = new PlantedRecord();
  const { tenant, plant } = record;
  beforeEach(() => record.open());
  afterEach(() => record.close());

  const violations = async () => {
    const [M9] = awardInvariants;
    return M9!.violations({ owner: record.owner, running: null, tables: [] });
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
      const funded = (category: string): Planted => [
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
