import { newId } from '../../src/kernel/id';
import { PaymentsStory, taken } from '../support/payments-story';
import { seedPayingRound, seedProject, type PayingRound } from '../support/seed-project';
import { openStage, type Stage } from '../support/stage';

const CHECK = '23514';
const UNIQUE = '23505';
const RESTRICT = '23001';

/** Whatever the code believes: what the database refuses by itself of money that comes back, even from its owner. */
describe('the guards of what comes back', () => {
  let stage: Stage;
  let round: PayingRound;
  let projectId: string;
  let paymentId: string;
  const recoveryId = newId();
  const repaymentId = newId();

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7');
    const project = await seedProject(stage, round, '独居老人助餐');
    projectId = project.awardId;
    const story = new PaymentsStory(stage, round);
    paymentId = (await story.paid(project, 'first')).id;
    const slip = { ...(await story.slip()), reason: '账号与户名不符' };
    taken(await story.act(round.maker, paymentId, 'return', slip));
    await propose(recoveryId);
    await stage.sql(`UPDATE recoveries SET ${ask(round.approver.personId)} WHERE id = $1`, [
      recoveryId,
    ]);
    await stage.sql(
      `INSERT INTO repayments (id, tenant_id, recovery_id, unit_path, amount_fen, number, received_on, state, maker_id, entered_at, version)
       SELECT $1, tenant_id, id, unit_path, 40, 'HD-1', app_now(), 'entered', $3, app_now(), 1 FROM recoveries WHERE id = $2`,
      [repaymentId, recoveryId, round.maker.personId],
    );
  });
  afterAll(() => stage.close());

  const propose = (id: string): Promise<unknown> =>
    stage.sql(
      `INSERT INTO recoveries (id, tenant_id, project_id, round_id, party_id, unit_id, unit_path, ground, amount_fen, reason,
         pay_within_days, state, proposed_by, proposed_at, returned_fen, version)
       SELECT $1, tenant_id, id, round_id, party_id, unit_id, unit_path, 'stopped', 100, '项目终止', 30, 'proposed', $3, app_now(), 0, 1
       FROM projects WHERE id = $2`,
      [id, projectId, round.organizer.personId],
    );
  /** What the code does when it asks; the twin of every refusal below. */
  const ask = (who: string) =>
    `state = 'asked', decided_by = '${who}', decided_at = app_now(), parts = '[]', pay_by = app_now()`;
  const codeOf = async (query: string, parameters: readonly unknown[] = []): Promise<string> => {
    try {
      await stage.sql(`BEGIN`);
      await stage.sql(query, parameters);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await stage.sql(`ROLLBACK`);
    }
  };
  const change = (table: string, id: string, set: string): Promise<string> =>
    codeOf(`UPDATE ${table} SET ${set}, version = version + 1 WHERE id = $1`, [id]);

  it('let a paid payment be returned by two people, and nothing else', async () => {
    const returned = (who: string) => `state = 'returned', return_checker_id = '${who}'`;
    const { maker, checker } = round;
    expect(await change('payments', paymentId, returned(checker.personId))).toBe('done');
    expect(await change('payments', paymentId, returned(maker.personId))).toBe(CHECK);
    expect(await change('payments', paymentId, `state = 'returned'`)).toBe(CHECK);
    expect(await change('payments', paymentId, `voucher_number = 'GK-OTHER'`)).toBe(RESTRICT);
    const early = `returned_on = paid_on - 1`;
    expect(await change('payments', paymentId, early)).toBe(CHECK);
  });

  it('keep a recovery from one person, and what was decided as it is', async () => {
    expect(await change('recoveries', recoveryId, `state = 'overdue'`)).toBe('done');
    const own = `decided_by = proposed_by`;
    expect(await change('recoveries', recoveryId, own)).toBe(RESTRICT);
    expect(await change('recoveries', recoveryId, `amount_fen = 200`)).toBe(RESTRICT);
    expect(await change('recoveries', recoveryId, `pay_by = pay_by + 1`)).toBe(RESTRICT);
    expect(await change('recoveries', recoveryId, `returned_fen = 101`)).toBe(CHECK);
    expect(await change('recoveries', recoveryId, `state = 'recovered'`)).toBe(CHECK);
    const born = `INSERT INTO recoveries SELECT (r).* FROM (SELECT (json_populate_record(x, json_build_object('id', $1::text))) AS r
      FROM recoveries x WHERE x.id = $2) copy`;
    expect(await codeOf(born, [newId(), recoveryId])).toBe(UNIQUE);
  });

  it('let a second person confirm a repayment, once', async () => {
    const confirm = (who: string) =>
      `state = 'confirmed', checker_id = '${who}', checked_at = app_now()`;
    const { maker, checker } = round;
    expect(await change('repayments', repaymentId, confirm(checker.personId))).toBe('done');
    expect(await change('repayments', repaymentId, confirm(maker.personId))).toBe(CHECK);
    expect(await change('repayments', repaymentId, `amount_fen = 50`)).toBe(RESTRICT);
    await stage.sql(
      `UPDATE repayments SET ${confirm(checker.personId)}, version = 2 WHERE id = $1`,
      [repaymentId],
    );
    expect(await change('repayments', repaymentId, `state = 'entered', checker_id = NULL`)).toBe(
      RESTRICT,
    );
  });
});
