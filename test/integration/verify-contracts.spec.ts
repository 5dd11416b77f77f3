import { newId } from '../../src/kernel/id';
import { contractInvariants } from '../../src/verify/contract.invariants';
import { PlantedRecord, type Planted } from '../support/planted-record';

/** Versions of a contract that do not follow, planted by the database's owner as the service never would. */
describe('verify', () => {
  const record = new PlantedRecord();
  const { tenant, plant } = record;
  beforeEach(() => record.open());
  afterEach(() => record.close());

  /** What is told once something more was planted. */
  const told = async (...statements: Planted[]) => {
    await plant(...statements);
    const [C1] = contractInvariants;
    const violations = await C1!.violations({ owner: record.owner, running: null, tables: [] });
    return violations!.join(' ');
  };

  it('C1 sees an amendment that one person decided, that nobody signed, or whose tranches are not by the rules', async () => {
    const [round, contract, amendment, person] = [newId(), newId(), newId(), newId()];
    const [first, second] = ['1'.repeat(64), '2'.repeat(64)];
    const shares = ['0.5', '0.4', '0.1'].map((share, n) => ({ code: `t${n}`, share }));
    const tranches = (...amounts: string[]) =>
      amounts.map((amount, n) => ({ code: `t${n}`, amount }));
    const later = tranches('25000.00', '24000.00', '6000.00').map((tranche, n) =>
      n === 0 ? { ...tranche, isFixed: true } : tranche,
    );
    await plant(
      [
        `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots,
           created_by, created_at, version) VALUES ($1, $2, $1, $1, 'a', 'planted', 'draft', 1, '[]', $1, app_now(), 1)`,
        [round, tenant],
      ],
      [
        `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
         VALUES ($1, 1, $2, $3, $4, '[]', $1, app_now())`,
        [round, tenant, JSON.stringify({ tranches: shares }), '0'.repeat(64)],
      ],
      [
        `INSERT INTO contracts (id, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document,
           digest, state, drawn_at, signed_at, version)
         VALUES ($1, $2, $1, $3, $1, 'a', 5000000, $4, $5, 'inForce', app_now(), app_now(), 1)`,
        [
          ...[contract, tenant, round],
          JSON.stringify({ tranches: tranches('25000.00', '20000.00', '5000.00') }),
          first,
        ],
      ],
      [
        `INSERT INTO amendments (id, tenant_id, contract_id, award_id, round_id, party_id, unit_path, number, side,
           reason, amount_fen, document, digest, state, proposed_by, proposed_at, decided_by, decided_at, reserved,
           draws, in_force_at, version)
         VALUES ($1, $2, $3, $3, $4, $3, 'a', 2, 'grantee', 'planted', 5500000, $5, $6, 'inForce', $7, app_now(), $8,
           app_now(), '[]', '[]', app_now(), 4)`,
        [
          ...[amendment, tenant, contract, round],
          JSON.stringify({ tranches: later, amendment: { follows: first } }),
          ...[second, person, newId()],
        ],
      ],
      ...['funder', 'grantee'].map((side): Planted => [
        `INSERT INTO amendment_signatures (amendment_id, tenant_id, side, person_id, document_digest, signed_at)
         VALUES ($1, $2, $3, $4, $5, app_now())`,
        [amendment, tenant, side, newId(), second],
      ]),
    );
    expect(await told()).toBe('');
    const change = (values: string): [string] => [`UPDATE amendments SET ${values}`];
    expect(
      await told(change(`document = jsonb_set(document, '{tranches,1,amount}', '"24000.01"')`)),
    ).toContain('tranche t1 is 24000.01');
    expect(
      await told(change(`document = jsonb_set(document, '{amendment,follows}', '"another"')`)),
    ).toContain('does not follow');
    expect(
      await told(
        [`ALTER TABLE amendments DROP CONSTRAINT amended_by_two_persons`],
        change('decided_by = proposed_by'),
      ),
    ).toContain('by one person');
    expect(await told([`DELETE FROM amendment_signatures WHERE side = 'funder'`])).toContain(
      'not signed by two persons',
    );
  });
});
