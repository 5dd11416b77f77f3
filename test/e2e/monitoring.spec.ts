import { newId } from '../../src/kernel/id';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const FIGURES = {
  activitiesHeld: 12,
  headsServed: 240,
  spent: { amount: '31250.40', currency: 'CNY' },
};
const report = (code: string) => ({ code, text: '按计划开展助餐服务。', figures: FIGURES });

describe('monitoring', () => {
  let stage: Stage;
  let round: SeededRound;
  let meals: SeededContract;
  let care: SeededContract;
  let unsigned: SeededContract;
  let craft: SeededContract;
  let officer: Actor;
  let supervisor: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedRound(stage, 'r7', {
      change: (rules) => {
        for (const evaluation of rules.evaluations) evaluation.whenFailed = 'grade-only';
        rules.monitoring = { reports: { missingAfterWorkingDays: 5 } };
      },
    });
    meals = await seedContract(stage, round, '独居老人助餐');
    care = await seedContract(stage, round, '困境儿童陪伴');
    unsigned = await seedContract(stage, round, '残疾人手作', false);
    craft = await seedContract(stage, round, '青年议事');
    officer = await stage.person('李街', [
      { duty: 'streetOfficer', scopeKind: 'round', scopeId: round.roundId },
    ]);
    supervisor = await stage.person('郑监', [
      { duty: 'supervisor', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const read = (who: Actor, { awardId }: SeededContract) => who.ok.get(`/v1/projects/${awardId}`);
  const reportsOf = ({ awardId }: SeededContract) => `/v1/projects/${awardId}/reports`;
  const visitsOf = ({ awardId }: SeededContract) => `/v1/projects/${awardId}/visits`;
  /** The codes of the open tasks that somebody sees; those of other stages are left to them. */
  const tasksOf = async (who: Actor): Promise<string[]> => {
    const { items } = await who.ok.get('/v1/tasks');
    const kinds = items.map(({ kind }: Task) => kind);
    return kinds.filter((kind: string) => kind.startsWith('monitoring.'));
  };
  const mailsTo = async ({ personId }: Actor): Promise<string[]> => {
    const rows = await stage.sql(`SELECT template FROM messages WHERE person_id = $1 ORDER BY id`, [
      personId,
    ]);
    return rows.map(({ template }) => template);
  };

  it('makes the project of a contract in force, with what it owes', async () => {
    const project = await read(meals.applicant, meals);
    expect(project).toMatchObject({
      id: meals.awardId,
      title: '独居老人助餐',
      state: 'active',
      startedOn: '2020-06-12',
      endsOn: '2020-12-31',
      visitsMin: 1,
      visits: [],
      risk: [],
    });
    expect(project.reports).toMatchObject([
      { code: 'midterm', dueOn: '2020-09-11', state: 'expected', late: false, figures: null },
      { code: 'final', dueOn: '2021-01-15', state: 'expected', late: false, figures: null },
    ]);
    expect(await tasksOf(meals.applicant)).toEqual(['monitoring.report', 'monitoring.report']);
    expect(await mailsTo(meals.applicant)).toEqual(['monitoring.projectStarted']);
    expect(await tasksOf(officer)).toEqual([
      'monitoring.visit',
      'monitoring.visit',
      'monitoring.visit',
    ]);
  });

  it('makes none of a contract that is not signed', async () => {
    await expectRefusal(
      unsigned.applicant.get(`/v1/projects/${unsigned.awardId}`),
      404,
      'ACCESS.NOT_FOUND',
    );
    expect((await unsigned.applicant.ok.get('/v1/projects')).items).toEqual([]);
  });

  it('shows a project to its party and to those in charge alone', async () => {
    const ids = async (who: Actor) =>
      (await who.ok.get('/v1/projects')).items.map(({ id }: { id: string }) => id);
    const all = [meals.awardId, care.awardId, craft.awardId];
    expect(await ids(meals.applicant)).toEqual([meals.awardId]);
    expect(await ids(round.organizer)).toEqual(all);
    expect(await ids(officer)).toEqual(all);
    const path = `/v1/projects/${meals.awardId}`;
    await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
    const resident = await stage.person('王居', [
      { duty: 'resident', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    await expectRefusal(resident.get(path), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(stage.nobody.get(path), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const narrowed = `/v1/projects?roundId=${round.roundId}&state=active&partyId=${care.partyId}`;
    expect((await round.organizer.ok.get(narrowed)).items).toMatchObject([{ id: care.awardId }]);
  });

  it('takes a report in time, from the party alone, once', async () => {
    const path = reportsOf(meals);
    await expectRefusal(round.organizer.post(path, report('midterm')), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(care.applicant.post(path, report('midterm')), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      meals.applicant.post(`/v1/projects/${newId()}/reports`, report('midterm')),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(
      meals.applicant.post(path, report('midterm'), { key: null }),
      400,
      'HTTP.KEY_REQUIRED',
    );
    await expectRefusal(
      meals.applicant.post(path, report('quarter')),
      422,
      'MONITORING.REPORT_UNKNOWN',
    );
    const fraction = { ...FIGURES, spent: { amount: '1.5', currency: 'CNY' } };
    await expectRefusal(
      meals.applicant.post(path, { ...report('midterm'), figures: fraction }),
      400,
      'REQUEST.INVALID',
    );
    const key = newId();
    const taken = await meals.applicant.post(path, report('midterm'), { key });
    expect(taken).toMatchObject({
      status: 201,
      body: { code: 'midterm', state: 'submitted', late: false, figures: FIGURES, version: 2 },
    });
    const again = await meals.applicant.post(path, report('midterm'), { key });
    expect(again.text).toBe(taken.text);
    await expectRefusal(
      meals.applicant.post(path, report('final'), { key }),
      422,
      'HTTP.KEY_REUSED',
    );
    await expectRefusal(meals.applicant.post(path, report('midterm')), 409, 'STATE.OUT_OF_ORDER');
    expect(await tasksOf(meals.applicant)).toEqual(['monitoring.report']);
  });

  it('records a visit on a day since the start, by those in charge alone', async () => {
    const visit = (visitedOn: string) => ({
      visitedOn,
      findings: '现场三十人用餐。',
      headsServed: 30,
    });
    const path = visitsOf(meals);
    await expectRefusal(
      meals.applicant.post(path, visit('2020-06-12')),
      403,
      'ACCESS.DUTY_MISSING',
    );
    const streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    const ofAStreet = await stage.person('何街', [
      { duty: 'streetOfficer', scopeKind: 'unit', scopeId: streetId },
    ]);
    await expectRefusal(ofAStreet.post(path, visit('2020-06-12')), 404, 'ACCESS.NOT_FOUND');
    for (const day of ['2020-06-11', '2020-06-13']) {
      await expectRefusal(officer.post(path, visit(day)), 422, 'MONITORING.VISIT_DAY_OUTSIDE');
    }
    await expectRefusal(officer.post(path, visit('2020-02-30')), 400, 'REQUEST.INVALID');
    const made = await officer.ok.post(path, visit('2020-06-12'));
    expect(made).toMatchObject({ visitedOn: '2020-06-12', visitedBy: officer.personId });
    expect((await read(officer, meals)).visits).toEqual([made]);
    // The visits to the other projects still wait.
    expect(await tasksOf(officer)).toEqual(['monitoring.visit', 'monitoring.visit']);
  });

  it('lets nobody visit who has bid in the round', async () => {
    const twoHats = await stage.person('双岗', [
      { duty: 'streetOfficer', scopeKind: 'round', scopeId: round.roundId },
    ]);
    await stage.sql(
      `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
      [twoHats.personId, round.roundId, stage.cityId],
    );
    const visit = { visitedOn: '2020-06-12', findings: '看了一下。', headsServed: 1 };
    await expectRefusal(twoHats.post(visitsOf(meals), visit), 409, 'PEOPLE.DUTIES_CONFLICT');
    expect((await read(officer, meals)).visits).toHaveLength(1);
  });

  it('reminds of a report a week before its last day', async () => {
    await stage.advanceTo('2020-09-03T23:59:00+08:00');
    expect(await mailsTo(care.applicant)).not.toContain('monitoring.reportReminder');
    await stage.advanceTo('2020-09-04T00:00:00+08:00');
    expect(await mailsTo(care.applicant)).toContain('monitoring.reportReminder');
    expect(await mailsTo(meals.applicant)).not.toContain('monitoring.reportReminder');
  });

  it('tells those in charge of a late report, also when the workflow was ended by force', async () => {
    await stage.advanceTo('2020-09-11T23:59:00+08:00');
    expect(await read(officer, care)).toMatchObject({ reports: [{ state: 'expected' }, {}] });
    await stage.terminate('project', care.awardId);
    await stage.advanceTo('2020-09-12T00:00:00+08:00');
    const late = await read(officer, care);
    expect(late.reports).toMatchObject([{ state: 'overdue', late: false }, { state: 'expected' }]);
    const since = '2020-09-12';
    expect(late.risk).toEqual([{ code: 'report-late', report: 'midterm', since, isOver: false }]);
    expect((await read(officer, meals)).risk).toEqual([]);
    expect(await mailsTo(care.applicant)).toContain('monitoring.reportMissed');
    expect(await tasksOf(round.organizer)).toContain('monitoring.reportOverdue');
    expect(await mailsTo(round.organizer)).toContain('monitoring.reportOverdue');
  });

  it('takes a late report and marks it late', async () => {
    const taken = await care.applicant.ok.post(reportsOf(care), report('midterm'));
    expect(taken).toMatchObject({
      state: 'submitted',
      late: true,
      daysLate: 1,
      missingSince: null,
    });
    const { risk } = await read(officer, care);
    const since = '2020-09-12';
    expect(risk).toEqual([{ code: 'report-late', report: 'midterm', since, isOver: true }]);
    const stillLate = (await tasksOf(round.organizer)).filter(
      (kind) => kind === 'monitoring.reportOverdue',
    );
    expect(stillLate).toHaveLength(1);
  });

  it('counts a report as missing after the working days of the rules, and tells those above', async () => {
    const midterm = async () => (await read(officer, craft)).reports[0];
    await stage.advanceTo('2020-09-18T23:59:00+08:00');
    expect(await midterm()).toMatchObject({ state: 'overdue', daysLate: 7, missingSince: null });
    expect(await mailsTo(supervisor)).not.toContain('monitoring.reportMissing');
    await stage.advanceTo('2020-09-19T00:00:00+08:00');
    const missingSince = '2020-09-19T00:00:00.000+08:00';
    expect(await midterm()).toMatchObject({ state: 'missing', daysLate: 8, missingSince });
    const since = '2020-09-12';
    const risk = { code: 'report-missing', report: 'midterm', since, isOver: false };
    expect((await read(officer, craft)).risk).toEqual([risk]);
    expect(await tasksOf(supervisor)).toContain('monitoring.reportMissing');
    for (const told of [supervisor, round.organizer, craft.applicant]) {
      expect(await mailsTo(told)).toContain('monitoring.reportMissing');
    }
    expect((await read(officer, care)).reports[0]).toMatchObject({ missingSince: null });
  });

  it('tells the evaluation of reports, visits and orders', async () => {
    const conductOf = async ({ awardId }: SeededContract) => {
      const { items } = await round.organizer.ok.get(`/v1/evaluations?projectId=${awardId}`);
      const { conduct } = await round.organizer.ok.get(`/v1/evaluations/${items[0].id}`);
      return conduct;
    };
    expect(await conductOf(craft)).toMatchObject({
      reports: [
        { code: 'midterm', state: 'missing', daysLate: 8 },
        { code: 'final', state: 'expected', daysLate: 0, missingSince: null },
      ],
      visits: { made: 0, min: 1 },
      rectifications: [],
    });
    expect(await conductOf(meals)).toMatchObject({
      reports: [{ state: 'submitted', daysLate: 0, missingSince: null }, {}],
      visits: { made: 1, min: 1 },
    });
  });

  it('takes a missing report after all; that it counted as missing stays', async () => {
    const taken = await craft.applicant.ok.post(reportsOf(craft), report('midterm'));
    expect(taken).toMatchObject({ state: 'submitted', late: true, daysLate: 8 });
    expect(taken.missingSince).toBe('2020-09-19T00:00:00.000+08:00');
    expect(await tasksOf(supervisor)).not.toContain('monitoring.reportMissing');
    await expectRefusal(
      craft.applicant.post(reportsOf(craft), report('midterm')),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('tells those in charge when a project was not visited enough by its end', async () => {
    await stage.advanceTo('2020-12-31T23:59:00+08:00');
    expect(await mailsTo(officer)).toEqual([
      'monitoring.visitReminder',
      'monitoring.visitReminder',
    ]);
    expect(await tasksOf(round.organizer)).not.toContain('monitoring.visitsMissing');
    await stage.advanceTo('2021-01-01T00:00:00+08:00');
    const { items } = await round.organizer.ok.get('/v1/tasks');
    const missing = items.filter(({ kind }: Task) => kind === 'monitoring.visitsMissing');
    const subjects = missing.map(({ subject }: Task) => subject.id);
    expect(new Set(subjects)).toEqual(new Set([care.awardId, craft.awardId]));
    const visit = { visitedOn: '2020-12-30', findings: '补录年末走访。', headsServed: 12 };
    await officer.ok.post(visitsOf(care), visit);
    const { items: left } = await round.organizer.ok.get('/v1/tasks');
    const stillMissing = left.filter(({ kind }: Task) => kind === 'monitoring.visitsMissing');
    expect(stillMissing).toMatchObject([{ subject: { id: craft.awardId } }]);
  });
});

type Task = { readonly kind: string; readonly subject: { readonly id: string } };
