import { Client, Connection } from '@temporalio/client';

import { word } from '../../src/kernel/wording';
import { taskQueueOf, workflowIdOf } from '../../src/platform/temporal/temporal';
import { idsOf, needOf, NeedsStory, sheetOf, unitDuty, type Street } from '../support/needs-story';
import { temporalAddress } from '../support/servers';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/** What becomes of a reported list: its result, everybody's answer, and the workflow that sees to both. */
describe('screening', () => {
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

  describe('the result', () => {
    it('selects, keeps and does not select, tells everyone why and what next, and closes the cycle', async () => {
      const street = await story.street('luopu', '洛浦街道');
      const neighbour = await story.resident(street.communityId);
      const joiner = await story.resident(street.communityId);
      const [good, fair, poor] = [
        await story.submit(street, { title: '助餐' }),
        await story.forwarded(street, { title: '托管' }),
        await story.forwarded(street, { title: '绿化' }),
      ];
      const same = await neighbour.ok.post('/v1/needs', needOf(street.communityId));
      await joiner.ok.post(`/v1/needs/${fair.id}/joiners`);
      const body = { intoNeedId: good.id, reason: '同一诉求' };
      await street.officer.ok.post(`/v1/needs/${same.id}/merge`, body, { ifMatch: 1 });
      await story.check(street, good.id, 'forward');
      const { id: cycleId } = await story.report(street);
      const three = experts.slice(0, 3);
      await story.nameExperts(street, three);
      const points = { [good.id]: [70, 70, 70], [fair.id]: [70, 70, 69], [poor.id]: [60, 60, 59] };
      for (const [needId, given] of Object.entries(points)) {
        for (const [i, expert] of three.entries()) await story.handIn(expert, needId, given[i]!);
      }
      await stage.settled();

      const { items } = await story.organizer.ok.get(`/v1/screening-cycles/${cycleId}/result`);
      const shown = items.map(({ title, outcome, score }: Record<string, string>) => [
        title,
        outcome,
        score,
      ]);
      expect(shown).toEqual([
        ['助餐', 'selected', '70.00'],
        ['托管', 'kept', '69.67'],
        ['绿化', 'notSelected', '59.67'],
      ]);
      expect(items[1].explanation).toMatchObject({
        rule: '/keepFrom',
        arithmetic: '(70 + 70 + 69) ÷ 3 = 209/3 ≥ 60',
      });
      const counted = items[1].sheets.map((sheet: { id: string }) => sheet.id).sort();
      expect(Object.keys(items[1].explanation.inputs).sort()).toEqual(counted);
      expect(JSON.stringify(items)).not.toContain(three[0]!.personId);

      const { resident } = street;
      expect(await story.told('screening.selected', good.id)).toEqual(idsOf(resident, neighbour));
      expect(await story.told('screening.kept', fair.id)).toEqual(idsOf(resident, joiner));
      expect(await story.told('screening.notSelected', poor.id)).toEqual(idsOf(resident));
      const written = await stage.sql(
        `SELECT template, facts FROM messages WHERE subject_id = ANY($1) AND template LIKE 'screening.%'`,
        [[good.id, fair.id, poor.id]],
      );
      for (const { template, facts } of written) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const { title, body: text } = word(template, facts, locale);
          expect(`${title}${text}`).not.toMatch(/[{}]/);
          expect(text).toMatch(/下一步|Where it goes next/);
        }
      }

      expect(await story.cycle(street)).toMatchObject({ id: cycleId, state: 'closed' });
      const [process] = await stage.sql(
        `SELECT ended_at AS "endedAt" FROM processes WHERE id = $1`,
        [cycleId],
      );
      expect(process.endedAt).not.toBeNull();
      for (const actor of three) expect(await story.tasks(actor, cycleId)).toEqual([]);
      await expectRefusal(handIn(three[0]!, good.id), 409, 'STATE.OUT_OF_ORDER');
      const late = name(story.organizer, cycleId, panel(...three), 5);
      await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    });

    it('is shown to the street, the district and the experts, and is absent for others', async () => {
      const { street, needId, cycleId } = await story.reported();
      const three = experts.slice(0, 3);
      await story.nameExperts(street, three);
      for (const expert of three) await story.handIn(expert, needId, 30);
      await stage.settled();
      const supervisor = await stage.person('监督', [unitDuty('supervisor', stage.cityId)]);
      for (const actor of [street.officer, story.organizer, supervisor, three[1]!]) {
        expect((await result(actor, cycleId)).body.items[0].outcome).toBe('notSelected');
      }
      await expectRefusal(result(street.resident, cycleId), 403, 'ACCESS.DUTY_MISSING');
      for (const actor of [shawan.officer, experts[5]!]) {
        await expectRefusal(result(actor, cycleId), 404, 'ACCESS.NOT_FOUND');
      }
    });

    it('comes once when the last sheets come at the same moment', async () => {
      const { street, needId, cycleId } = await story.reported();
      const five = experts.slice(0, 5);
      await story.nameExperts(street, five);
      const answers = await Promise.all(five.map((expert) => handIn(expert, needId)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
      await stage.settled();
      const events = await stage.sql(
        `SELECT name, count(*)::int AS n FROM audit_events
         WHERE name IN ('needs.cycle-screened', 'needs.cycle-closed', 'needs.need-selected')
           AND aggregate_id = ANY($1) GROUP BY name ORDER BY name`,
        [[cycleId, needId]],
      );
      expect(events.map(({ n }) => n)).toEqual([1, 1, 1]);
      expect(await story.told('screening.selected', needId)).toEqual(idsOf(street.resident));
      const clocks = await stage.sql(
        `SELECT rule, state FROM clocks WHERE subject_id = $1 ORDER BY rule`,
        [cycleId],
      );
      expect(clocks).toEqual([
        { rule: 'cycle.screening', state: 'met' },
        { rule: 'cycle.screeningReminder', state: 'cancelled' },
      ]);
    });
  });

  describe('the workflow, ended by force in every state,', () => {
    const kill = (cycleId: string) => stage.terminate('needScreening', cycleId);

    it('comes to the same end, reminding and escalating on its way', async () => {
      const street = await story.street('shiji', '石碁镇');
      const need = await story.forwarded(street);
      const { cycleId } = need;
      await stage.settled();
      await kill(cycleId); // while needs are collected
      await story.report(street);
      await stage.settled();
      await kill(cycleId); // while the experts are to be named
      const three = experts.slice(3, 6);
      await story.nameExperts(street, three);
      await stage.settled();
      await kill(cycleId); // while sheets are to come
      await stage.advanceTo('2020-02-14T00:00:00+08:00');
      expect(await story.told('screening.scoreReminder', cycleId)).toEqual(idsOf(...three));
      await story.handIn(three[0]!, need.id, 65);
      await kill(cycleId);
      await stage.advanceTo('2020-02-18T00:00:00+08:00');
      expect(await story.told('screening.scoreOverdue', cycleId)).toEqual(idsOf(story.organizer));
      expect(await story.tasks(story.organizer, cycleId)).toEqual(['screening.scoreOverdue']);
      expect(await story.told('screening.scoreReminder', cycleId)).toHaveLength(3);
      await story.handIn(three[1]!, need.id, 65);
      await stage.settled();
      await kill(cycleId);
      await story.handIn(three[2]!, need.id, 65);
      await stage.settled();
      expect(await story.cycle(street)).toMatchObject({ state: 'closed' });
      expect(await story.told('screening.kept', need.id)).toEqual(idsOf(street.resident));
      expect(await story.tasks(story.organizer, cycleId)).toEqual([]);
    });

    it('takes up a cycle that is screened and whose people were not yet told', async () => {
      const { street, needId, cycleId } = await story.reported();
      await story.nameExperts(street, experts.slice(0, 3));
      for (const expert of experts.slice(0, 3)) await story.handIn(expert, needId, 80);
      await stage.settled();
      // As if everything had stopped between the two last steps.
      await stage.sql(`DELETE FROM messages WHERE subject_id = $1`, [needId]);
      await stage.sql(
        `UPDATE screening_cycles SET state = 'screened', version = 100 WHERE id = $1`,
        [cycleId],
      );
      await stage.sql(`UPDATE processes SET ended_at = NULL, wanted = wanted + 1 WHERE id = $1`, [
        cycleId,
      ]);
      await stage.settled();
      expect(await story.told('screening.selected', needId)).toEqual(idsOf(street.resident));
      expect(await story.cycle(street)).toMatchObject({ state: 'closed', version: 101 });
    });

    it('ends at once on a closed cycle, and tells nobody again', async () => {
      const { street, needId, cycleId } = await story.reported();
      await story.nameExperts(street, experts.slice(0, 3));
      for (const expert of experts.slice(0, 3)) await story.handIn(expert, needId, 80);
      await stage.settled();
      const connection = await Connection.connect({ address: await temporalAddress() });
      const client = new Client({ connection });
      const [instance] = await stage.sql('SELECT id FROM instance');
      const workflowId = workflowIdOf('needScreening', cycleId);
      await client.workflow.getHandle(workflowId).result();
      await client.workflow.execute('needScreening', {
        workflowId,
        taskQueue: taskQueueOf(instance.id),
        args: [{ tenantId: stage.cityId, id: cycleId }],
      });
      await connection.close();
      expect(await story.told('screening.selected', needId)).toEqual(idsOf(street.resident));
    });
  });
});
