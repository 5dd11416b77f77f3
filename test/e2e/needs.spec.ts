import { word } from '../../src/kernel/wording';
import {
  contentOf,
  idsOf,
  needOf,
  NeedsStory,
  unitDuty,
  type Street,
} from '../support/needs-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** A street's needs, from being submitted to being reported; every allowed act with its forbidden twins. */
describe('needs', () => {
  let stage: Stage;
  let story: NeedsStory;
  let luopu: Street;
  let shawan: Street;
  let supervisor: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    story = await NeedsStory.open(stage);
    luopu = await story.street('luopu', '洛浦街道');
    shawan = await story.street('shawan', '沙湾街道');
    supervisor = await stage.person('监督', [unitDuty('supervisor', stage.cityId)]);
  });
  afterAll(() => stage.close());

  const act = (actor: Actor, needId: string, name: string, body: unknown, ifMatch?: number) =>
    actor.post(`/v1/needs/${needId}/${name}`, body, { ifMatch });

  describe('are refused', () => {
    it('while the district has no screening rules', async () => {
      const call = luopu.resident.post('/v1/needs', needOf(luopu.communityId));
      await expectRefusal(call, 409, 'NEEDS.RULES_MISSING');
    });

    it('before the day from which they are taken', async () => {
      await story.publishRules({ needsFrom: '2020-03-01' });
      const call = luopu.resident.post('/v1/needs', needOf(luopu.communityId));
      await expectRefusal(call, 409, 'NEEDS.NOT_YET_TAKEN');
      await story.publishRules();
    });

    it('from somebody without a duty, or with one elsewhere', async () => {
      const need = needOf(luopu.communityId);
      await expectRefusal(supervisor.post('/v1/needs', need), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(shawan.resident.post('/v1/needs', need), 404, 'ACCESS.NOT_FOUND');
    });

    it('for a unit that does not exist, or has no street', async () => {
      const unknown = '01930000-0000-7000-8000-000000000000';
      const { organizer } = story;
      await expectRefusal(organizer.post('/v1/needs', needOf(unknown)), 422, 'UNITS.UNKNOWN');
      const atCity = organizer.post('/v1/needs', needOf(stage.cityId));
      await expectRefusal(atCity, 422, 'UNITS.NONE_OF_KIND');
    });

    it('with a field missing, too long or beyond its range', async () => {
      const changes = { title: '长'.repeat(101), headCount: 0, aim: undefined };
      const call = luopu.resident.post('/v1/needs', needOf(luopu.communityId, changes));
      const { body } = await expectRefusal(call, 400, 'REQUEST.INVALID');
      const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers.sort()).toEqual(['/aim', '/headCount', '/title']);
    });

    it('by rules that contradict themselves, and rules by anybody but an organizer', async () => {
      const document = { selectFrom: '50', keepFrom: '60' };
      const wrong = story.organizer.post('/v1/screening-rules', { document });
      await expectRefusal(wrong, 422, 'RULES.INVALID');
      const officer = luopu.officer.post('/v1/screening-rules', { document });
      await expectRefusal(officer, 403, 'ACCESS.DUTY_MISSING');
    });
  });

  describe('once submitted', () => {
    it('wait for the street, for five working days', async () => {
      const need = await story.submit(luopu);
      expect(need).toMatchObject({ state: 'submitted', askedBy: 12, version: 1 });
      expect(await story.tasks(luopu.officer, need.id)).toEqual(['needs.check']);
      expect(await story.tasks(shawan.officer, need.id)).toEqual([]);
      const clocks = await stage.sql(
        `SELECT rule, due_at AS "dueAt" FROM clocks WHERE subject_id = $1 ORDER BY rule`,
        [need.id],
      );
      expect(clocks).toEqual([
        { rule: 'need.check', dueAt: new Date('2020-02-11T00:00:00+08:00') },
        { rule: 'need.checkReminder', dueAt: new Date('2020-02-08T00:00:00+08:00') },
      ]);
    });

    it('are read by whoever is of the unit or above, and are absent for others', async () => {
      const { id } = await story.submit(luopu);
      const neighbour = await story.resident(luopu.communityId);
      for (const actor of [luopu.resident, neighbour, luopu.officer, story.organizer, supervisor]) {
        expect((await actor.ok.get(`/v1/needs/${id}`)).id).toBe(id);
        const { items } = await actor.ok.get('/v1/needs?limit=200');
        expect(items.map((need: { id: string }) => need.id)).toContain(id);
      }
      const [expert] = await story.experts(1);
      for (const actor of [shawan.resident, shawan.officer, expert!]) {
        await expectRefusal(actor.get(`/v1/needs/${id}`), 404, 'ACCESS.NOT_FOUND');
        const { items } = await actor.ok.get('/v1/needs?limit=200');
        expect(items.map((need: { id: string }) => need.id)).not.toContain(id);
      }
    });
  });

  describe('the check', () => {
    it('forwards a need, and leaves nothing waiting', async () => {
      const need = await story.submit(luopu);
      const forwarded = await story.check(luopu, need.id, 'forward');
      expect(forwarded).toMatchObject({ state: 'forwarded', version: 2 });
      expect(await story.tasks(luopu.officer, need.id)).toEqual([]);
      const running = await stage.sql(
        `SELECT rule FROM clocks WHERE subject_id = $1 AND state = 'running'`,
        [need.id],
      );
      expect(running).toEqual([]);
    });

    it('rejects a need with a reason, which everyone behind it is told', async () => {
      const need = await story.submit(luopu);
      const joiner = await story.resident(luopu.communityId);
      await joiner.ok.post(`/v1/needs/${need.id}/joiners`);
      const bare = act(luopu.officer, need.id, 'check', { verdict: 'reject' }, 2);
      await expectRefusal(bare, 422, 'NEEDS.REASON_REQUIRED');
      const rejected = await story.check(luopu, need.id, 'reject', '已有同类服务覆盖');
      expect(rejected).toMatchObject({ state: 'rejected', reason: '已有同类服务覆盖' });
      expect(await story.told('needs.rejected', need.id)).toEqual(idsOf(luopu.resident, joiner));
      const [message] = await stage.sql(
        `SELECT facts FROM messages WHERE template = 'needs.rejected' AND subject_id = $1`,
        [need.id],
      );
      const { body } = word('needs.rejected', message.facts, 'zh-CN');
      expect(body).toContain('“独居老人助餐”经街道核查未被采纳，理由：已有同类服务覆盖');
    });

    it('is refused to others, out of order, without the version and with an old one', async () => {
      const { id } = await story.submit(luopu);
      const body = { verdict: 'forward' };
      await expectRefusal(act(luopu.resident, id, 'check', body, 1), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(act(shawan.officer, id, 'check', body, 1), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(act(luopu.officer, id, 'check', body), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(act(luopu.officer, id, 'check', body, 7), 412, 'HTTP.STALE');
      const wrong = { verdict: 'select' };
      await expectRefusal(act(luopu.officer, id, 'check', wrong, 1), 400, 'REQUEST.INVALID');
      await story.check(luopu, id, 'forward');
      await expectRefusal(act(luopu.officer, id, 'check', body, 2), 409, 'STATE.OUT_OF_ORDER');
    });
  });

  describe('a need that came back', () => {
    const returned = async () => {
      const need = await story.submit(luopu);
      const bare = act(luopu.officer, need.id, 'check', { verdict: 'return' }, 1);
      await expectRefusal(bare, 422, 'NEEDS.REASON_REQUIRED');
      return story.check(luopu, need.id, 'return', '请补充人数依据');
    };

    it('is completed by its submitter, and the time for its check starts anew', async () => {
      const need = await returned();
      expect(await story.tasks(luopu.resident, need.id)).toEqual(['needs.complete']);
      expect(await story.told('needs.complete', need.id)).toEqual(idsOf(luopu.resident));
      const content = contentOf({ title: '独居老人助餐（已补充）', askedBy: 15 });
      const done = await luopu.resident.ok.post(`/v1/needs/${need.id}/completion`, content, {
        ifMatch: need.version,
      });
      expect(done).toMatchObject({ ...content, state: 'submitted', reason: null, version: 3 });
      expect(await story.tasks(luopu.resident, need.id)).toEqual([]);
      expect(await story.tasks(luopu.officer, need.id)).toEqual(['needs.check']);
      const checks = await stage.sql(
        `SELECT state FROM clocks WHERE subject_id = $1 AND rule = 'need.check' ORDER BY id`,
        [need.id],
      );
      expect(checks).toEqual([{ state: 'met' }, { state: 'running' }]);
    });

    it('is completed by nobody else, not twice, not blindly and not with less than all', async () => {
      const { id, version } = await returned();
      const neighbour = await story.resident(luopu.communityId);
      const body = contentOf();
      const { resident } = luopu;
      for (const actor of [neighbour, luopu.officer]) {
        const call = act(actor, id, 'completion', body, version);
        await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
      }
      await expectRefusal(act(resident, id, 'completion', body), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(act(resident, id, 'completion', body, 1), 412, 'HTTP.STALE');
      const moved = needOf(shawan.communityId);
      const elsewhere = act(resident, id, 'completion', moved, version);
      await expectRefusal(elsewhere, 400, 'REQUEST.INVALID');
      await act(resident, id, 'completion', body, version);
      const again = act(resident, id, 'completion', body, Number(version) + 1);
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
    });

    it('is rejected when nobody completes it, and waits for its submitter no more', async () => {
      const { id } = await returned();
      expect((await story.check(luopu, id, 'reject', '逾期未补充')).state).toBe('rejected');
      expect(await story.tasks(luopu.resident, id)).toEqual([]);
    });
  });

  describe('the report', () => {
    it('lists what was forwarded, and opens the way for the next cycle', async () => {
      const street = await story.street('zhongcun', '钟村街道');
      const need = await story.forwarded(street);
      const cycle = await story.report(street);
      expect(cycle).toMatchObject({ state: 'reported', version: 2 });
      expect((await street.officer.ok.get(`/v1/needs/${need.id}`)).state).toBe('listed');
      expect(await story.tasks(story.organizer, cycle.id)).toEqual(['screening.nameExperts']);
      const again = street.officer.post(`/v1/screening-cycles/${cycle.id}/report`, undefined, {
        ifMatch: 2,
      });
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
      const next = await story.submit(street);
      expect(next.cycleId).not.toBe(cycle.id);
    });

    it('waits for every check, a returned need included', async () => {
      const street = await story.street('shiqiao', '市桥街道');
      const need = await story.submit(street);
      const { id } = await story.cycle(street);
      const report = (actor: Actor, ifMatch?: number) =>
        actor.post(`/v1/screening-cycles/${id}/report`, undefined, { ifMatch });
      await expectRefusal(report(street.officer, 1), 409, 'NEEDS.UNCHECKED_LEFT');
      await story.check(street, need.id, 'return', '请补充');
      await expectRefusal(report(street.officer, 1), 409, 'NEEDS.UNCHECKED_LEFT');
      await story.check(street, need.id, 'reject', '未补充');
      await expectRefusal(report(street.officer, 1), 409, 'NEEDS.LIST_EMPTY');
      await story.forwarded(street);
      await expectRefusal(report(street.resident, 1), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(report(shawan.officer, 1), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(report(street.officer), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(report(street.officer, 9), 412, 'HTTP.STALE');
      expect((await report(street.officer, 1)).status).toBe(201);
    });

    it('happens once when two make it at the same moment', async () => {
      const street = await story.street('dalong', '大龙街道');
      const need = await story.forwarded(street);
      const { id, version } = await story.cycle(street);
      const report = () =>
        street.officer.post(`/v1/screening-cycles/${id}/report`, undefined, { ifMatch: version });
      const answers = await Promise.all([report(), report(), report()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
      const events = await stage.sql(
        `SELECT count(*)::int AS n FROM audit_events WHERE name = 'needs.list-reported' AND aggregate_id = $1`,
        [id],
      );
      expect(events).toEqual([{ n: 1 }]);
      expect((await street.officer.ok.get(`/v1/needs/${need.id}`)).version).toBe(3);
    });

    it('is whole although people join what is on it meanwhile', async () => {
      const street = await story.street('nancun', '南村镇');
      const need = await story.forwarded(street);
      const { id, version } = await story.cycle(street);
      const joiners = [
        await story.resident(street.communityId),
        await story.resident(street.communityId),
      ];
      const answers = await Promise.all([
        street.officer.post(`/v1/screening-cycles/${id}/report`, undefined, { ifMatch: version }),
        ...joiners.map((actor) => actor.post(`/v1/needs/${need.id}/joiners`)),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      const listed = await street.officer.ok.get(`/v1/needs/${need.id}`);
      expect(listed).toMatchObject({ state: 'listed', askedBy: 14, version: 5 });
    });
  });

  describe('a street that does nothing', () => {
    it('is reminded, then the district is told, also when the workflow was ended by force', async () => {
      const street = await story.street('hualong', '化龙镇');
      const need = await story.submit(street);
      await stage.settled();
      await stage.terminate('needScreening', need.cycleId);
      await stage.advanceTo('2020-02-09T00:00:00+08:00');
      expect(await story.told('needs.checkReminder', need.id)).toEqual(idsOf(street.officer));
      expect(await story.tasks(story.organizer, need.id)).toEqual([]);
      await stage.terminate('needScreening', need.cycleId);
      await stage.advanceTo('2020-02-11T00:00:00+08:00');
      expect(await story.told('needs.checkOverdue', need.id)).toEqual(idsOf(story.organizer));
      expect(await story.tasks(story.organizer, need.id)).toEqual(['needs.checkOverdue']);
      await story.check(street, need.id, 'forward');
      expect(await story.tasks(story.organizer, need.id)).toEqual([]);
      // One that was checked in time was spared both.
      const rows = await stage.sql(
        `SELECT count(*)::int AS n FROM messages m JOIN needs n ON n.id = m.subject_id
         WHERE m.template LIKE 'needs.check%' AND n.state IN ('listed', 'rejected', 'merged')`,
      );
      expect(rows).toEqual([{ n: 0 }]);
    });
  });
});
