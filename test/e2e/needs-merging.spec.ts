import {
  contentOf,
  idsOf,
  needOf,
  NeedsStory,
  unitDuty,
  type Street,
} from '../support/needs-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** Needs that ask for the same: found, joined and merged; every allowed act with its forbidden twins. */
describe('needs that ask for the same', () => {
  let stage: Stage;
  let story: NeedsStory;
  let luopu: Street;
  let shawan: Street;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    story = await NeedsStory.open(stage);
    luopu = await story.street('luopu', '洛浦街道');
    shawan = await story.street('shawan', '沙湾街道');
    await story.publishRules();
  });
  afterAll(() => stage.close());

  const act = (actor: Actor, needId: string, name: string, body: unknown, ifMatch?: number) =>
    actor.post(`/v1/needs/${needId}/${name}`, body, { ifMatch });

  describe('likely duplicates', () => {
    let street: Street;
    let need: { id: string };
    const found = async (actor: Actor) => {
      const { items } = await actor.ok.get(`/v1/needs/${need.id}/likely-duplicates`);
      return items.map((item: { need: { title: string } }) => item.need.title);
    };

    beforeAll(async () => {
      street = await story.street('dashi', '大石街道');
      need = await story.submit(street, { title: '独居老人午间助餐' });
      await story.submit(street, { title: '独居老人助餐' });
      await story.submit(street, { title: '为独居长者送午餐' });
      await story.submit(street, { title: '独居老人午间助餐', serviceArea: '社会救助' });
      await story.submit(luopu, { title: '独居老人午间助餐' });
      await story.submit(street, {
        title: '青少年暑期托管',
        targetGroup: '小学生',
        service: '假期日间照看与课业辅导',
      });
    });

    it('are those of the street and service area that read alike, likeliest first', async () => {
      expect(await found(street.officer)).toEqual(['独居老人助餐', '为独居长者送午餐']);
    });

    it('leave out what was merged', async () => {
      const { items } = await street.officer.ok.get(`/v1/needs/${need.id}/likely-duplicates`);
      const { id, version } = items[0].need;
      const body = { intoNeedId: need.id, reason: '同一诉求' };
      await street.officer.ok.post(`/v1/needs/${id}/merge`, body, { ifMatch: version });
      expect(await found(street.officer)).toEqual(['为独居长者送午餐']);
    });

    it('show an officer of one community those of that community alone', async () => {
      const other = await stage.unit(street.id, 'community', 'dashi-c2', '大石第二社区');
      const elder = await stage.person('赵居', [unitDuty('resident', other)]);
      await elder.ok.post('/v1/needs', needOf(other, { title: '独居老人午间助餐点' }));
      const officer = await stage.person('社工', [
        unitDuty('communityOfficer', street.communityId),
      ]);
      expect(await found(officer)).toEqual(['为独居长者送午餐']);
      expect(await found(street.officer)).toHaveLength(2);
    });

    it('are refused to residents, and absent for another street', async () => {
      const path = `/v1/needs/${need.id}/likely-duplicates`;
      await expectRefusal(street.resident.get(path), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(luopu.officer.get(path), 404, 'ACCESS.NOT_FOUND');
    });
  });

  describe('joining a need', () => {
    const join = (actor: Actor, id: string) => actor.post(`/v1/needs/${id}/joiners`);

    it('counts a resident of the unit once', async () => {
      const { id } = await story.submit(luopu);
      const neighbour = await story.resident(luopu.communityId);
      expect((await join(neighbour, id)).body).toMatchObject({ askedBy: 13, version: 2 });
      await expectRefusal(join(neighbour, id), 409, 'NEEDS.JOINED_ALREADY');
      await expectRefusal(join(luopu.resident, id), 409, 'NEEDS.JOINED_ALREADY');
      expect((await luopu.officer.ok.get(`/v1/needs/${id}`)).askedBy).toBe(13);
    });

    it('counts two who join at the same moment, and one who does so twice at once only once', async () => {
      const { id } = await story.submit(luopu);
      const [one, other] = [
        await story.resident(luopu.communityId),
        await story.resident(luopu.communityId),
      ];
      const both = await Promise.all([join(one, id), join(other, id)]);
      expect(both.map(({ status }) => status)).toEqual([201, 201]);
      expect((await luopu.officer.ok.get(`/v1/needs/${id}`)).askedBy).toBe(14);
      const third = await story.resident(luopu.communityId);
      const twice = await Promise.all([join(third, id), join(third, id), join(third, id)]);
      expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect((await luopu.officer.ok.get(`/v1/needs/${id}`)).askedBy).toBe(15);
    });

    it('keeps those who joined when the need is completed', async () => {
      const { id } = await story.submit(luopu);
      await join(await story.resident(luopu.communityId), id);
      const { version } = await story.check(luopu, id, 'return', '请补充');
      const content = contentOf({ askedBy: 20 });
      const done = await act(luopu.resident, id, 'completion', content, version);
      expect(done.body.askedBy).toBe(21);
    });

    it('is refused to officials, to residents elsewhere and once the need is decided', async () => {
      const { id } = await story.submit(luopu);
      await expectRefusal(join(luopu.officer, id), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(join(shawan.resident, id), 404, 'ACCESS.NOT_FOUND');
      await story.check(luopu, id, 'reject', '不在服务范围');
      const neighbour = await story.resident(luopu.communityId);
      await expectRefusal(join(neighbour, id), 409, 'NEEDS.DECIDED');
    });
  });

  describe('merging', () => {
    const merge = (actor: Actor, id: string, intoNeedId: string, ifMatch?: number) =>
      act(actor, id, 'merge', { intoNeedId, reason: '同一诉求' }, ifMatch);

    it('takes everyone who asked along, and tells them', async () => {
      const [neighbour, elder] = [
        await story.resident(luopu.communityId),
        await story.resident(luopu.communityId),
      ];
      const first = await story.submit(luopu, { askedBy: 5 });
      const second = await neighbour.ok.post(
        '/v1/needs',
        needOf(luopu.communityId, { askedBy: 7 }),
      );
      await elder.ok.post(`/v1/needs/${second.id}/joiners`);
      const third = await story.submit(luopu, { askedBy: 100 });
      await elder.ok.post(`/v1/needs/${third.id}/joiners`);

      const { body: merged } = await merge(luopu.officer, second.id, first.id, 2);
      expect(merged).toMatchObject({ state: 'merged', mergedInto: first.id, reason: '同一诉求' });
      expect(await story.tasks(luopu.officer, second.id)).toEqual([]);
      expect(await story.told('needs.merged', second.id)).toEqual(idsOf(neighbour, elder));
      expect((await luopu.officer.ok.get(`/v1/needs/${first.id}`)).askedBy).toBe(13);

      // By way of the first one both come to the third; who joined there already counts once.
      expect((await merge(luopu.officer, first.id, third.id, 2)).status).toBe(201);
      expect((await luopu.officer.ok.get(`/v1/needs/${third.id}`)).askedBy).toBe(113);
      await story.check(luopu, third.id, 'reject', '已由区里统一实施');
      expect(await story.told('needs.rejected', third.id)).toEqual(
        idsOf(luopu.resident, neighbour, elder),
      );
    });

    it('is refused into itself, another street’s, a decided one and one that is not there', async () => {
      const { id } = await story.submit(luopu);
      const rejected = await story.submit(luopu);
      await story.check(luopu, rejected.id, 'reject', '不在服务范围');
      const elsewhere = await story.submit(shawan);
      const absent = '01930000-0000-7000-8000-000000000000';
      for (const target of [id, rejected.id, elsewhere.id, absent]) {
        await expectRefusal(merge(luopu.officer, id, target, 1), 409, 'NEEDS.MERGE_TARGET');
      }
      expect((await luopu.officer.ok.get(`/v1/needs/${id}`)).state).toBe('submitted');
    });

    it('is refused to others, out of order, without a reason, the version or with an old one', async () => {
      const [first, second] = [await story.submit(luopu), await story.submit(luopu)];
      const { officer, resident } = luopu;
      await expectRefusal(merge(resident, first.id, second.id, 1), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(merge(shawan.officer, first.id, second.id, 1), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(merge(officer, first.id, second.id), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(merge(officer, first.id, second.id, 4), 412, 'HTTP.STALE');
      const bare = act(officer, first.id, 'merge', { intoNeedId: second.id }, 1);
      await expectRefusal(bare, 400, 'REQUEST.INVALID');
      await story.check(luopu, first.id, 'forward');
      await expectRefusal(merge(officer, first.id, second.id, 2), 409, 'STATE.OUT_OF_ORDER');
      // The other way round a forwarded one takes what is still to be checked.
      expect((await merge(officer, second.id, first.id, 1)).status).toBe(201);
    });

    it('of two needs into each other at once does one', async () => {
      const [first, second] = [await story.submit(luopu), await story.submit(luopu)];
      const answers = await Promise.all([
        merge(luopu.officer, first.id, second.id, 1),
        merge(luopu.officer, second.id, first.id, 1),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    });
  });
});
