import { createHash, randomBytes } from 'node:crypto';
import '../../src/app.module'; // Loads every declared table of states.
import { newId } from '../../src/kernel/id';
import { allTransitionTables } from '../../src/kernel/transition-table';
import { urlForRole } from '../../src/platform/database/migrate';
import { appDataSource } from '../../src/platform/database/app-data-source';
import { Sequencer } from '../../src/platform/relay/sequencer';
import { verify } from '../../src/verify/verify';
import { PlantedRecord, type Planted } from '../support/planted-record';

/** A checker that has never gone red proves nothing: each invariant is shown a violation planted by the database's owner. */
describe('verify', () => {
  const record = new PlantedRecord();
  const { tenant, plant, account } = record;
  beforeEach(() => record.open());
  afterEach(() => record.close());

  const violated = async (running: ReadonlySet<string> | null = new Set()) => {
    const findings = await verify({ owner: record.owner, running, tables: allTransitionTables() });
    return findings
      .filter(({ violations }) => violations !== null && violations.length > 0)
      .map(({ invariant }) => invariant.id);
  };

  const event = (
    aggregate: { kind: string; id: string; version: number },
    move: string | null,
    id = newId(),
  ): Planted[] => [
    [
      `INSERT INTO audit_events (id, tenant_id, stream, aggregate_kind, aggregate_id, version, name, move,
         actor_kind, body, salt, audience, at, trace_id)
       VALUES ($1, $2, $3, $4, $5, $6, 'planted', $7, 'system', '{}', $8, '{}', app_now(), 'planted')`,
      [id, tenant, tenant, aggregate.kind, aggregate.id, aggregate.version, move, randomBytes(32)],
    ],
    [
      `INSERT INTO outbox (event_id, tenant_id, name, targets, trace_id, delivered_at)
       VALUES ($1, $2, 'planted', '[]', 'planted', clock_timestamp())`,
      [id, tenant],
    ],
  ];

  it('finds nothing wrong with an empty record', async () => {
    expect(await violated()).toEqual([]);
  });

  it('I6 sees a deadline moved by one person, after it had passed, unpublished, or by nobody', async () => {
    const [round, person, lot] = [newId(), newId(), newId()];
    const rules = { timetable: { callClosesAt: '2020-04-11T00:00:00+08:00' } };
    await plant(
      [
        `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots,
           created_by, created_at, version) VALUES ($1, $2, $1, $1, 'a', 'planted', 'draft', 1, '[]', $1, app_now(), 1)`,
        [round, tenant],
      ],
      [
        `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
         VALUES ($1, 1, $2, $3, $4, '[]', $1, app_now())`,
        [round, tenant, JSON.stringify(rules), '0'.repeat(64)],
      ],
      [
        `INSERT INTO lots (id, tenant_id, round_id, unit_path, code, state, opens_at, closes_at, version)
         VALUES ($1, $2, $3, 'a', 'main', 'planned', '2020-03-10T00:00:00+08:00', '2020-04-11T00:00:00+08:00', 1)`,
        [lot, tenant, round],
      ],
    );
    expect(await violated()).not.toContain('I6');
    const told = async () =>
      (await verify({ owner: record.owner, running: null, tables: [] }))
        .find(({ invariant }) => invariant.id === 'I6')!
        .violations!.join(' ');
    await plant([`UPDATE lots SET closes_at = closes_at + interval '1 day' WHERE id = $1`, [lot]]);
    expect(await told()).toContain('nobody told');
    await plant(
      [`ALTER TABLE corrections DROP CONSTRAINT corrected_by_two_persons`],
      [`ALTER TABLE corrections DROP CONSTRAINT approved_before_the_deadline`],
      [
        `INSERT INTO corrections (id, tenant_id, round_id, unit_path, document, difference, requires_resubmission,
           from_instant, to_instant, reason, state,
           proposed_by, proposed_at, decided_by, decided_at, revision, version)
         VALUES ($1, $2, $3, 'a', '{}', '[{}]', false, '2020-04-11T00:00:00+08:00', '2020-04-12T00:00:00+08:00', 'planted', 'approved',
           $4, '2020-04-01T00:00:00+08:00', $4, '2020-04-10T00:00:00+08:00', 2, 2)`,
        [newId(), tenant, round, person],
      ],
    );
    expect(await told()).toMatch(/by one person alone.*0 corrections published of 1/);
    await plant([
      `UPDATE corrections SET decided_by = $1, decided_at = '2020-04-11T00:00:00+08:00', from_instant = '2020-04-10T00:00:00+08:00'`,
      [newId()],
    ]);
    expect(await told()).toMatch(/when the deadline was over.*do not follow from one another/);
    await plant([
      `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, reason, made_by, made_at)
       VALUES ($1, 2, $2, '{"code": "planted"}', $3, '[]', 'planted', $1, app_now())`,
      [round, tenant, '0'.repeat(64)],
    ]);
    expect(await told()).toContain('revision 2 is not what two persons made it');
  });

  it('M1 sees money reserved that was never there', async () => {
    const [from, to, fund] = [newId(), newId(), newId()];
    await plant(
      [`ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_balance`],
      account(from, 'available', fund, -100),
      account(to, 'reserved', fund, 100),
      [
        `INSERT INTO ledger_transfers (id, tenant_id, act, debit_account_id, credit_account_id, amount_fen,
           cause_kind, cause_id, at) VALUES ($1, $2, 'reserve', $3, $4, 100, 'award', $5, app_now())`,
        [newId(), tenant, from, to, newId()],
      ],
    );
    expect(await violated()).toEqual(['M1']);
  });

  it('M4 sees a payment released by its maker', async () => {
    const order = JSON.stringify({ planted: true });
    const digest = createHash('sha256').update(order).digest('hex');
    const [person, other] = [newId(), newId()];
    await plant(
      [`ALTER TABLE payments DROP CONSTRAINT payments_maker_is_not_checker`],
      [
        `INSERT INTO payments (id, tenant_id, tranche_id, project_id, round_id, party_id, unit_id, unit_path,
           amount_fen, parts, payee, payee_digest, order_text, state, maker_id, entered_at, checker_id,
           released_at, approved_digest, reason, version)
         VALUES ($1, $2, $3, $3, $3, $3, $3, 'a', 100, '[]', '{}', $4, $5, 'rejected', $6, app_now(), $6,
           app_now(), $4, 'planted', 1)`,
        [newId(), tenant, other, digest, order, person],
      ],
    );
    expect(await violated()).toContain('M4');
  });

  it('M6 sees a balance that its transfers do not give', async () => {
    await plant(account(newId(), 'available', newId(), 5));
    expect(await violated()).toEqual(['M6']);
  });

  it('M7 sees two contracts in force for one award', async () => {
    const award = newId();
    const contract = (): Planted => [
      `INSERT INTO contracts (id, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document,
         digest, state, drawn_at, signed_at, version)
       VALUES ($1, $2, $3, $3, $3, 'a', 100, '{}', $4, 'inForce', app_now(), app_now(), 1)`,
      [newId(), tenant, award, '0'.repeat(64)],
    ];
    await plant([`DROP INDEX contracts_one_per_award`], contract(), contract());
    expect(await violated()).toContain('M7');
  });

  it('W1 sees an event that nobody was told of', async () => {
    const id = newId();
    await plant(...event({ kind: 'planted', id: newId(), version: 1 }, null, id), [
      `UPDATE outbox SET delivered_at = NULL, targets = '[{"kind":"round"}]',
         created_at = clock_timestamp() - interval '2 minutes' WHERE event_id = $1`,
      [id],
    ]);
    expect(await violated()).toEqual(['W1']);
  });

  it('W2 sees something received that was never sent', async () => {
    await plant([
      `INSERT INTO received_events (event_id, receiver, tenant_id) VALUES ($1, 'relay', $2)`,
      [newId(), tenant],
    ]);
    expect(await violated()).toEqual(['W2']);
  });

  it('W3 sees a process without a workflow, a workflow without a process, and cannot tell without Temporal', async () => {
    const id = newId();
    await plant([
      `INSERT INTO processes (kind, id, tenant_id, wanted, seen) VALUES ('round', $1, $2, 1, 1)`,
      [id, tenant],
    ]);
    expect(await violated(new Set())).toEqual(['W3']);
    expect(await violated(new Set([`round/${id}`]))).toEqual([]);
    expect(await violated(new Set([`round/${id}`, `round/${newId()}`]))).toEqual(['W3']);
    expect(await violated(null)).toEqual([]);
  });

  it('W4 sees a move that the state does not allow, a version left out, and a move without declared states', async () => {
    const thing = { kind: 'cycle', id: newId() };
    await plant(
      ...event({ ...thing, version: 1 }, null),
      ...event({ ...thing, version: 2 }, 'close'),
    );
    expect(await violated()).toEqual(['W4']);
  });

  it('L1 sees an event changed after it was placed', async () => {
    const id = newId();
    await plant(...event({ kind: 'planted', id: newId(), version: 1 }, null, id));
    const relay = await appDataSource(urlForRole(record.url, 'yichuang_relay'), 2, []).initialize();
    expect(await new Sequencer(relay).sequence()).toBe(1);
    await relay.destroy();
    expect(await violated()).toEqual([]);
    await plant([`UPDATE audit_events SET body = '{"forged":true}' WHERE id = $1`, [id]]);
    expect(await violated()).toEqual(['L1']);
  });

  it('L1 sees a change that no event tells of', async () => {
    await plant([
      `INSERT INTO clocks (id, tenant_id, rule, article, subject_kind, subject_id, process_kind, process_id,
         started_at, count_unit, due_at, why) VALUES ($1, $2, 'a.b', 'x', 'a', $1, 'round', $1, app_now(),
         'instant', app_now() + interval '1 day', '{}')`,
      [newId(), tenant],
    ]);
    expect(await violated()).toEqual(['L1']);
  });
});
