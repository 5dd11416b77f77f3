import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Actor, expectRefusal, openStage, type Stage } from '../support/stage';

const screening = parse(
  readFileSync(join(__dirname, '../../examples/small-round/screening.yaml'), 'utf8'),
);
const need = {
  title: '独居老人助餐',
  targetGroup: '独居老人',
  headCount: 40,
  problem: '无人做饭',
  service: '每日送餐',
  aim: '覆盖四十人',
  serviceArea: '社区养老',
  askedBy: 12,
};

describe('the working calendar', () => {
  let stage: Stage;
  let organizer: Actor;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-01-22T09:00:00+08:00' });
    organizer = await stage.person('陈组', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
  });
  afterAll(() => stage.close());

  const notice = {
    notice: '测发电〔2020〕1号',
    title: '关于延长假期的通知（测试）',
    publishedOn: '2020-01-22',
    year: 2020,
    off: ['2020-02-03', '2020-02-04'],
    worked: [],
  };

  it('counts five working days from 20 to 25 April 2023, a Sunday among them', async () => {
    const unknown = await stage.nobody.ok.get('/v1/calendar/days?from=2023-04-20&to=2023-04-25');
    expect(unknown.items.every((day: any) => day.provisional)).toBe(true);
    const { items } = await stage.nobody.ok.get('/v1/calendar/days?from=2020-01-23&to=2020-02-01');
    const working = items.filter((day: any) => day.kind === 'working').map((day: any) => day.day);
    // The prolonged Spring Festival is not known yet: on 22 January, 31 January and 1 February are still worked.
    expect(working).toEqual(['2020-01-23', '2020-01-31', '2020-02-01']);
  });

  it('refuses days that are none, run backwards or are too many', async () => {
    for (const [from, to] of [
      ['2020-02-30', '2020-03-01'],
      ['2020-03-02', '2020-03-01'],
      ['2020-01-01', '2022-01-01'],
    ]) {
      const call = stage.nobody.get(`/v1/calendar/days?from=${from}&to=${to}`);
      await expectRefusal(call, 422, 'CLOCK.DAYS_WRONG');
    }
  });

  it('moves a running period later when a notice comes, never earlier', async () => {
    const streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    const resident = await stage.person('王居', [
      { duty: 'resident', scopeKind: 'unit', scopeId: streetId },
    ]);
    const document = { ...screening, needsFrom: '2020-01-01' };
    await organizer.ok.post('/v1/screening-rules', { document });
    const { id } = await resident.ok.post('/v1/needs', { ...need, unitId: streetId });
    const due = async () => {
      const { items } = await organizer.ok.get(`/v1/clocks?subjectId=${id}&state=running`);
      const check = items.find((clock: any) => clock.rule === 'need.check');
      return { dueAt: check.dueAt.slice(0, 10), zh: check.why.zh, en: check.why.en };
    };
    const before = await due();
    const { movedClocks } = await stage.admin.ok.post('/v1/calendar/notices', notice);
    const after = await due();
    expect(movedClocks).toBe(2);
    expect([before.dueAt, after.dueAt]).toEqual(['2020-02-05', '2020-02-07']);
    expect(after.zh).toMatch(/\p{Script=Han}/u);

    // A notice that takes the days off back would make it due earlier: it stays where it was told.
    const takenBack = {
      ...notice,
      notice: '测发电〔2020〕2号',
      off: [],
      worked: ['2020-02-03', '2020-02-04', '2020-02-08'],
    };
    const answer = await stage.admin.ok.post('/v1/calendar/notices', takenBack);
    expect(answer.movedClocks).toBe(0);
    expect((await due()).dueAt).toBe('2020-02-07');
  });

  it('refuses a notice that is known, from the future, contradicts itself or is entered by others', async () => {
    const enter = (changes: object, by = stage.admin) =>
      by.post('/v1/calendar/notices', { ...notice, ...changes });
    await expectRefusal(enter({}), 409, 'CLOCK.NOTICE_KNOWN');
    await expectRefusal(enter({ publishedOn: '2020-06-01' }), 422, 'CLOCK.NOTICE_AHEAD');
    const both = { notice: '测发电〔2020〕3号', worked: ['2020-02-03'] };
    await expectRefusal(enter(both), 422, 'CALENDAR.NOTICE_CONTRADICTS_ITSELF');
    const outside = { notice: '测发电〔2020〕3号', off: ['2022-02-03'] };
    await expectRefusal(enter(outside), 422, 'CALENDAR.DAY_OUTSIDE_NOTICE');
    await expectRefusal(enter({}, organizer), 403, 'ACCESS.DUTY_MISSING');
  });

  it('counts anew by a notice that came with the release once somebody enters it, and refuses it after that', async () => {
    const streetId = await stage.unit(stage.cityId, 'street', 'dashi', '大石街道');
    const resident = await stage.person('罗居', [
      { duty: 'resident', scopeKind: 'unit', scopeId: streetId },
    ]);
    const { id } = await resident.ok.post('/v1/needs', { ...need, unitId: streetId });
    const dueOn = async () => {
      const { items } = await organizer.ok.get(`/v1/clocks?subjectId=${id}&state=running`);
      return items.find(({ rule }: any) => rule === 'need.check').dueAt.slice(0, 10);
    };
    const known = (await stage.nobody.ok.get('/v1/calendar/notices')).items.find(
      ({ publishedOn }: any) => publishedOn === '2020-01-26',
    );
    const { title, publishedOn, year, off, worked } = known;
    const shipped = { notice: known.notice, title, publishedOn, year, off, worked };
    const enter = () => stage.admin.post('/v1/calendar/notices', shipped);
    await expectRefusal(enter(), 422, 'CLOCK.NOTICE_AHEAD');
    const before = await dueOn();
    await stage.advanceTo('2020-01-27T09:00:00+08:00');
    const { status, body } = await enter();
    expect([status, body.movedClocks > 0]).toEqual([201, true]);
    expect((await dueOn()) > before).toBe(true);
    await expectRefusal(enter(), 409, 'CLOCK.NOTICE_KNOWN');
    const { items } = await stage.nobody.ok.get('/v1/calendar/notices');
    expect(items.filter((one: any) => one.notice === known.notice)).toHaveLength(1);
  });

  it('shows the days of other places as a library has them, unofficial, and refuses a place that it has not', async () => {
    const days = (query: string) =>
      stage.nobody.ok.get(`/v1/calendar/days?from=2020-02-26&to=2020-02-28${query}`);
    const [, , mainland] = (await days('')).items;
    expect(mainland).toMatchObject({ kind: 'working', unofficial: false });
    const [before, , peace] = (await days('&calendar=TW')).items;
    expect(before).toMatchObject({ kind: 'working', provisional: false, unofficial: true });
    expect(peace).toMatchObject({ kind: 'off', why: 'holiday', unofficial: true });
    expect(peace.notice).toContain('非官方');
    const elsewhere = stage.nobody.get(
      '/v1/calendar/days?from=2020-02-28&to=2020-02-28&calendar=XX',
    );
    await expectRefusal(elsewhere, 400, 'REQUEST.INVALID');
  });

  it('keeps what one place says apart from the others', async () => {
    const ofTaiwan = { ...notice, calendar: 'TW', notice: '测发〔2020〕9号', off: ['2020-02-27'] };
    const made = await stage.admin.ok.post('/v1/calendar/notices', ofTaiwan);
    expect(made).toMatchObject({ calendar: 'TW', official: true, movedClocks: 0 });
    const day = async (calendar: string) => {
      const query = `from=2020-02-27&to=2020-02-27&calendar=${calendar}`;
      return (await stage.nobody.ok.get(`/v1/calendar/days?${query}`)).items[0];
    };
    expect(await day('TW')).toMatchObject({ kind: 'off', unofficial: false });
    expect(await day('CN')).toMatchObject({ kind: 'working' });
  });

  it('refuses to move time backwards, twice at once, or by others', async () => {
    const advance = (until: string, by = stage.admin) => by.post('/v1/clock/advance', { until });
    await expectRefusal(advance('2020-01-01T00:00:00+08:00'), 422, 'CLOCK.BACKWARDS');
    await expectRefusal(
      advance('2020-02-01T00:00:00+08:00', organizer),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(advance('tomorrow'), 400, 'REQUEST.INVALID');
  });
});

describe('a notice that came with the release and was never entered', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-01-22T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  it('keeps a period running that would have passed by the calendar of its beginning', async () => {
    const duty = (name: string, scopeId: string) => [{ duty: name, scopeKind: 'unit', scopeId }];
    const organizer = await stage.person('陈组', duty('organizer', stage.cityId) as never);
    const streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    const resident = await stage.person('王居', duty('resident', streetId) as never);
    const document = { ...screening, needsFrom: '2020-01-01' };
    await organizer.ok.post('/v1/screening-rules', { document });
    const { id } = await resident.ok.post('/v1/needs', { ...need, unitId: streetId });
    const check = async () => {
      const { items } = await organizer.ok.get(`/v1/clocks?subjectId=${id}`);
      const { state, dueAt } = items.find(({ rule }: any) => rule === 'need.check');
      return [state, dueAt.slice(0, 10)];
    };
    expect(await check()).toEqual(['running', '2020-02-05']);
    await stage.advanceTo('2020-02-05T09:00:00+08:00');
    expect(await check()).toEqual(['running', '2020-02-07']);
    await stage.advanceTo('2020-02-07T09:00:00+08:00');
    expect(await check()).toEqual(['passed', '2020-02-07']);
  });
});
