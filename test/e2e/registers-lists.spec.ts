import { toDay } from '../../src/kernel/day';
import { newId } from '../../src/kernel/id';
import { Credit } from '../../src/registers/credit';
import type { PartyRecord } from '../../src/rules';
import { inSystem, institution, officer } from '../support/registers';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let organizer: Actor;
let approver: Actor;
let ofStreet: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2023-12-01T09:00:00+08:00' });
  organizer = await officer(stage, 'organizer');
  approver = await officer(stage, 'approver');
  const streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  ofStreet = await officer(stage, 'organizer', streetId);
});
afterAll(() => stage.close());

async function party(): Promise<{ id: string; actor: Actor }> {
  const actor = await stage.person('李敏');
  const { id } = await actor.ok.post('/v1/parties', institution());
  return { id, actor };
}

const recordOf = async (id: string): Promise<PartyRecord> => {
  const records = await inSystem(stage, (ctx) =>
    stage.get(Credit).recordsOf(ctx, [id], toDay('2023-12-20')),
  );
  return records.get(id)!;
};

const reason = '国家企业信用信息公示系统，2023年12月1日查询';
const listing = { list: 'abnormal-operations', reason, from: '2022-03-01' };
const check = { year: 2021, passed: true, reason };
const evaluation = { evaluation: 'midterm', year: 2022, passed: false, reason, on: '2022-08-01' };
const project = { year: 2022, reason, from: '2022-03-01' };

/** What officers enter, by the last part of the path. */
const entered = {
  listings: listing,
  'annual-checks': check,
  'past-evaluations': evaluation,
  'earlier-projects': project,
};
const kinds = Object.keys(entered) as (keyof typeof entered)[];

describe('what is known of a party from elsewhere', () => {
  it('is entered by organizers and approvers with its source, and read by the party', async () => {
    const { id, actor } = await party();
    const notes = [
      await organizer.ok.post(`/v1/parties/${id}/listings`, listing),
      await approver.ok.post(`/v1/parties/${id}/annual-checks`, check),
      await organizer.ok.post(`/v1/parties/${id}/past-evaluations`, evaluation),
      await organizer.ok.post(`/v1/parties/${id}/earlier-projects`, project),
    ];
    expect(notes).toMatchObject([
      { kind: 'listing', code: 'abnormal-operations', reason, from: '2022-03-01', until: null },
      { kind: 'annual-check', year: 2021, passed: true, reason, evaluation: null },
      { kind: 'evaluation', year: 2022, passed: false, evaluation: 'midterm', from: '2022-08-01' },
      { kind: 'project', year: 2022, from: '2022-03-01', until: null, projectId: null },
    ]);
    expect((await actor.ok.get(`/v1/parties/${id}/credit`)).items).toEqual(notes);
    expect(await recordOf(id)).toEqual({
      sanctions: [],
      listings: [{ list: 'abnormal-operations', from: '2022-03-01', until: null }],
      annualChecks: [{ year: 2021, passed: true }],
      evaluations: [{ evaluation: 'midterm', year: 2022, passed: false, on: '2022-08-01' }],
      projects: [{ year: 2022, startedOn: '2022-03-01', settledOn: null }],
    });
  });

  it.each(kinds)('is not entered by others, by a street, or of nobody: %s', async (kind) => {
    const { id, actor } = await party();
    const path = `/v1/parties/${id}/${kind}`;
    const body = entered[kind];
    for (const duty of ['supervisor', 'maker', 'streetOfficer']) {
      const other = await officer(stage, duty);
      await expectRefusal(other.post(path, body), 403, 'ACCESS.DUTY_MISSING');
    }
    await expectRefusal(actor.post(path, body), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(ofStreet.post(path, body), 404, 'ACCESS.NOT_FOUND');
    const absent = organizer.post(`/v1/parties/${newId()}/${kind}`, body);
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    const unsaid = organizer.post(path, { ...body, reason: undefined });
    await expectRefusal(unsaid, 400, 'REQUEST.INVALID');
    expect((await actor.ok.get(`/v1/parties/${id}/credit`)).items).toEqual([]);
  });

  it.each([
    ['CREDIT.DAY_AHEAD', 'listings', { from: '2023-12-02' }],
    ['CREDIT.DAYS_REVERSED', 'listings', { until: '2022-02-28' }],
    ['REQUEST.INVALID', 'listings', { list: 'somebody' }],
    ['CREDIT.YEAR_AHEAD', 'annual-checks', { year: 2024 }],
    ['REQUEST.INVALID', 'annual-checks', { year: 1989 }],
    ['CREDIT.YEAR_AHEAD', 'past-evaluations', { year: 2024 }],
    ['CREDIT.DAY_AHEAD', 'past-evaluations', { on: '2023-12-02' }],
    ['REQUEST.INVALID', 'past-evaluations', { evaluation: 'somebody' }],
    ['CREDIT.DAY_AHEAD', 'earlier-projects', { from: '2023-12-02' }],
    ['CREDIT.DAY_AHEAD', 'earlier-projects', { until: '2023-12-02' }],
    ['CREDIT.DAYS_REVERSED', 'earlier-projects', { until: '2022-02-28' }],
  ] as const)('is refused with %s among %s where it says %o', async (code, kind, changes) => {
    const { id } = await party();
    const path = `/v1/parties/${id}/${kind}`;
    const status = code === 'REQUEST.INVALID' ? 400 : 422;
    const call = organizer.post(path, { ...entered[kind], ...changes });
    await expectRefusal(call, status, code);
  });

  it.each([
    ['listings', { from: '2023-12-01', until: '2024-12-01' }],
    ['annual-checks', { year: 2023 }],
    ['past-evaluations', { year: 2023, on: '2023-12-01' }],
    ['earlier-projects', { from: '2023-12-01', until: '2023-12-01' }],
  ] as const)('is taken among %s where it says the nearest to that, %o', async (kind, changes) => {
    const { id } = await party();
    await organizer.ok.post(`/v1/parties/${id}/${kind}`, { ...entered[kind], ...changes });
  });

  it('may have ended already when it is entered', async () => {
    const { id } = await party();
    const until = '2022-12-19';
    await organizer.ok.post(`/v1/parties/${id}/listings`, { ...listing, until });
    await organizer.ok.post(`/v1/parties/${id}/earlier-projects`, { ...project, until });
    expect(await recordOf(id)).toMatchObject({
      listings: [{ until }],
      projects: [{ settledOn: until }],
    });
  });
});

describe('an entry of a record', () => {
  const entry = async (kind: keyof typeof entered, changes: object = {}) => {
    const { id: partyId, actor } = await party();
    const path = `/v1/parties/${partyId}/${kind}`;
    const { id } = await organizer.ok.post(path, { ...entered[kind], ...changes });
    return { partyId, actor, id, path: `/v1/credit-notes/${id as string}` };
  };
  const ending = { until: '2023-06-30', reason };

  it('is ended once, on its first day at the earliest and today at the latest, and stays as it was', async () => {
    const { partyId, actor, id, path } = await entry('listings');
    const call = (until: string) => organizer.post(`${path}/ending`, { ...ending, until });
    await expectRefusal(call('2022-02-28'), 422, 'CREDIT.DAYS_REVERSED');
    await expectRefusal(call('2023-12-02'), 422, 'CREDIT.DAY_AHEAD');
    const ended = await organizer.ok.post(`${path}/ending`, ending);
    expect(ended).toMatchObject({ kind: 'ending', aboutId: id, from: listing.from, reason });
    expect((await recordOf(partyId)).listings).toMatchObject([{ until: '2023-06-30' }]);
    await expectRefusal(call('2023-07-01'), 409, 'CREDIT.ENDED_ALREADY');
    const { items } = await actor.ok.get(`/v1/parties/${partyId}/credit`);
    expect(items).toMatchObject([{ id, until: null }, { id: ended.id }]);
  });

  it('is ended by only one of two who end it at once', async () => {
    const { partyId, path } = await entry('earlier-projects');
    const both = await Promise.all(
      [organizer, approver].map((who) => who.post(`${path}/ending`, ending)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await recordOf(partyId)).projects).toMatchObject([{ settledOn: '2023-06-30' }]);
  });

  it('has no end where it is no list and no project, or has one', async () => {
    for (const kind of ['annual-checks', 'past-evaluations'] as const) {
      const { path } = await entry(kind);
      await expectRefusal(organizer.post(`${path}/ending`, ending), 409, 'CREDIT.DOES_NOT_END');
    }
    const { path } = await entry('listings', { until: '2024-01-01' });
    await expectRefusal(organizer.post(`${path}/ending`, ending), 409, 'CREDIT.ENDED_ALREADY');
  });

  it.each(kinds)('is annulled by an approver, once, and counts no more: %s', async (kind) => {
    const { partyId, id, path } = await entry(kind);
    const body = { reason: '录入时选错了主体' };
    await expectRefusal(organizer.post(`${path}/annulment`, body), 403, 'ACCESS.DUTY_MISSING');
    const annulled = await approver.ok.post(`${path}/annulment`, body);
    expect(annulled).toMatchObject({ kind: 'annulment', aboutId: id, from: '2023-12-01' });
    expect(await recordOf(partyId)).toEqual({
      ...{ sanctions: [], listings: [], annualChecks: [], evaluations: [], projects: [] },
    });
    await expectRefusal(approver.post(`${path}/annulment`, body), 409, 'CREDIT.ENDED_ALREADY');
    await expectRefusal(organizer.post(`${path}/ending`, ending), 409, 'CREDIT.ENDED_ALREADY');
    // What was right is entered anew.
    await organizer.ok.post(`/v1/parties/${partyId}/${kind}`, entered[kind]);
  });

  it('is neither ended nor annulled where nobody entered it by hand', async () => {
    const { id: partyId } = await party();
    const sanction = { code: 'breach', reason, from: '2023-01-01', until: '2025-12-31' };
    const decided = await approver.ok.post(`/v1/parties/${partyId}/sanctions`, sanction);
    const graded = await inSystem(stage, (ctx) =>
      stage.get(Credit).note(ctx, {
        ...{ partyId, kind: 'grade', code: 'fail', projectId: newId() },
        fromDay: toDay('2023-01-31'),
      }),
    );
    for (const id of [decided.id as string, graded.id]) {
      const path = `/v1/credit-notes/${id}`;
      await expectRefusal(approver.post(`${path}/ending`, ending), 409, 'CREDIT.NOT_ENTERED');
      const annulment = approver.post(`${path}/annulment`, { reason });
      await expectRefusal(annulment, 409, 'CREDIT.NOT_ENTERED');
    }
  });

  it('is absent for whoever is not of the top unit, and where there is none', async () => {
    const { actor, path } = await entry('listings');
    await expectRefusal(actor.post(`${path}/ending`, ending), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(ofStreet.post(`${path}/ending`, ending), 404, 'ACCESS.NOT_FOUND');
    const none = organizer.post(`/v1/credit-notes/${newId()}/ending`, ending);
    await expectRefusal(none, 404, 'ACCESS.NOT_FOUND');
  });
});

describe('what was recorded of records', () => {
  it('is one event per entry, without the source', async () => {
    const rows = await stage.sql(
      `SELECT n.id, e.body FROM credit_notes n LEFT JOIN audit_events e
         ON e.aggregate_kind = 'creditNote' AND e.aggregate_id = n.id AND e.version = n.version`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ body }) => body === null || body.includes('查询'))).toEqual([]);
  });
});
