import { newId } from '../../src/kernel/id';
import { PaymentsStory } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { openStage, type Stage } from '../support/stage';

const CHECK = '23514';
const UNIQUE = '23505';
const RESTRICT = '23001';

/** Whatever the code believes: what the database refuses by itself of reports, failures, changes and acceptances. */
describe('the guards of what follows an award', () => {
  let stage: Stage;
  let round: PayingRound;
  let project: PaidProject;
  let reportId: string;
  let evaluationId: string;
  const changeId = newId();

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
      for (const evaluation of evaluations) {
        delete evaluation.survey;
        evaluation.whenFailed = 'delay';
      }
    });
    project = await seedProject(stage, round, '独居老人助餐');
    const figures = {
      ...{ activitiesHeld: 1, headsServed: 1, spent: { amount: '100.00', currency: 'CNY' } },
    };
    const path = `/v1/projects/${project.awardId}/reports`;
    const report = { code: 'midterm', text: '按计划开展。', figures };
    reportId = (await project.applicant.ok.post(path, report)).id;
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    await new PaymentsStory(stage, round).evaluate(project, 'midterm', '10');
    const [{ id }] = await stage.sql(`SELECT id FROM evaluation_failures`);
    evaluationId = id;
    await stage.sql(
      `INSERT INTO contract_changes (id, tenant_id, contract_id, award_id, round_id, party_id, unit_path, code, rules, side,
         statements, state, requested_by, requested_at, version)
       SELECT $1, tenant_id, id, award_id, round_id, party_id, unit_path, 'plan', '{}', 'grantee', '{}', 'requested', $3, app_now(), 1
       FROM contracts WHERE id = $2`,
      [changeId, project.contractId, project.applicant.personId],
    );
  });
  afterAll(() => stage.close());

  const codeOf = async (...statements: string[]): Promise<string> => {
    try {
      await stage.sql(`BEGIN`);
      for (const statement of statements) await stage.sql(statement);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await stage.sql(`ROLLBACK`);
    }
  };
  const change = (table: string, id: string, set: string): string =>
    `UPDATE ${table} SET ${set}, version = version + 1 WHERE id = '${id}'`;

  it('let a report be accepted with its accounts, up to what it says, and for good', async () => {
    const accept = (fen: number) =>
      change(
        'project_reports',
        reportId,
        `state = 'accepted', accepted_at = app_now(), accepted_by = '${round.organizer.personId}', accepted_fen = ${fen}`,
      );
    expect(await codeOf(accept(10_000))).toBe('done');
    expect(await codeOf(accept(10_001))).toBe(CHECK);
    expect(await codeOf(change('project_reports', reportId, `state = 'accepted'`))).toBe(CHECK);
    const again = change('project_reports', reportId, 'accepted_fen = 1');
    expect(await codeOf(accept(10_000), again)).toBe(RESTRICT);
  });

  it('let a delayed failure be settled by a judge, once', async () => {
    const settle = (state: string, more = '') =>
      change(
        'evaluation_failures',
        evaluationId,
        `state = '${state}', settled_at = app_now()${more}`,
      );
    const judged = `, judged_by = '${round.approver.personId}', findings = '已整改'`;
    expect(await codeOf(settle('madeGood', judged))).toBe('done');
    expect(await codeOf(settle('madeGood'))).toBe(CHECK);
    expect(await codeOf(settle('dropped'))).toBe('done');
    expect(await codeOf(settle('madeGood', judged), settle('givenUp', judged))).toBe(RESTRICT);
    const other = change('evaluation_failures', evaluationId, `effect = 'stop-payments'`);
    expect(await codeOf(other)).toBe(RESTRICT);
  });

  it('let a change be decided by another person, once, as it was asked for', async () => {
    const decide = (by: string, state = 'approved') =>
      change(
        'contract_changes',
        changeId,
        `state = '${state}', decided_by = '${by}', decided_at = app_now(), decision_reason = '属实'`,
      );
    const { approver } = round;
    expect(await codeOf(decide(approver.personId))).toBe('done');
    expect(await codeOf(decide(project.applicant.personId))).toBe(CHECK);
    expect(await codeOf(change('contract_changes', changeId, `state = 'approved'`))).toBe(CHECK);
    const twice = [decide(approver.personId), decide(approver.personId, 'refused')];
    expect(await codeOf(...twice)).toBe(RESTRICT);
    const restated = change('contract_changes', changeId, `statements = '{"after": "更多"}'`);
    expect(await codeOf(restated)).toBe(RESTRICT);
  });

  it('let the work of a tranche be accepted once, and a contract be filed once', async () => {
    const accept = `INSERT INTO tranche_acceptances (id, tenant_id, project_id, code, duty, accepted_by, accepted_at, findings)
      SELECT id, tenant_id, project_id, code, 'supervisor', '${round.approver.personId}', app_now(), '到位' FROM tranches WHERE code = 'last'`;
    expect(await codeOf(accept)).toBe('done');
    expect(await codeOf(accept, accept)).toBe(UNIQUE);
    const file = `INSERT INTO contract_filings (id, tenant_id, number, filed_by, filed_at, version)
      SELECT id, tenant_id, 'B-1', '${round.organizer.personId}', app_now(), 1 FROM contracts WHERE id = '${project.contractId}'`;
    expect(await codeOf(file)).toBe('done');
    expect(await codeOf(file, file)).toBe(UNIQUE);
  });

  it('let the service add acceptances, filings, records and sanctions, and never change them', async () => {
    const rows = await stage.sql(
      `SELECT table_name, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS may FROM information_schema.role_table_grants
       WHERE grantee <> 'postgres' AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
         AND table_name IN ('tranche_acceptances', 'contract_filings', 'duty_records', 'project_sanctions')
         AND grantee NOT IN (SELECT tableowner FROM pg_tables WHERE schemaname = 'public')
       GROUP BY table_name, grantee ORDER BY table_name`,
    );
    expect(rows.map(({ table_name, may }) => `${table_name}: ${may}`)).toEqual([
      'contract_filings: INSERT',
      'duty_records: INSERT',
      'project_sanctions: INSERT',
      'tranche_acceptances: INSERT',
    ]);
  });
});
