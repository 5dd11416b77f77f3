import { toDay } from '../../src/kernel/day';
import { newId } from '../../src/kernel/id';
import { Credit } from '../../src/registers/credit';
import { Experts } from '../../src/registers/experts';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';
import { inSystem, institution, officer } from '../support/registers';

let stage: Stage;
let streetId: string;
let organizer: Actor;
let approver: Actor;
let maker: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  organizer = await officer(stage, 'organizer');
  approver = await officer(stage, 'approver');
  maker = await officer(stage, 'maker');
});
afterAll(() => stage.close());

describe('an expert', () => {
  const register = (personId: string, changes: object = {}) =>
    organizer.ok.post('/v1/experts', { personId, fields: ['finance', 'social-work'], ...changes });

  it('is in the pool with the mandate, and sees the own record alone', async () => {
    const zhou = await stage.person('周教授');
    const expert = await register(zhou.personId);
    expect(expert).toMatchObject({ fields: ['finance', 'social-work'], version: 1 });
    const { items } = await zhou.ok.get('/v1/experts');
    expect(items).toEqual([{ ...expert, name: '周教授', ties: [], leaves: [] }]);
    const pool = await inSystem(stage, (ctx) =>
      stage.get(Experts).available(ctx, toDay('2020-02-03')),
    );
    expect(pool).toContainEqual({
      expertId: expert.id,
      personId: zhou.personId,
      fields: ['finance', 'social-work'],
    });
    const names = (await organizer.ok.all('/v1/experts')).map(({ name }) => name);
    expect(names).toContain('周教授');
  });

  it('is refused twice, unknown, as administrator, or with an unknown employer', async () => {
    const zhou = await stage.person('周教授');
    await register(zhou.personId);
    const call = (body: object) => organizer.post('/v1/experts', { fields: ['finance'], ...body });
    await expectRefusal(call({ personId: zhou.personId }), 409, 'EXPERTS.REGISTERED_ALREADY');
    await expectRefusal(call({ personId: newId() }), 422, 'PEOPLE.UNKNOWN');
    await expectRefusal(call({ personId: stage.admin.personId }), 409, 'PEOPLE.DUTIES_CONFLICT');
    const qian = await stage.person('钱老师');
    const unknown = call({ personId: qian.personId, employerPartyId: newId() });
    await expectRefusal(unknown, 422, 'PARTIES.UNKNOWN');
    await expectRefusal(call({ personId: qian.personId, fields: [] }), 400, 'REQUEST.INVALID');
    const absent = inSystem(stage, (ctx) => stage.get(Experts).get(ctx, newId()));
    await expect(absent).rejects.toMatchObject({ code: 'EXPERTS.UNKNOWN' });
  });

  it('is added by the organizers of the top unit alone', async () => {
    const zhou = await stage.person('周教授');
    const body = { personId: zhou.personId, fields: ['finance'] };
    await expectRefusal(approver.post('/v1/experts', body), 403, 'ACCESS.DUTY_MISSING');
    const ofStreet = await officer(stage, 'organizer', streetId);
    await expectRefusal(ofStreet.post('/v1/experts', body), 404, 'ACCESS.NOT_FOUND');
    expect((await ofStreet.ok.get('/v1/experts')).items).toEqual([]);
  });

  it('is not available while away, the first and the last day included', async () => {
    const zhou = await stage.person('周教授');
    const { id } = await register(zhou.personId);
    const path = `/v1/experts/${id}/leave`;
    const away = { from: '2020-03-01', until: '2020-03-10' };
    const expert = await zhou.ok.post(path, away, { ifMatch: 1 });
    expect(expert.version).toBe(2);
    const isAvailable = async (on: string) => {
      const pool = await inSystem(stage, (ctx) => stage.get(Experts).available(ctx, toDay(on)));
      return pool.some(({ expertId }) => expertId === id);
    };
    const asked = ['2020-02-29', '2020-03-01', '2020-03-10', '2020-03-11'];
    expect(await Promise.all(asked.map(isAvailable))).toEqual([true, false, false, true]);
    const reversed = { from: '2020-03-10', until: '2020-03-01' };
    await expectRefusal(zhou.post(path, reversed, { ifMatch: 2 }), 422, 'EXPERTS.DAYS_REVERSED');
    await expectRefusal(zhou.post(path, away), 428, 'HTTP.MATCH_REQUIRED');
    await expectRefusal(zhou.post(path, away, { ifMatch: 1 }), 412, 'HTTP.STALE');
    const stranger = await stage.person('吴老师');
    await register(stranger.personId);
    await expectRefusal(stranger.post(path, away, { ifMatch: 2 }), 404, 'ACCESS.NOT_FOUND');
  });

  it('leaves the pool with the mandate', async () => {
    const zhou = await stage.person('周教授');
    await register(zhou.personId);
    const held = await stage.admin.ok.all('/v1/mandates');
    const mandate = held.find(({ personId }) => personId === zhou.personId);
    await stage.admin.ok.post(`/v1/mandates/${mandate.id}/end`, undefined, { ifMatch: 1 });
    const pool = await inSystem(stage, (ctx) =>
      stage.get(Experts).available(ctx, toDay('2020-02-03')),
    );
    expect(pool.map(({ personId }) => personId)).not.toContain(zhou.personId);
  });

  it('is tied by employment, by what was declared within the time, and by representing the party', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution());
    const employed = await register((await stage.person('周教授')).personId, {
      employerPartyId: party.id,
    });
    const represents = await register(li.personId);
    const former = await register((await stage.person('郑老师')).personId);
    const tie = { partyId: party.id, kind: 'pay', from: '2015-01-01', until: '2017-02-03' };
    await organizer.ok.post(`/v1/experts/${former.id}/ties`, tie, { ifMatch: 1 });
    const experts = [employed.id, represents.id, former.id];
    const since = (day: string) =>
      inSystem(stage, (ctx) => stage.get(Experts).tiesWith(ctx, experts, [party.id], toDay(day)));
    const lasting = [
      { expertId: employed.id, partyId: party.id, kind: 'employer' },
      { expertId: represents.id, partyId: party.id, kind: 'office' },
    ];
    expect(await since('2017-02-04')).toEqual(lasting);
    expect(await since('2017-02-03')).toHaveLength(3);
    const elsewhere = inSystem(stage, (ctx) =>
      stage.get(Experts).tiesWith(ctx, experts, [newId()], toDay('2000-01-01')),
    );
    expect(await elsewhere).toEqual([]);
  });

  it('declares own ties and nobody else’s', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution());
    const zhou = await stage.person('周教授');
    const { id } = await register(zhou.personId);
    const path = `/v1/experts/${id}/ties`;
    const tie = { partyId: party.id, kind: 'kin', from: '2019-01-01' };
    expect((await zhou.ok.post(path, tie, { ifMatch: 1 })).version).toBe(2);
    const reversed = { ...tie, until: '2018-12-31' };
    await expectRefusal(zhou.post(path, reversed, { ifMatch: 2 }), 422, 'EXPERTS.DAYS_REVERSED');
    const unknown = { ...tie, partyId: newId() };
    await expectRefusal(zhou.post(path, unknown, { ifMatch: 2 }), 422, 'PARTIES.UNKNOWN');
    await expectRefusal(li.post(path, tie, { ifMatch: 2 }), 403, 'ACCESS.DUTY_MISSING');
    const { items } = await zhou.ok.get('/v1/experts');
    expect(items[0].ties).toEqual([
      { partyId: party.id, kind: 'kin', from: '2019-01-01', until: null },
    ]);
  });
});

describe('the record of a party', () => {
  it('keeps a sanction, which counts from its first to its last day', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution());
    const sanction = {
      code: 'breach',
      reason: '未按合同履约',
      from: '2020-03-01',
      until: '2023-02-28',
    };
    const path = `/v1/parties/${party.id}/sanctions`;
    const noted = await approver.ok.post(path, sanction);
    expect(noted).toMatchObject({ ...sanction, kind: 'sanction', partyId: party.id });
    const counts = async (on: string) => {
      const active = await inSystem(stage, (ctx) =>
        stage.get(Credit).activeSanctions(ctx, party.id, toDay(on)),
      );
      return active.length;
    };
    const asked = ['2020-02-29', '2020-03-01', '2023-02-28', '2023-03-01'];
    expect(await Promise.all(asked.map(counts))).toEqual([0, 1, 1, 0]);
    expect((await li.ok.get(`/v1/parties/${party.id}/credit`)).items).toEqual([noted]);
    const reversed = { ...sanction, until: '2020-02-29' };
    await expectRefusal(approver.post(path, reversed), 422, 'CREDIT.DAYS_REVERSED');
    const change = stage.sql(`DELETE FROM credit_notes WHERE id = $1`, [noted.id]);
    await expect(change).rejects.toThrow('append-only');
  });

  it('takes grades from the stages, which keep nobody off the list', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution());
    const on = toDay('2020-02-03');
    const projectId = newId();
    await inSystem(stage, (ctx) =>
      stage.get(Credit).note(ctx, {
        partyId: party.id,
        kind: 'grade',
        code: 'good',
        projectId,
        fromDay: on,
      }),
    );
    const { items } = await organizer.ok.get(`/v1/parties/${party.id}/credit`);
    expect(items).toMatchObject([{ kind: 'grade', code: 'good', projectId, until: null }]);
    const active = inSystem(stage, (ctx) => stage.get(Credit).activeSanctions(ctx, party.id, on));
    expect(await active).toEqual([]);
  });

  it('is read by the party and officers, written by the top approver', async () => {
    const li = await stage.person('李敏');
    const party = await li.ok.post('/v1/parties', institution());
    const wang = await stage.person('王强');
    await wang.ok.post('/v1/parties', institution());
    await expectRefusal(wang.get(`/v1/parties/${party.id}/credit`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(maker.get(`/v1/parties/${party.id}/credit`), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(organizer.get(`/v1/parties/${newId()}/credit`), 404, 'ACCESS.NOT_FOUND');
    const sanction = {
      code: 'breach',
      reason: '未按合同履约',
      from: '2020-03-01',
      until: '2023-02-28',
    };
    const path = `/v1/parties/${party.id}/sanctions`;
    await expectRefusal(organizer.post(path, sanction), 403, 'ACCESS.DUTY_MISSING');
    const ofStreet = await officer(stage, 'approver', streetId);
    await expectRefusal(ofStreet.post(path, sanction), 404, 'ACCESS.NOT_FOUND');
    const absent = approver.post(`/v1/parties/${newId()}/sanctions`, sanction);
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
  });
});
