import { idsOf, needOf, NeedsStory, sheetOf, unitDuty, type Street } from '../support/needs-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** The experts of a reported list and their sheets; every allowed act with its forbidden twins. */
describe('screening by experts', () => {
  let stage: Stage;
  let story: NeedsStory;
  let shawan: Street;
  let experts: Actor[];

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    story = await NeedsStory.open(stage);
    await story.publishRules();
    shawan = await story.street('shawan', '沙湾街道');
    experts = await story.experts(6);
  });
  afterAll(() => stage.close());

  const name = (actor: Actor, cycleId: string, body: object, ifMatch?: number) =>
    actor.post(`/v1/screening-cycles/${cycleId}/experts`, body, { ifMatch });
  const panel = (...actors: Actor[]) => ({ personIds: actors.map(({ personId }) => personId) });
  const handIn = (actor: Actor, needId: string, body: object = sheetOf(80)) =>
    actor.post(`/v1/needs/${needId}/screening-sheets`, body);
  const result = (actor: Actor, cycleId: string) =>
    actor.get(`/v1/screening-cycles/${cycleId}/result`);

  describe('the experts', () => {
    it('are named by the organizer, and have ten working days', async () => {
      const { street, cycleId } = await story.reported(2);
      const three = experts.slice(0, 3);
      const cycle = await story.nameExperts(street, three);
      expect(cycle).toMatchObject({ id: cycleId, state: 'reported', version: 3 });
      expect(await story.tasks(story.organizer, cycleId)).toEqual([]);
      for (const expert of three) {
        expect(await story.tasks(expert, cycleId)).toEqual(['screening.score']);
      }
      expect(await story.tasks(experts[3]!, cycleId)).toEqual([]);
      const clocks = await stage.sql(
        `SELECT rule, due_at AS "dueAt" FROM clocks WHERE subject_id = $1 ORDER BY rule`,
        [cycleId],
      );
      expect(clocks).toEqual([
        { rule: 'cycle.screening', dueAt: new Date('2020-02-18T00:00:00+08:00') },
        { rule: 'cycle.screeningReminder', dueAt: new Date('2020-02-14T00:00:00+08:00') },
      ]);
    });

    it.each([1, 2, 4])('are refused when there are %i of them', async (count) => {
      const { cycleId } = await story.reported();
      const call = name(story.organizer, cycleId, panel(...experts.slice(0, count)), 2);
      await expectRefusal(call, 422, 'SCREENING.PANEL_SIZE');
    });

    it('are refused when one is named twice, or far too many', async () => {
      const { cycleId } = await story.reported();
      const [one, other] = experts as [Actor, Actor];
      const twice = name(story.organizer, cycleId, panel(one, one, other), 2);
      await expectRefusal(twice, 400, 'REQUEST.INVALID');
      const many = { personIds: Array.from({ length: 23 }, () => one.personId) };
      await expectRefusal(name(story.organizer, cycleId, many, 2), 400, 'REQUEST.INVALID');
    });

    it('are refused when one is no expert, or an expert of another unit alone', async () => {
      const { cycleId } = await story.reported();
      const elsewhere = await stage.person('外区专家', [unitDuty('expert', shawan.id)]);
      for (const actor of [shawan.resident, elsewhere]) {
        const call = name(story.organizer, cycleId, panel(experts[0]!, experts[1]!, actor), 2);
        await expectRefusal(call, 422, 'SCREENING.NOT_AN_EXPERT');
      }
    });

    it('are refused when one submitted or joined a need on the list, by a merger as well', async () => {
      const street = await story.street('dashi', '大石街道');
      const both = [unitDuty('resident', street.communityId), unitDuty('expert', stage.cityId)];
      const [submitter, joiner] = [await stage.person('甲', both), await stage.person('乙', both)];
      const merged = await submitter.ok.post('/v1/needs', needOf(street.communityId));
      const need = await story.submit(street);
      await joiner.ok.post(`/v1/needs/${need.id}/joiners`);
      const body = { intoNeedId: need.id, reason: '同一诉求' };
      await street.officer.ok.post(`/v1/needs/${merged.id}/merge`, body, { ifMatch: 1 });
      await story.check(street, need.id, 'forward');
      const { id, version } = await story.report(street);
      for (const actor of [submitter, joiner]) {
        const call = name(story.organizer, id, panel(experts[0]!, experts[1]!, actor), version);
        await expectRefusal(call, 409, 'SCREENING.EXPERT_INVOLVED');
      }
    });

    it('are refused when one of them checked or reported the list, or names the others', async () => {
      const { street, cycleId } = await story.reported();
      for (const actor of [street.officer, story.organizer]) {
        const mandate = unitDuty('expert', stage.cityId);
        const path = `/v1/persons/${actor.personId}/mandates`;
        const given = await stage.admin.ok.post(path, mandate);
        const call = name(story.organizer, cycleId, panel(experts[0]!, experts[1]!, actor), 2);
        await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
        await stage.admin.ok.post(`/v1/mandates/${given.id}/end`, undefined, {
          ifMatch: given.version,
        });
      }
    });

    it('are named by nobody else, not before the report, and not against another version', async () => {
      const { street, cycleId } = await story.reported();
      const three = panel(...experts.slice(0, 3));
      await expectRefusal(name(street.officer, cycleId, three, 2), 403, 'ACCESS.DUTY_MISSING');
      const other = await stage.person('外组', [unitDuty('organizer', shawan.id)]);
      await expectRefusal(name(other, cycleId, three, 2), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(name(story.organizer, cycleId, three), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(name(story.organizer, cycleId, three, 1), 412, 'HTTP.STALE');
      const collecting = (await story.submit(street)).cycleId;
      const early = name(story.organizer, collecting, three, 1);
      await expectRefusal(early, 409, 'STATE.OUT_OF_ORDER');
    });

    it('are replaced with a reason while they have not finished', async () => {
      const { street, cycleId, needId } = await story.reported();
      const [a, b, c, d] = experts as [Actor, Actor, Actor, Actor];
      await story.nameExperts(street, [a, b, c]);
      await story.handIn(a, needId, 90);
      const bare = name(story.organizer, cycleId, panel(a, b, d), 3);
      await expectRefusal(bare, 422, 'SCREENING.REASON_REQUIRED');
      const reason = '因病不能履职';
      const done = name(story.organizer, cycleId, { ...panel(b, c, d), reason }, 3);
      await expectRefusal(done, 409, 'SCREENING.EXPERT_DONE');
      await story.nameExperts(street, [a, b, d], reason);
      expect(await story.told('screening.released', cycleId)).toEqual(idsOf(c));
      expect(await story.tasks(c, cycleId)).toEqual([]);
      expect(await story.tasks(d, cycleId)).toEqual(['screening.score']);
      await expectRefusal(handIn(c, needId), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(c.get(`/v1/needs/${needId}`), 404, 'ACCESS.NOT_FOUND');
      await story.handIn(b, needId, 60);
      await story.handIn(d, needId, 60);
      await stage.settled();
      const { items } = await story.organizer.ok.get(`/v1/screening-cycles/${cycleId}/result`);
      expect(items[0]).toMatchObject({ outcome: 'selected', score: '70.00' });
    });

    it('are fewer in the end, and the list is decided when those left have all finished', async () => {
      const { street, needId, cycleId } = await story.reported();
      await story.nameExperts(street, experts.slice(0, 5));
      for (const expert of experts.slice(0, 3)) await story.handIn(expert, needId, 75);
      await story.nameExperts(street, experts.slice(0, 3), '两位专家出差');
      await stage.settled();
      expect((await result(story.organizer, cycleId)).body.items[0].outcome).toBe('selected');
    });
  });

  describe('a sheet', () => {
    let needId: string;
    let cycleId: string;
    let street: Street;
    let expert: Actor;

    beforeAll(async () => {
      ({ street, needId, cycleId } = await story.reported(2));
      await story.nameExperts(street, experts.slice(0, 3));
      expert = experts[0]!;
    });

    it('is asked for with the need and the criteria, of the experts named alone', async () => {
      const { items } = await expert.ok.get('/v1/screening-sheets?limit=200');
      const mine = items.find((item: { need: { id: string } }) => item.need.id === needId);
      expect(mine).toMatchObject({ need: { title: '独居老人助餐' }, maxScore: 100, sheet: null });
      const codes = mine.criteria.map(({ code }: { code: string }) => code);
      expect(codes).toEqual(['people', 'need', 'service', 'aim']);
      const { items: others } = await experts[5]!.ok.get('/v1/screening-sheets?limit=200');
      expect(others).toEqual([]);
      await expectRefusal(street.officer.get('/v1/screening-sheets'), 403, 'ACCESS.DUTY_MISSING');
      expect((await expert.ok.get(`/v1/needs/${needId}`)).id).toBe(needId);
    });

    it.each([
      ['above the most', { aim: '101' }, 'SCORES.ABOVE_MOST', '/scores/aim'],
      ['half a point', { aim: '60.5' }, 'SCORES.NOT_A_SCORE', '/scores/aim'],
      ['an unknown criterion', { charm: '60' }, 'SCORES.UNKNOWN', '/scores/charm'],
      ['a missing criterion', { aim: undefined }, 'SCORES.MISSING', '/scores/aim'],
    ])('is refused with %s', async (_, changes, code, pointer) => {
      const { scores, comment } = sheetOf(60);
      const call = handIn(expert, needId, { scores: { ...scores, ...changes }, comment });
      const { body } = await expectRefusal(call, 422, code);
      expect(body.errors).toEqual([{ pointer, rule: code }]);
    });

    it.each([
      ['scores that are numbers', { ...sheetOf(60), scores: { people: 60 } }],
      ['scores in a list', { ...sheetOf(60), scores: ['60'] }],
      ['no scores', { comment: '很好' }],
      ['no comment', { scores: sheetOf(60).scores }],
    ])('is refused with %s', async (_, body) => {
      await expectRefusal(handIn(expert, needId, body), 400, 'REQUEST.INVALID');
    });

    it('is taken once, and neither it nor that it is in is shown to anybody else', async () => {
      const { body: sheet } = await handIn(expert, needId, sheetOf(95));
      expect(sheet).toMatchObject({ needId, ...sheetOf(95), version: 1 });
      await expectRefusal(handIn(expert, needId), 409, 'SCREENING.SHEET_IN_ALREADY');
      const { items } = await expert.ok.get('/v1/screening-sheets?limit=200');
      const mine = items.find((item: { need: { id: string } }) => item.need.id === needId);
      expect(mine.sheet.id).toBe(sheet.id);

      for (const actor of [story.organizer, street.officer, experts[1]!]) {
        await expectRefusal(result(actor, cycleId), 409, 'SCREENING.NOT_DECIDED');
      }
      const { text } = await experts[1]!.get('/v1/screening-sheets?limit=200');
      expect(text).not.toContain(sheet.id);
      const told = await stage.sql(`SELECT audience FROM audit_events WHERE aggregate_id = $1`, [
        sheet.id,
      ]);
      expect(told).toEqual([{ audience: { personIds: [expert.personId] } }]);
    });

    it('is taken once when it comes three times at the same moment', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => handIn(experts[1]!, needId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });

    it('is refused from others, and for what is not on a reported list', async () => {
      await expectRefusal(handIn(street.officer, needId), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(handIn(experts[4]!, needId), 404, 'ACCESS.NOT_FOUND');
      const absent = '01930000-0000-7000-8000-000000000000';
      await expectRefusal(handIn(expert, absent), 404, 'ACCESS.NOT_FOUND');
      const other = await story.street('nansha', '南沙街道');
      const rejected = await story.submit(other);
      await story.check(other, rejected.id, 'reject', '不在服务范围');
      await story.forwarded(other);
      await story.report(other);
      await story.nameExperts(other, experts.slice(0, 3));
      await expectRefusal(handIn(expert, rejected.id), 409, 'STATE.OUT_OF_ORDER');
    });

    it('keeps its expert from joining what is scored', async () => {
      const both = [unitDuty('resident', street.communityId), unitDuty('expert', stage.cityId)];
      const neighbour = await stage.person('丙', both);
      const { street: own, cycleId: id, needId: need } = await story.reported();
      await stage.admin.ok.post(
        `/v1/persons/${neighbour.personId}/mandates`,
        unitDuty('resident', own.communityId),
      );
      await name(story.organizer, id, panel(experts[0]!, experts[1]!, neighbour), 2);
      await expectRefusal(neighbour.post(`/v1/needs/${need}/joiners`), 409, 'NEEDS.EXPERT_JOINS');
      expect((await neighbour.post(`/v1/needs/${needId}/joiners`)).status).toBe(201);
    });
  });
});
