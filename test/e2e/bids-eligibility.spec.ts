import { newId } from '../../src/kernel/id';
import { EligibilityStory, named, type MadeBid } from '../support/eligibility-story';
import { officer } from '../support/registers';
import { BEFORE_CALL, unrecorded, type FundingBody } from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let story: EligibilityStory;
let body: FundingBody;
let street: Actor;
let lotId: string;
const sound = (name: string): MadeBid => story.sound[name]!;
const failing = (code: string): MadeBid => story.failing[code]!;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  story = await EligibilityStory.play(stage);
  ({ body, street, lotId } = story);
});
afterAll(() => stage.close());

describe('who may apply, in one call with three classes', () => {
  it.each([
    ['registered-from'],
    ['applicant-class'],
    ['annual-check-passed'],
    ['past-evaluation-passed'],
    ['assessment-grade-at-least'],
    ['clean-of'],
    ['clean-of-2'],
    ['no-open-project'],
    ['licence'],
  ])('puts out by %s, and by nothing else', async (code) => {
    expect(await story.failedOf(failing(code))).toEqual([code]);
    expect((await story.seen(failing(code))).state).toBe('disqualified');
  });

  it('puts out who does not declare what the rules ask for; the form is incomplete as well', async () => {
    const failed = await story.failedOf(failing('no-debts'));
    expect([...failed].sort()).toEqual(['form-complete', 'no-debts']);
  });

  it('asks each class its own, and fails nobody by what is asked of others', async () => {
    const askedOf = async (code: string) =>
      (await story.seen(sound(code))).checks.map((one: any) => one.code);
    for (const code of Object.keys(story.sound)) {
      expect({ code, failed: await story.failedOf(sound(code)) }).toEqual({ code, failed: [] });
    }
    const own = [
      ...['applicant-class', 'registered-from', 'annual-check-passed'],
      ...['past-evaluation-passed', 'assessment-grade-at-least'],
    ];
    const ownOf = async (code: string) =>
      (await askedOf(code)).filter((one: string) => own.includes(one)).sort();
    expect(await ownOf('startUp')).toEqual(['applicant-class', 'registered-from']);
    expect(await ownOf('centre')).toEqual(['annual-check-passed', 'past-evaluation-passed']);
    expect(await ownOf('rated')).toEqual(['applicant-class', 'assessment-grade-at-least']);
  });

  it('tells the bidder why, as of which day, by which rule and sum, in both languages', async () => {
    const { id } = sound('centre');
    const own = await sound('centre').by.actor.ok.get(`/v1/bids/${id}`);
    const check = own.checks.find(({ code }: any) => code === 'clean-of');
    expect(check).toMatchObject({
      ...{ verdict: 'pass', reason: null, asOf: '2020-04-10' },
      facts: { lookBackMonths: 12, from: '2019-04-10', entries: '2018-01-01/2019-04-09' },
      explanation: {
        rule: '/qualification/clean-of',
        arithmetic: '2019-04-09 < 2019-04-10; 0 = 0',
        words: {
          zh: '截止日2020-04-10之前12个月内（2019-04-10起）不在“活动异常名录”中。',
          en: 'In the 12 months before 2020-04-10, from 2019-04-10 on, the organization has not been on the list of abnormal operations.',
        },
      },
    });
    expect((await story.checkOf(failing('clean-of'), 'clean-of')).explanation.words.zh).toContain(
      '2018-01-01至2019-04-10',
    );
  });

  it('is not checked anew when the record changes later', async () => {
    const one = sound('startUp');
    await story.enter(one.by.partyId, 'listings', {
      list: 'abnormal-operations',
      from: '2020-04-01',
    });
    await stage.settled();
    expect((await story.checkOf(one, 'clean-of')).verdict).toBe('pass');
  });
});

describe('what no rule can decide', () => {
  const verdict = { code: 'local', verdict: 'pass', reason: '项目在本街道实施' };
  const judge = async (by: Actor, id: string, changes: object = {}) =>
    by.post(
      `/v1/bids/${id}/checks`,
      { ...verdict, ...changes },
      {
        ifMatch: (await story.seen({ id })).version,
      },
    );
  const toDecide = async (by: Actor): Promise<Record<string, string[]>> => {
    const { items } = await by.ok.get(`/v1/lots/${lotId}/checks?limit=200`);
    return Object.fromEntries(
      items.map(({ id, open: own }: any) => [id, own.map(({ code }: any) => code)]),
    );
  };

  it('is asked of the duties that the rules name, each of which sees its own', async () => {
    const page = await body.organizer.ok.get(`/v1/lots/${lotId}/qualification?limit=200`);
    const deciders = page.planned.map(({ code, by }: any) => [code, by]);
    expect(deciders.filter(([, by]: any) => by !== null)).toEqual([
      ['public-interest', 'organizer'],
      ['annual-check-passed', 'organizer'],
      ['local', 'streetOfficer'],
    ]);
    for (const who of [body.organizer, street]) {
      const tasks = (await who.ok.all('/v1/tasks')).filter(({ subject }) => subject.id === lotId);
      expect(tasks.map(({ kind }) => kind)).toEqual(['bids.judge']);
    }
    const ids = Object.values(story.sound).map(({ id }) => id);
    const ofStreet = await toDecide(street);
    expect(ofStreet).toEqual(Object.fromEntries(ids.map((id) => [id, ['local']])));
    expect((await toDecide(body.organizer))[sound('unchecked').id]).toEqual([
      ...['public-interest', 'annual-check-passed'],
    ]);
    expect(await toDecide(body.supervisor)).toEqual({});
  });

  it('comes with the application and its files, for whoever decides and no other street', async () => {
    const { items } = await street.ok.get(`/v1/lots/${lotId}/checks`);
    const one = items.find(({ id }: any) => id === sound('centre').id);
    expect(one).toMatchObject({ application: { applicantClass: 'centre' }, faults: [] });
    expect(one.open).toEqual([{ code: 'local', question: named('Local?') }]);
    const [file] = await sound('centre').by.actor.ok.all(
      `/v1/attachments?subjectKind=bid&subjectId=${one.id as string}`,
    );
    expect((await street.get(`/v1/attachments/${file!.id}/content`)).status).toBe(200);
    await expectRefusal(street.get(`/v1/bids/${one.id as string}`), 403, 'ACCESS.DUTY_MISSING');
    const expert = await officer(stage, 'expert');
    const hidden = expert.get(`/v1/attachments/${file!.id}/content`);
    await expectRefusal(hidden, 404, 'ACCESS.NOT_FOUND');
    expect(await toDecide(expert)).toEqual({});
    const unitId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    const elsewhere = await officer(stage, 'streetOfficer', unitId);
    const absent = elsewhere.get(`/v1/lots/${lotId}/checks`);
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    const own = sound('centre').by.actor.get(`/v1/lots/${lotId}/checks`);
    await expectRefusal(own, 403, 'ACCESS.DUTY_MISSING');
  });

  it('is decided by who holds that duty, and by nobody else', async () => {
    const { id } = sound('centre');
    for (const other of [body.organizer, body.approver, body.supervisor]) {
      await expectRefusal(judge(other, id), 403, 'ACCESS.DUTY_MISSING');
    }
    const unitId = await stage.unit(stage.cityId, 'street', 'dashi', '大石街道');
    const elsewhere = await officer(stage, 'streetOfficer', unitId);
    await expectRefusal(judge(elsewhere, id), 404, 'ACCESS.NOT_FOUND');
    const publicInterest = { code: 'public-interest' };
    await expectRefusal(judge(street, id, publicInterest), 403, 'ACCESS.DUTY_MISSING');
    const absent = street.post(`/v1/bids/${newId()}/checks`, verdict, { ifMatch: 1 });
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    expect((await judge(street, id)).status).toBe(201);
    await expectRefusal(judge(street, id), 409, 'BIDS.CHECK_DECIDED');
    expect(await story.checkOf(sound('centre'), 'local')).toMatchObject({
      ...{ verdict: 'pass', reason: verdict.reason, asOf: null, explanation: null },
    });
  });

  it('is no annual check that the record has, and none of a bid that is asked none', async () => {
    const annual = { code: 'annual-check-passed', reason: '已核对年检证书' };
    const known = judge(body.organizer, sound('centre').id, annual);
    await expectRefusal(known, 409, 'BIDS.CHECK_DECIDED');
    const unasked = judge(body.organizer, sound('startUp').id, annual);
    await expectRefusal(unasked, 422, 'BIDS.CHECK_UNKNOWN');
    await expectRefusal(judge(street, sound('unchecked').id, annual), 403, 'ACCESS.DUTY_MISSING');
    expect((await judge(body.organizer, sound('unchecked').id, annual)).status).toBe(201);
  });

  it('lets a bid go on when all of it is decided', async () => {
    for (const one of Object.values(story.sound)) {
      const publicInterest = { code: 'public-interest', reason: '服务免费' };
      expect((await judge(body.organizer, one.id, publicInterest)).status).toBe(201);
    }
    for (const id of Object.keys(await toDecide(street))) {
      const isLocal = id !== sound('rated').id;
      await judge(street, id, isLocal ? {} : { verdict: 'fail', reason: '不在本街道实施' });
    }
    await stage.settled();
    const states = await Promise.all(
      Object.values(story.sound).map(async (one) => (await story.seen(one)).state as string),
    );
    expect(states).toEqual(['qualified', 'qualified', 'qualified', 'disqualified']);
    expect(await toDecide(street)).toEqual({});
    const tasks = (await street.ok.all('/v1/tasks')).filter(({ subject }) => subject.id === lotId);
    expect(tasks).toEqual([]);
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
