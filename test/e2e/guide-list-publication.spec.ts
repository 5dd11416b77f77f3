import { GuideListsStory } from '../support/guide-lists-story';
import { contentOf, unitDuty, type NeedsStory, type Street } from '../support/needs-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** A guide list from its publication to the edition that supersedes it; every allowed act with its forbidden twins. */
describe('guide lists in public', () => {
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

  describe('the publication', () => {
    it('waits until every item was consulted on and every unit has answered', async () => {
      const { body: list } = await lists.draft(story.organizer);
      const { items } = await lists.read(list.id);
      await expectRefusal(lists.publish(approver, list.id), 409, 'GUIDE_LISTS.NOT_CONSULTED');
      const asked = [];
      for (const item of items) {
        asked.push((await lists.consult(story.organizer, list.id, item.id, bureauId)).body);
      }
      for (const { id } of asked.slice(0, 2)) await lists.answer(bureau, id, { consents: true }, 1);
      const { body } = await expectRefusal(
        lists.publish(approver, list.id),
        409,
        'GUIDE_LISTS.ANSWERS_OPEN',
      );
      expect(body.facts).toEqual({ count: 1 });
      expect(await story.tasks(approver, list.id)).toEqual([]);
      await lists.answer(bureau, asked[2].id, { consents: true }, 1);
      expect(await story.tasks(approver, list.id)).toEqual(['guideLists.publish']);
      // A further unit is asked: the approver waits again.
      const further = await lists.consult(story.organizer, list.id, items[0].id, luopu.id);
      expect(await story.tasks(approver, list.id)).toEqual([]);
      await expectRefusal(lists.publish(approver, list.id), 409, 'GUIDE_LISTS.ANSWERS_OPEN');
      await lists.answer(luopu.officer, further.body.id, { consents: true }, 1);
      expect((await lists.publish(approver, list.id)).body).toMatchObject({
        state: 'published',
        edition: 1,
        version: 2,
      });
      expect(await story.tasks(approver, list.id)).toEqual([]);
    });

    it('keeps or drops each item without consent, with a reason', async () => {
      const { id, items } = await lists.answered([true, false, false]);
      const decisions = [
        { itemId: items[1].id, outcome: 'kept', reason: '需求人数多，与现有项目不重复' },
        { itemId: items[2].id, outcome: 'dropped', reason: '采纳民政局意见' },
      ];
      await expectRefusal(lists.publish(approver, id), 422, 'GUIDE_LISTS.UNDECIDED');
      const one = lists.publish(approver, id, { decisions: decisions.slice(1) });
      await expectRefusal(one, 422, 'GUIDE_LISTS.UNDECIDED');
      const agreed = { ...decisions[0], itemId: items[0].id };
      const wrong = lists.publish(approver, id, { decisions: [...decisions, agreed] });
      await expectRefusal(wrong, 422, 'GUIDE_LISTS.NOTHING_TO_DECIDE');
      const bare = { itemId: items[1].id, outcome: 'kept' };
      const call = lists.publish(approver, id, { decisions: [bare] });
      const { body: problem } = await expectRefusal(call, 400, 'REQUEST.INVALID');
      expect(problem.errors[0].pointer).toBe('/decisions/0/reason');
      expect((await lists.publish(approver, id, { decisions })).status).toBe(201);
      const outcomes = (await lists.read(id)).items.map(
        (item: { outcome: string }) => item.outcome,
      );
      expect(outcomes).toEqual(['agreed', 'kept', 'dropped']);
    });

    it('is refused when nothing would be left', async () => {
      const { id, items } = await lists.answered([false, false, false]);
      const decisions = items.map((item: { id: string }) => ({
        itemId: item.id,
        outcome: 'dropped',
        reason: '采纳民政局意见',
      }));
      await expectRefusal(lists.publish(approver, id, { decisions }), 409, 'GUIDE_LISTS.EMPTY');
      expect((await lists.read(id)).state).toBe('draft');
    });

    it('is made by an approver who is not the drafter, once, on the version seen', async () => {
      const { id } = await lists.answered();
      await expectRefusal(lists.publish(story.organizer, id), 403, 'ACCESS.DUTY_MISSING');
      const elsewhere = await stage.person('外批', [unitDuty('approver', shawan.id)]);
      await expectRefusal(lists.publish(elsewhere, id), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(lists.publish(approver, id, {}, null), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(lists.publish(approver, id, {}, 2), 412, 'HTTP.STALE');
      const answers = await Promise.all([1, 2, 3].map(() => lists.publish(approver, id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
      await expectRefusal(lists.publish(approver, id, {}, 2), 409, 'STATE.OUT_OF_ORDER');
      const { items } = await lists.read(id);
      const late = lists.consult(story.organizer, id, items[0].id, luopu.id);
      await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    });

    it('is not made by the person who drafted, even as an approver', async () => {
      const both = await stage.person('双职', [
        unitDuty('organizer', stage.cityId),
        unitDuty('approver', stage.cityId),
      ]);
      const { body: list } = await lists.draft(both);
      for (const item of (await lists.read(list.id)).items) {
        const { body } = await lists.consult(both, list.id, item.id, bureauId);
        await lists.answer(bureau, body.id, { consents: true }, 1);
      }
      await expectRefusal(lists.publish(both, list.id), 409, 'GUIDE_LISTS.SAME_PERSON');
      expect((await lists.publish(approver, list.id)).status).toBe(201);
    });
  });

  describe('a published list', () => {
    it('is read by everyone, without what was dropped and without comments or names', async () => {
      const { id, items } = await lists.answered([true, false, false]);
      const decisions = [
        { itemId: items[1].id, outcome: 'kept', reason: '需求人数多' },
        { itemId: items[2].id, outcome: 'dropped', reason: '采纳民政局意见' },
      ];
      await lists.publish(approver, id, { decisions });
      const { items: shown } = await stage.nobody.ok.get('/v1/public/gz/guide-lists?limit=200');
      expect(shown.map((list: { id: string }) => list.id)).toContain(id);
      const answerOf = await stage.nobody.get(`/v1/public/gz/guide-lists/${id}`);
      expect(answerOf.body).toMatchObject({
        title: lists.title,
        edition: 1,
        state: 'published',
      });
      const { service, aim } = contentOf();
      expect(answerOf.body.items).toEqual([
        expect.objectContaining({
          title: '独居老人助餐',
          street: '洛浦街道',
          service,
          aim,
          consultedUnits: [{ unit: '民政局', consents: true }],
          keptBecause: null,
        }),
        expect.objectContaining({
          title: '社区康复',
          consultedUnits: [{ unit: '民政局', consents: false }],
          keptBecause: '需求人数多',
        }),
      ]);
      expect(answerOf.text).not.toContain('与现有项目重复');
      for (const actor of [resident, story.organizer, approver, bureau]) {
        expect(answerOf.text).not.toContain(actor.personId);
      }
      const { items: notices } = await stage.nobody.ok.get(
        '/v1/public/gz/notices?kind=guide-list&limit=200',
      );
      const line = notices.find(({ subject }: { subject: { id: string } }) => subject.id === id);
      const notice = await stage.nobody.ok.get(`/v1/public/gz/notices/${line.id}`);
      expect(notice.content).toMatchObject({ guideListId: id, edition: 1, supersedes: null });
      expect(notice.content.items).toHaveLength(2);
    });

    it('is absent under another tenant’s address', async () => {
      const { id } = await lists.answered();
      await lists.publish(approver, id);
      const call = stage.nobody.get(`/v1/public/elsewhere/guide-lists/${id}`);
      await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
    });

    it('is superseded by its next edition, and stays readable', async () => {
      const { id: first } = await lists.answered();
      await lists.publish(approver, first);
      const { id: second } = await lists.answered([true], {
        replaces: first,
        needIds: lists.needIds.slice(2),
      });
      const { body } = await lists.publish(approver, second);
      expect(body).toMatchObject({ state: 'published', edition: 2, seriesId: first });
      expect(await lists.read(first)).toMatchObject({ state: 'superseded', version: 3 });
      const { items } = await stage.nobody.ok.get('/v1/public/gz/guide-lists?limit=200');
      const shown = items.map(({ id }: { id: string }) => id);
      expect(shown).toContain(second);
      expect(shown).not.toContain(first);
      const old = await stage.nobody.ok.get(`/v1/public/gz/guide-lists/${first}`);
      expect(old).toMatchObject({ state: 'superseded', edition: 1 });
    });

    it('is superseded once, by whichever edition is published first', async () => {
      const { id: first } = await lists.answered();
      const early = lists.draft(story.organizer, { replaces: first });
      await expectRefusal(early, 409, 'STATE.OUT_OF_ORDER');
      await lists.publish(approver, first);
      const [second, third] = [
        await lists.answered([true, true, true], { replaces: first }),
        await lists.answered([true, true, true], { replaces: first }),
      ];
      const answers = await Promise.all([
        lists.publish(approver, second.id),
        lists.publish(approver, third.id),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const lost = answers.find(({ status }) => status === 409)!;
      expect(lost.body.code).toBe('STATE.OUT_OF_ORDER');
      await expectRefusal(
        lists.draft(story.organizer, { replaces: '01930000-0000-7000-8000-000000000000' }),
        404,
        'ACCESS.NOT_FOUND',
      );
    });
  });
});
