import { awardsStory, grounds, threeBids } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;
let resident: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
  resident = await stage.person('王居民', []);
}, 120_000);
afterAll(() => stage.close());

describe('an objection', () => {
  let lot: ReviewedLot;
  let awardId: string;
  let path: string;

  beforeAll(async () => {
    lot = await story.noticedLot();
    awardId = (await story.award(lot, 1)).id;
  }, 60_000);

  it('is refused without a name, and under a name that is not the registered one', async () => {
    const to = `/v1/awards/${awardId}/challenges`;
    for (const realName of [undefined, '', '匿名', '王居']) {
      await expectRefusal(
        resident.post(to, { kind: 'objection', realName, grounds }),
        422,
        'CHALLENGES.REAL_NAME_REQUIRED',
      );
    }
    await expectRefusal(
      stage.nobody.post(to, { kind: 'objection', realName: '王居民', grounds }),
      401,
      'ACCESS.SIGN_IN_REQUIRED',
    );
  });

  it('is refused against an award that is not published', async () => {
    const other = await seedReviewedLot(stage, officers, threeBids());
    const { id } = await story.award(other, 1);
    await expectRefusal(
      resident.post(`/v1/awards/${id}/challenges`, {
        kind: 'objection',
        realName: '王居民',
        grounds,
      }),
      404,
      'ACCESS.NOT_FOUND',
    );
  });

  it('is refused against one on the reserve, which is published and not proposed', async () => {
    const { id } = await story.award(lot, 3);
    await expectRefusal(
      resident.post(`/v1/awards/${id}/challenges`, {
        kind: 'objection',
        realName: '王居民',
        grounds,
      }),
      409,
      'CHALLENGES.NOTICE_OVER',
    );
  });

  it('is taken from anybody with their real name while the notice stands, once', async () => {
    const to = `/v1/awards/${awardId}/challenges`;
    const body = { kind: 'objection', realName: ' 王居民', grounds };
    const calls = Array.from({ length: 20 }, () => resident.post(to, body));
    expect(await story.tally(calls)).toEqual({ '201': 1, '409 CHALLENGES.ALREADY_OPEN': 19 });
    const [challenge] = (await resident.ok.get('/v1/challenges')).items;
    expect(challenge).toMatchObject({ state: 'submitted', objectorName: '王居民', version: 1 });
    path = `/v1/challenges/${challenge.id}`;
    expect(await story.tasksOf(officers.approver, challenge.id)).toEqual(['challenges.decide']);
    expect(await story.mailsTo(resident, challenge.id)).toEqual(['challenges.received']);
  });

  it('is not seen by the party of the award before it is admitted, nor by strangers at all', async () => {
    const { applicant } = lot.bids[0]!;
    const stranger = await stage.person('孙路人', []);
    await expectRefusal(applicant.get(path), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(stranger.get(path), 404, 'ACCESS.NOT_FOUND');
    expect((await applicant.ok.get('/v1/challenges')).items).toEqual([]);
  });

  it('is not decided by an organizer, by who objects, out of order or on a stale version', async () => {
    await expectRefusal(
      officers.organizer.post(`${path}/admission`, undefined, { ifMatch: 1 }),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(
      officers.approver.post(`${path}/admission`, undefined, { ifMatch: 2 }),
      412,
      'HTTP.STALE',
    );
    await expectRefusal(
      officers.approver.post(
        `${path}/answer`,
        { outcome: 'dismissed', reason: '查无实据' },
        { ifMatch: 1 },
      ),
      409,
      'STATE.OUT_OF_ORDER',
    );
    const own = await story.objection(officers.secondApprover, lot, 2, false);
    await expectRefusal(
      officers.secondApprover.post(`${own}/admission`, undefined, { ifMatch: 1 }),
      409,
      'CHALLENGES.OWN_OBJECTION',
    );
    const rejected = await story.act(officers.approver, own, 'rejection', {
      reason: '与立项无关',
    });
    expect(rejected).toMatchObject({ state: 'rejected', reason: '与立项无关' });
    await expectRefusal(
      officers.approver.post(`${own}/admission`, undefined, { ifMatch: 2 }),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('holds the award when it is admitted; the party then sees what it says, not who', async () => {
    await story.act(officers.approver, path, 'admission');
    const { items } = await officers.approver.ok.get('/v1/holds');
    expect(items).toMatchObject([{ subjectKind: 'award', subjectId: awardId, state: 'standing' }]);
    const { applicant } = lot.bids[0]!;
    expect(await applicant.ok.get(path)).toMatchObject({
      state: 'admitted',
      grounds,
      objectorName: null,
    });
    expect((await officers.supervisor.ok.get(path)).objectorName).toBe('王居民');
    expect(await story.mailsTo(applicant, path.split('/').at(-1))).toEqual(['challenges.admitted']);
  });

  it('keeps the lot from being confirmed when the notice is over', async () => {
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    expect(await story.lotState(lot)).toBe('noticed');
    expect(await story.standing(lot)).toEqual([
      '长者助餐 noticed',
      '助残就业 noticed',
      '青年议事 reserve',
    ]);
  });

  it('is refused when the notice is over', async () => {
    const { id } = await story.award(lot, 2);
    await expectRefusal(
      resident.post(`/v1/awards/${id}/challenges`, {
        kind: 'objection',
        realName: '王居民',
        grounds,
      }),
      409,
      'CHALLENGES.NOTICE_OVER',
    );
  });

  it('reminds the approvers two working days before the answer is due, then the supervisors hear of it', async () => {
    const id = path.split('/').at(-1)!;
    await stage.terminate('challenge', id);
    await stage.advanceTo('2020-05-26T12:00:00+08:00');
    expect(await story.mailsTo(officers.approver, id)).toEqual(['challenges.answerReminder']);
    expect(await story.tasksOf(officers.supervisor, id)).toEqual([]);
    await stage.advanceTo('2020-05-28T00:00:00+08:00');
    expect(await story.tasksOf(officers.supervisor, id)).toEqual(['challenges.answerOverdue']);
    expect(await story.lotState(lot)).toBe('noticed');
  });

  it('needs an effect when it is upheld, and takes none when it is dismissed', async () => {
    const reason = '查无实据';
    const by = officers.approver;
    for (const answer of [
      { outcome: 'upheld', reason },
      { outcome: 'dismissed', reason, effect: 'revoke' },
    ]) {
      await expectRefusal(
        by.post(`${path}/answer`, answer, { ifMatch: 2 }),
        422,
        'CHALLENGES.EFFECT_REQUIRED',
      );
    }
  });

  it('lifts the hold when it is dismissed, and the awards go on', async () => {
    await story.act(officers.approver, path, 'answer', {
      outcome: 'dismissed',
      reason: '查无实据',
    });
    expect((await officers.approver.ok.get('/v1/holds?state=standing')).items).toEqual([]);
    expect(await story.lotState(lot)).toBe('confirmed');
    expect((await story.award(lot, 1)).state).toBe('confirmed');
    const id = path.split('/').at(-1)!;
    expect(await story.tasksOf(officers.supervisor, id)).toEqual([]);
    expect(await story.mailsTo(resident, id)).toEqual([
      'challenges.received',
      'challenges.admitted',
      'challenges.dismissed',
    ]);
    const [process] = await stage.sql('SELECT ended_at FROM processes WHERE id = $1', [id]);
    expect(process.ended_at).not.toBeNull();
  });
});

describe('an objection that is not decided yet', () => {
  it('keeps the lot from being confirmed, and a rejection lets it go on', async () => {
    const lot = await story.noticedLot();
    const path = await story.objection(resident, lot, 1, false);
    await stage.advanceTo('2020-06-06T00:00:00+08:00');
    expect(await story.lotState(lot)).toBe('noticed');
    await story.act(officers.approver, path, 'rejection', { reason: '没有具体事实' });
    expect(await story.lotState(lot)).toBe('confirmed');
  }, 60_000);
});
