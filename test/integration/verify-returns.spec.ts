import { newId } from '../../src/kernel/id';
import { moneyInvariants } from '../../src/verify/money.invariants';
import { PlantedRecord } from '../support/planted-record';

/** Money that came back as nobody decided, stayed where nothing needs it or left its year, planted by the database's owner as the service never would. */
describe('verify', () => {
  const record = new PlantedRecord();
  const { tenant, plant, account } = record;
  beforeEach(() => record.open());
  afterEach(() => record.close());

  /** What an invariant of money finds, as one text; nothing where it holds. */
  const told = async (id: string): Promise<string> => {
    const invariant = moneyInvariants.find((one) => one.id === id)!;
    return (
      (await invariant.violations({ owner: record.owner, running: null, tables: [] })) ?? []
    ).join(' ');
  };

  it('finds nothing wrong with an empty record', async () => {
    for (const { id } of moneyInvariants) expect(await told(id)).toBe('');
  });

  it('M4 sees a return confirmed by who entered it', async () => {
    const person = newId();
    const digest = '0'.repeat(64);
    await plant(
      [`ALTER TABLE payments DROP CONSTRAINT payments_returned_by_two`],
      [
        `INSERT INTO payments (id, tenant_id, tranche_id, project_id, round_id, party_id, unit_id, unit_path,
           amount_fen, parts, payee, payee_digest, order_text, state, maker_id, entered_at, return_number, returned_on,
           return_maker_id, return_checker_id, version)
         VALUES ($1, $2, $3, $3, $3, $3, $3, 'a', 100, '[]', '{}', $4, '{}', 'rejected', $5, app_now(), 'TP-1', app_now(),
           $5, $5, 1)`,
        [newId(), tenant, newId(), digest, person],
      ],
    );
    expect(await told('M4')).toMatch(/return confirmed by who entered it/);
  });

  it('M1 sees more returned than was asked back, M10 a return that no recovery asked for', async () => {
    const [from, to, fund] = [newId(), newId(), newId()];
    await plant(
      [`ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_balance`],
      account(from, 'receivable', fund, -100),
      account(to, 'returned', fund, 100),
      [
        `INSERT INTO ledger_transfers (id, tenant_id, act, debit_account_id, credit_account_id, amount_fen,
           cause_kind, cause_id, at) VALUES ($1, $2, 'giveBack', $3, $4, 100, 'repayment', $5, app_now())`,
        [newId(), tenant, from, to, newId()],
      ],
    );
    expect(await told('M1')).toMatch(/\(giveBack\) leaves receivable/);
    expect(await told('M10')).toMatch(/100 returned, its recoveries say 0 and 0/);
  });

  it('M10 sees a recovery decided by one person, and more back than its repayments say', async () => {
    const [id, person] = [newId(), newId()];
    await plant(
      [`ALTER TABLE recoveries DROP CONSTRAINT recoveries_by_two`],
      [
        `INSERT INTO recoveries (id, tenant_id, project_id, round_id, party_id, unit_id, unit_path, ground, amount_fen, reason,
           pay_within_days, state, proposed_by, proposed_at, decided_by, decided_at, parts, pay_by, returned_fen, version)
         VALUES ($1, $2, $1, $1, $1, $1, 'a', 'stopped', 100, 'planted', 30, 'recovered', $3, app_now(), $3, app_now(),
           '[]', app_now(), 100, 1)`,
        [id, tenant, person],
      ],
    );
    expect(await told('M10')).toMatch(/its recoveries say 0 and 100/);
    expect(await told('M10')).toMatch(/has 100 fen back, its repayments say 0/);
    expect(await told('M10')).toMatch(/approved by who proposed it/);
  });

  it('M11 sees money left in a closed year, and money that jumped into another one', async () => {
    const [fund, from, to] = [newId(), newId(), newId()];
    await plant(
      [
        `INSERT INTO year_closings (id, tenant_id, fund_id, unit_id, unit_path, year, state, proposed_by, proposed_at,
           decided_by, decided_at, lapsed_fen, carried, version)
         VALUES ($1, $2, $3, $1, 'a', 2020, 'approved', $1, app_now(), $3, app_now(), 0, '[]', 1)`,
        [newId(), tenant, fund],
      ],
      account(from, 'available', fund, 5),
      account(to, 'reserved', fund, 5),
      [`UPDATE ledger_accounts SET year = 2021 WHERE id = $1`, [to]],
    );
    expect(await told('M11')).toMatch(/still has 5 fen of the closed year 2020/);
    await plant([
      `INSERT INTO ledger_transfers (id, tenant_id, act, debit_account_id, credit_account_id, amount_fen,
         cause_kind, cause_id, at) VALUES ($1, $2, 'reserve', $3, $4, 5, 'award', $5, app_now())`,
      [newId(), tenant, from, to, newId()],
    ]);
    expect(await told('M11')).toMatch(/\(reserve\) goes from 2020 to 2021/);
  });

  it('M8 sees money left in a round that gave back what it had', async () => {
    const [round, available] = [newId(), newId()];
    await plant(
      [
        `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots,
           created_by, created_at, approved_by, approved_at, announced_at, ended_at, money_returned_at, version)
         VALUES ($1, $2, $1, $1, 'a', 'planted', 'ended', 1, '[]', $1, app_now(), $3, app_now(), app_now(),
           app_now(), app_now(), 1)`,
        [round, tenant, newId()],
      ],
      account(available, 'available', newId(), 5),
    );
    expect(await told('M8')).toBe('');
    await plant([`UPDATE ledger_accounts SET round_id = $1 WHERE id = $2`, [round, available]]);
    expect(await told('M8')).toMatch(/still has 5 fen available/);
  });
});
