import { GuideListsStory } from '../support/guide-lists-story';
import { unitDuty, type NeedsStory, type Street } from '../support/needs-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** A guide list while it is drawn up: its draft and its consultations; every allowed act with its forbidden twins. */
describe('guide lists', () => {
  let stage: Stage;
  let lists: GuideListsStory;
  let story: NeedsStory;
  let luopu: Street;
  let shawan: Street;
  let bureauId: string;
  let bureau: Actor;
  let approver: Actor;
  let resident: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    lists = await GuideListsStory.open(stage);
    ({ needs: story, luopu, shawan, bureauId, bureau, approver } = lists);
    ({ resident } = luopu);
  });
  afterAll(() => stage.close());

  describe('a draft', () => {
    it('takes selected needs of several streets, in the order given', async () => {
      const { status, body: list } = await lists.draft(story.organizer, {
        needIds: lists.needIds.toReversed(),
      });
      expect(status).toBe(201);
      expect(list).toMatchObject({
        state: 'draft',
        edition: null,
        unitId: stage.cityId,
        seriesId: list.id,
        version: 1,
      });
      const { items } = await lists.read(list.id);
      const titles = items.map((item: { need: { title: string } }) => item.need.title);
      expect(titles).toEqual(['青少年托管', '社区康复', '独居老人助餐']);
    });

    it('belongs to the unit above the streets, and is drafted by nobody further down', async () => {
      const { body } = await lists.draft(story.organizer, { needIds: lists.needIds.slice(0, 1) });
      expect(body.unitId).toBe(stage.cityId);
      // As of needs that were never selected: whose they are and what became of them is not told.
      await expectRefusal(lists.draft(bureau), 422, 'GUIDE_LISTS.NEED_NOT_SELECTED');
      await expectRefusal(lists.draft(luopu.officer), 403, 'ACCESS.DUTY_MISSING');
    });

    it('takes nothing that was not selected, and no need twice', async () => {
      const waiting = await story.submit(luopu);
      const absent = '01930000-0000-7000-8000-000000000000';
      for (const id of [waiting.id, absent]) {
        const call = lists.draft(story.organizer, { needIds: [...lists.needIds, id] });
        const { body } = await expectRefusal(call, 422, 'GUIDE_LISTS.NEED_NOT_SELECTED');
        expect(body.facts).toEqual({ count: 1 });
      }
      const [first] = lists.needIds;
      const twice = lists.draft(story.organizer, { needIds: [first, first] });
      await expectRefusal(twice, 400, 'REQUEST.INVALID');
      await expectRefusal(lists.draft(story.organizer, { needIds: [] }), 400, 'REQUEST.INVALID');
    });

    it('is seen by those who draw it up and by nobody else', async () => {
      const { body: list } = await lists.draft(story.organizer);
      for (const actor of [story.organizer, approver]) {
        const { items } = await actor.ok.get('/v1/guide-lists?limit=200');
        expect(items.map(({ id }: { id: string }) => id)).toContain(list.id);
        expect((await actor.get(`/v1/guide-lists/${list.id}`)).status).toBe(200);
      }
      await expectRefusal(bureau.get(`/v1/guide-lists/${list.id}`), 404, 'ACCESS.NOT_FOUND');
      expect((await bureau.ok.get('/v1/guide-lists')).items).toEqual([]);
      await expectRefusal(resident.get('/v1/guide-lists'), 403, 'ACCESS.DUTY_MISSING');
      const open = stage.nobody.get(`/v1/public/gz/guide-lists/${list.id}`);
      await expectRefusal(open, 404, 'ACCESS.NOT_FOUND');
      expect((await stage.nobody.get('/v1/public/gz/guide-lists')).text).not.toContain(list.id);
    });
  });

  describe('a consultation', () => {
    let listId: string;
    let itemId: string;

    beforeEach(async () => {
      listId = (await lists.draft(story.organizer)).body.id;
      itemId = (await lists.read(listId)).items[0].id;
    });

    it('asks the officers of a unit, whatever its kind, and shows them the need', async () => {
      const community = await stage.person('社工', [
        unitDuty('communityOfficer', shawan.communityId),
      ]);
      const asked = [
        [bureau, bureauId],
        [luopu.officer, luopu.id],
        [community, shawan.communityId],
      ] as const;
      for (const [officer, unitId] of asked) {
        const { body } = await lists.consult(story.organizer, listId, itemId, unitId);
        expect(body).toMatchObject({ itemId, unitId, state: 'asked', consents: null, version: 1 });
        expect(await story.tasks(officer, body.id)).toEqual(['guideLists.answer']);
        expect(await story.told('guideLists.answer', body.id)).toEqual([officer.personId]);
        const { items } = await officer.ok.get(
          '/v1/guide-list-consultations?state=asked&limit=200',
        );
        const shown = items.find(({ id }: { id: string }) => id === body.id);
        expect(shown).toMatchObject({ listTitle: lists.title, need: { title: '独居老人助餐' } });
      }
    });

    it('is asked for by the organizer alone, about an item of the list, of a unit that exists, once', async () => {
      const absent = '01930000-0000-7000-8000-000000000000';
      const { organizer } = story;
      await expectRefusal(
        lists.consult(approver, listId, itemId, bureauId),
        403,
        'ACCESS.DUTY_MISSING',
      );
      await expectRefusal(lists.consult(bureau, listId, itemId, bureauId), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(
        lists.consult(organizer, absent, itemId, bureauId),
        404,
        'ACCESS.NOT_FOUND',
      );
      const elsewhere = (await lists.read((await lists.draft(organizer)).body.id)).items[0].id;
      const item = lists.consult(organizer, listId, elsewhere, bureauId);
      await expectRefusal(item, 422, 'GUIDE_LISTS.ITEM_UNKNOWN');
      await expectRefusal(lists.consult(organizer, listId, itemId, absent), 422, 'UNITS.UNKNOWN');
      const twice = await Promise.all(
        [1, 2].map(() => lists.consult(organizer, listId, itemId, bureauId)),
      );
      expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
      const again = lists.consult(organizer, listId, itemId, bureauId);
      await expectRefusal(again, 409, 'GUIDE_LISTS.CONSULTED_ALREADY');
    });

    it('is answered once, with a comment where the unit does not consent', async () => {
      const { body: asked } = await lists.consult(story.organizer, listId, itemId, luopu.id);
      const bare = lists.answer(luopu.officer, asked.id, { consents: false }, 1);
      await expectRefusal(bare, 422, 'GUIDE_LISTS.COMMENT_REQUIRED');
      const said = { consents: false, comment: '街道已有长者饭堂' };
      const { body } = await lists.answer(luopu.officer, asked.id, said, 1);
      expect(body).toMatchObject({ ...said, state: 'answered', version: 2 });
      expect(await story.tasks(luopu.officer, asked.id)).toEqual([]);
      const again = lists.answer(luopu.officer, asked.id, { consents: true }, 2);
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
    });

    it('is answered by nobody of another unit, not by the drafter, and not against another version', async () => {
      const { body: asked } = await lists.consult(story.organizer, listId, itemId, luopu.id);
      const yes = { consents: true };
      await expectRefusal(lists.answer(resident, asked.id, yes, 1), 403, 'ACCESS.DUTY_MISSING');
      for (const actor of [shawan.officer, bureau]) {
        await expectRefusal(lists.answer(actor, asked.id, yes, 1), 404, 'ACCESS.NOT_FOUND');
        const { text } = await actor.get('/v1/guide-list-consultations?limit=200');
        expect(text).not.toContain(asked.id);
      }
      const own = lists.answer(story.organizer, asked.id, yes, 1);
      await expectRefusal(own, 409, 'GUIDE_LISTS.DRAFTER_ANSWERS');
      await expectRefusal(lists.answer(luopu.officer, asked.id, yes), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(lists.answer(luopu.officer, asked.id, yes, 2), 412, 'HTTP.STALE');
      const vague = lists.answer(luopu.officer, asked.id, { consents: 'yes' }, 1);
      await expectRefusal(vague, 400, 'REQUEST.INVALID');
      await expectRefusal(resident.get('/v1/guide-list-consultations'), 403, 'ACCESS.DUTY_MISSING');
    });

    it('gives one answer when two come at the same moment', async () => {
      const { body: asked } = await lists.consult(story.organizer, listId, itemId, luopu.id);
      const colleague = await stage.person('李二', [unitDuty('streetOfficer', luopu.id)]);
      const answers = await Promise.all([
        lists.answer(luopu.officer, asked.id, { consents: true }, 1),
        lists.answer(colleague, asked.id, { consents: false, comment: '不同意' }, 1),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    });
  });
});
