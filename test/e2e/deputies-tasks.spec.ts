import { DeputiesStory } from '../support/deputies-story';
import { officer } from '../support/registers';
import { fundingBody, roundRequest, type FundingBody } from '../support/round-story';
import { openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;
let story: DeputiesStory;
let roundId: string;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
  body = await fundingBody(stage);
  story = new DeputiesStory(stage);
  // It waits for the approvers of the city from now on.
  roundId = (await body.organizer.ok.post('/v1/rounds', roundRequest(body))).id;
});
afterAll(() => stage.close());

/** Whose the task of the round is to somebody: `own`, a person's id, or null where they do not see it. */
async function whose(actor: Actor): Promise<string | null> {
  const { items } = await actor.ok.get('/v1/tasks?limit=200');
  const task = items.find(({ subject }: any) => subject.id === roundId);
  return task === undefined ? null : (task.onBehalfOf?.id ?? 'own');
}

/** What was remembered of somebody's mandates may be a second old. */
async function soonWhose(actor: Actor, wanted: string | null): Promise<void> {
  const until = performance.now() + 5_000;
  while ((await whose(actor)) !== wanted && performance.now() < until);
  expect(await whose(actor)).toBe(wanted);
}

describe('the tasks of a duty', () => {
  it('are seen by its deputy, marked with whose they are; the holder’s own are not marked', async () => {
    const principal = await officer(stage, 'approver');
    const deputy = await stage.person('冯代');
    expect(await whose(deputy)).toBeNull();
    await story.appointed(principal, 'approver', deputy);
    await soonWhose(deputy, principal.personId);
    expect(await whose(principal)).toBe('own');
    expect(await whose(await stage.person('路人'))).toBeNull();
    const { items } = await deputy.ok.get('/v1/tasks');
    expect(items[0].onBehalfOf).toEqual({
      id: principal.personId,
      name: 'approver of the tests',
    });
  });

  it('are not marked for a deputy whose own they are as well', async () => {
    const principal = await officer(stage, 'approver');
    const colleague = await officer(stage, 'approver');
    await story.appointed(principal, 'approver', colleague);
    expect(await whose(colleague)).toBe('own');
    const organizer = await officer(stage, 'organizer');
    await story.appointed(await officer(stage, 'supervisor'), 'supervisor', organizer);
    expect(await whose(organizer)).toBeNull();
  });

  it('are not seen by a deputy for another unit', async () => {
    const street = await stage.unit(stage.cityId, 'street', 'dalong', '大龙街道');
    const principal = await officer(stage, 'approver', street);
    const deputy = await stage.person('冯代');
    await story.appointed(principal, 'approver', deputy);
    expect(await whose(deputy)).toBeNull();
  });

  it('are not those of the holder by name: these are done in person', async () => {
    const principal = await officer(stage, 'organizer');
    const deputy = await stage.person('冯代');
    await story.appointed(principal, 'organizer', deputy);
    await stage.sql(
      `INSERT INTO tasks (id, tenant_id, kind, subject_kind, subject_id, person_id, facts, opened_at)
       SELECT gen_random_uuid(), $1, kind, subject_kind, $2, $2, facts, opened_at FROM tasks WHERE subject_id = $3`,
      [stage.cityId, principal.personId, roundId],
    );
    const byName = async (actor: Actor) =>
      (await actor.ok.get('/v1/tasks')).items.filter(
        ({ subject }: any) => subject.id === principal.personId,
      ).length;
    expect(await byName(principal)).toBe(1);
    expect(await byName(deputy)).toBe(0);
  });

  it('are gone with the end of the deputyship, or of the mandate behind it', async () => {
    const [principal, leaving] = [
      await officer(stage, 'approver'),
      await officer(stage, 'approver'),
    ];
    const [deputy, other, ended] = [
      await stage.person('冯代'),
      await stage.person('陈代'),
      await stage.person('褚代'),
    ];
    const until = '2020-02-06T00:00:00+08:00';
    await story.appointed(principal, 'approver', deputy, { untilAt: until });
    await story.appointed(leaving, 'approver', other);
    const third = await officer(stage, 'approver');
    const made = await story.appointed(third, 'approver', ended);
    for (const [one, of] of [
      [deputy, principal],
      [other, leaving],
      [ended, third],
    ] as const) {
      await soonWhose(one, of.personId);
    }
    await story.end(third, made);
    await soonWhose(ended, null);
    await stage.admin.ok.post(
      `/v1/mandates/${await story.mandateOf(leaving, 'approver')}/end`,
      undefined,
      { ifMatch: 1 },
    );
    await soonWhose(other, null);
    await stage.advanceTo(until);
    await soonWhose(deputy, null);
    expect(await whose(principal)).toBe('own');
  });
});
