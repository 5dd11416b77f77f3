import type { MonitoringDuty } from '../../src/rules';
import { upload } from '../support/attachments-story';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const duty = (
  code: string,
  by: MonitoringDuty['by'],
  kind: MonitoringDuty['kind'],
  more: Partial<MonitoringDuty> = {},
): MonitoringDuty => ({ code, by, kind, name: { zh: `${code}事项`, en: code }, ...more });

const DUTIES = [
  duty('income', 'grantee', 'income-sheet', { every: 'month', evidence: ['spending'] }),
  duty('activity', 'grantee', 'activity-record', {
    every: 'activity',
    evidence: ['sign-in-sheet', 'photo'],
  }),
  duty('check', 'funder', 'spot-check', { every: 'once' }),
  duty('observers', 'public', 'observer-visits'),
  duty('files', 'funder', 'file-keeping', { keepYears: 15 }),
];

describe('the duties of a running project', () => {
  let stage: Stage;
  let round: SeededRound;
  let meals: SeededContract;
  let care: SeededContract;
  let resident: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedRound(stage, 'r7', {
      change: (rules) => {
        for (const evaluation of rules.evaluations) evaluation.whenFailed = 'grade-only';
        rules.monitoring = { duties: DUTIES };
      },
    });
    meals = await seedContract(stage, round, '独居老人助餐');
    care = await seedContract(stage, round, '困境儿童陪伴');
    resident = await stage.person('居民', [
      { duty: 'resident', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    await stage.advanceTo('2020-06-12T09:01:00+08:00');
    await stage.settled();
  });
  afterAll(() => stage.close());

  const record = (
    who: Actor,
    code: string,
    { evidence = [] as string[], doneOn = '2020-06-12', attachments = [] as object[] } = {},
  ) =>
    who.post(`/v1/projects/${meals.awardId}/duty-records`, {
      ...{ code, doneOn, note: '按要求办理。', evidence, attachments },
    });
  const dutiesOf = async ({ awardId }: SeededContract): Promise<Record<string, any>> => {
    const { duties } = await round.organizer.ok.get(`/v1/projects/${awardId}`);
    return Object.fromEntries(duties.map((one: { code: string }) => [one.code, one]));
  };
  const tasks = async (who: Actor): Promise<string[]> =>
    (await who.ok.get('/v1/tasks?limit=200')).items.map(({ kind }: { kind: string }) => kind);
  const mails = async ({ personId }: Actor, template: string): Promise<any[]> =>
    stage.sql(`SELECT facts FROM messages WHERE person_id = $1 AND template = $2 ORDER BY id`, [
      personId,
      template,
    ]);

  it('are told to whoever has them when the project begins', async () => {
    const [{ facts }] = await mails(meals.applicant, 'monitoring.duties');
    expect(facts.duties).toBe('income事项；activity事项');
    const [toFunder] = await mails(round.organizer, 'monitoring.duties');
    expect(toFunder.facts.duties).toBe('check事项；files事项（15年）');
    expect(await dutiesOf(meals)).toMatchObject({
      income: { by: 'grantee', every: 'month', done: 0, missed: 0 },
      files: { keepYears: 15, every: null },
    });
  });

  it('are recorded by whoever the rules name, and by nobody else', async () => {
    const { organizer } = round;
    const spending = { evidence: ['spending'] };
    await expectRefusal(record(organizer, 'income', spending), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(record(care.applicant, 'income', spending), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(record(meals.applicant, 'check'), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(record(meals.applicant, 'other'), 422, 'MONITORING.DUTY_UNKNOWN');
    expect((await record(organizer, 'check')).status).toBe(201);
    expect((await record(resident, 'observers')).status).toBe(201);
    expect((await record(meals.applicant, 'income', spending)).status).toBe(201);
  });

  it('need the evidence of the rules, and files as files', async () => {
    const { applicant } = meals;
    const all = ['sign-in-sheet', 'photo'];
    const bare = record(applicant, 'activity', { evidence: ['photo'] });
    await expectRefusal(bare, 422, 'MONITORING.EVIDENCE_MISSING');
    const unattached = record(applicant, 'activity', { evidence: all });
    const { body } = await expectRefusal(unattached, 422, 'MONITORING.EVIDENCE_MISSING');
    expect(body.errors[0].pointer).toBe('/attachments');
    const attachments = [await upload(applicant)];
    const early = record(applicant, 'activity', {
      ...{ evidence: all, attachments, doneOn: '2020-06-11' },
    });
    await expectRefusal(early, 422, 'MONITORING.DUTY_DAY_OUTSIDE');
    const late = record(applicant, 'activity', {
      ...{ evidence: all, attachments, doneOn: '2020-06-13' },
    });
    await expectRefusal(late, 422, 'MONITORING.DUTY_DAY_OUTSIDE');
    expect((await record(applicant, 'activity', { evidence: all, attachments })).status).toBe(201);
    const path = `/v1/projects/${meals.awardId}/duty-records`;
    const { items } = await round.approver.ok.get(path);
    expect(items.map(({ code }: { code: string }) => code)).toEqual([
      ...['check', 'observers', 'income', 'activity'],
    ]);
    const [listed] = await round.approver.ok.all(
      `/v1/attachments?subjectKind=dutyRecord&subjectId=${items[3].id}`,
    );
    expect(listed).toMatchObject({ id: attachments[0]!.id });
    await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
  });

  it('are missed when a period ends without them, and only then', async () => {
    await stage.advanceTo('2020-06-30T23:59:00+08:00');
    expect((await dutiesOf(care))['income'].missed).toBe(0);
    await stage.advanceTo('2020-07-01T00:00:00+08:00');
    expect((await dutiesOf(care))['income'].missed).toBe(1);
    expect((await dutiesOf(meals))['income']).toMatchObject({ done: 1, missed: 0 });
    expect(await mails(care.applicant, 'monitoring.dutyMissed')).toEqual([
      { facts: expect.objectContaining({ from: '2020-06-12', to: '2020-06-30' }) },
    ]);
    expect(await tasks(round.organizer)).toContain('monitoring.dutyMissed');
    await stage.advanceTo('2020-08-01T00:00:00+08:00');
    expect((await dutiesOf(meals))['income']).toMatchObject({ done: 1, missed: 1 });
    expect((await dutiesOf(care))['income'].missed).toBe(2);
  });

  it('are counted until the end of the project, and shown to its evaluators', async () => {
    await stage.advanceTo('2021-01-01T00:00:00+08:00');
    expect((await dutiesOf(care))['check']).toMatchObject({ done: 0, missed: 1 });
    expect((await dutiesOf(care))['income'].missed).toBe(7);
    expect((await dutiesOf(meals))['check']).toMatchObject({ done: 1, missed: 0 });
    const { items } = await round.organizer.ok.get(`/v1/evaluations?projectId=${care.awardId}`);
    const { conduct } = await round.organizer.ok.get(`/v1/evaluations/${items[0].id}`);
    expect(conduct.duties).toContainEqual({
      ...{ code: 'income', name: { zh: 'income事项', en: 'income' }, done: 0, missed: 7 },
    });
    await stage.advanceTo('2021-03-02T00:00:00+08:00');
    expect((await dutiesOf(care))['income'].missed).toBe(7);
  });
});
