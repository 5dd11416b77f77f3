import { newId } from '../../src/kernel/id';
import { evaluationsStory } from '../support/evaluations-story';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import {
  expectRefusal,
  openStage,
  type Actor,
  type GivenMandate,
  type Stage,
} from '../support/stage';

let stage: Stage;
let round: SeededRound;
let meals: SeededContract;
let care: SeededContract;
let evaluator: Actor;
let streetId: string;
let story: ReturnType<typeof evaluationsStory>;

const ofRound = (duty: string): GivenMandate => ({
  duty,
  scopeKind: 'round',
  scopeId: round.roundId,
});

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  round = await seedRound(stage, 'r7', { unitId: streetId });
  meals = await seedContract(stage, round, '独居老人助餐');
  care = await seedContract(stage, round, '困境儿童陪伴');
  evaluator = await stage.person('评估员', [ofRound('evaluator')]);
  story = evaluationsStory(stage, round);
  await stage.settled();
});
afterAll(() => stage.close());

describe('evaluations, before they open', () => {
  it('are planned by the rule set', async () => {
    const { items } = await meals.applicant.ok.get(`/v1/evaluations?projectId=${meals.awardId}`);
    expect(items).toMatchObject([
      { code: 'midterm', opensOn: '2020-09-01', dueOn: '2020-09-30', state: 'awaiting' },
      { code: 'final', opensOn: '2021-01-04', dueOn: '2021-01-29', state: 'awaiting' },
    ]);
    const midterm = await story.find(meals, 'midterm');
    expect(midterm).toMatchObject({
      title: '独居老人助餐',
      survey: null,
      evaluatorId: null,
      selfReport: null,
      grade: null,
      version: 1,
    });
    expect(midterm.indicators).toHaveLength(3);
    expect(await story.find(meals, 'final')).toMatchObject({
      survey: { minAnswers: 5, answers: 0, satisfied: 0 },
    });
  });

  it('are shown to their party and those in charge alone', async () => {
    const path = `/v1/evaluations/${(await story.find(meals, 'midterm')).id}`;
    await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(evaluator.get(path), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(stage.nobody.get(path), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const absent = `/v1/evaluations/${newId()}`;
    await expectRefusal(round.organizer.get(absent), 404, 'ACCESS.NOT_FOUND');
    expect((await evaluator.ok.get('/v1/evaluations')).items).toEqual([]);
    const all = `/v1/evaluations?roundId=${round.roundId}`;
    expect((await round.organizer.ok.get(all)).items).toHaveLength(4);
    expect((await round.organizer.ok.get(`${all}&state=graded`)).items).toEqual([]);
  });

  it('take neither a self-report nor an answer', async () => {
    const early = story.act(meals.applicant, meals, 'midterm', 'self-report', { text: '提前自评' });
    await expectRefusal(early, 409, 'EVALUATIONS.NOT_OPEN');
    const resident = await stage.person('王居', [
      { duty: 'resident', scopeKind: 'unit', scopeId: streetId },
    ]);
    const answer = async (kind: string) =>
      resident.post(await story.pathOf(meals, kind, 'answers'), { satisfaction: 5 });
    await expectRefusal(answer('midterm'), 409, 'EVALUATIONS.NO_SURVEY');
    await expectRefusal(answer('final'), 409, 'EVALUATIONS.NOT_OPEN');
  });

  it('open on their day, remind in time, and ask for what is needed', async () => {
    await stage.advanceTo('2020-08-31T23:59:00+08:00');
    expect(await story.tasksOf(meals.applicant)).not.toContain('evaluations.selfReport');
    await stage.advanceTo('2020-09-01T00:00:00+08:00');
    expect(await story.tasksOf(meals.applicant)).toContain('evaluations.selfReport');
    expect(await story.tasksOf(round.organizer)).toContain('evaluations.assign');
    await stage.advanceTo('2020-09-22T23:59:00+08:00');
    expect(await story.mailsTo(meals.applicant)).not.toContain('evaluations.dueSoon');
    await stage.advanceTo('2020-09-23T00:00:00+08:00');
    expect(await story.mailsTo(meals.applicant)).toContain('evaluations.dueSoon');
  });
});

describe('naming the evaluator', () => {
  const refused = async (who: Actor, personId: string, status: number, code: string) => {
    const call = story.act(who, meals, 'midterm', 'assignment', { personId });
    await expectRefusal(call, status, code);
    expect(await story.find(meals, 'midterm')).toMatchObject({ evaluatorId: null, version: 1 });
  };

  it('is for those who run the round', async () => {
    await refused(meals.applicant, evaluator.personId, 403, 'ACCESS.DUTY_MISSING');
    const elsewhere = await stage.unit(stage.cityId, 'street', 'dashi', '大石街道');
    const other = await stage.person('外街', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: elsewhere },
    ]);
    await refused(other, evaluator.personId, 404, 'ACCESS.NOT_FOUND');
  });

  it('asks for a key and for the version that was seen', async () => {
    const path = await story.pathOf(meals, 'midterm', 'assignment');
    const { organizer } = round;
    const body = { personId: evaluator.personId };
    await expectRefusal(organizer.post(path, body), 428, 'HTTP.MATCH_REQUIRED');
    await expectRefusal(organizer.post(path, body, { ifMatch: 2 }), 412, 'HTTP.STALE');
    const keyless = organizer.post(path, body, { ifMatch: 1, key: null });
    await expectRefusal(keyless, 400, 'HTTP.KEY_REQUIRED');
  });

  it('refuses who is not commissioned', async () => {
    const nobody = await stage.person('路人');
    await refused(round.organizer, nobody.personId, 422, 'EVALUATIONS.NOT_AN_EVALUATOR');
    await refused(round.organizer, newId(), 422, 'PEOPLE.UNKNOWN');
  });

  it('refuses the people of the party', async () => {
    const insider = await stage.person('自己人', [
      ofRound('evaluator'),
      { duty: 'applicant', scopeKind: 'party', scopeId: meals.partyId },
    ]);
    await refused(round.organizer, insider.personId, 409, 'EVALUATIONS.EVALUATOR_OF_PARTY');
  });

  it.each(['organizer', 'approver', 'streetOfficer', 'maker', 'checker', 'supervisor'])(
    'refuses a person who also is its %s',
    async (duty) => {
      const inCharge = await stage.person('兼任', [
        ofRound('evaluator'),
        { duty, scopeKind: 'unit', scopeId: streetId },
      ]);
      await refused(round.organizer, inCharge.personId, 409, 'EVALUATIONS.EVALUATOR_IN_CHARGE');
    },
  );

  it('refuses who has bid in the round', async () => {
    const bidder = await stage.person('投标人', [ofRound('evaluator')]);
    await story.noteDuty(bidder, round.roundId, 'bidder');
    await refused(round.organizer, bidder.personId, 409, 'PEOPLE.DUTIES_CONFLICT');
  });

  it('gives the evaluation to whoever is fit, and to another one while nothing is scored', async () => {
    const other = await stage.person('另一评估员', [
      { duty: 'evaluator', scopeKind: 'project', scopeId: meals.awardId },
    ]);
    expect((await story.assign(meals, 'midterm', other)).status).toBe(201);
    expect(await story.tasksOf(other)).toEqual(['evaluations.score']);
    await other.ok.get(`/v1/projects/${meals.awardId}`);
    await expectRefusal(other.get(`/v1/projects/${care.awardId}`), 404, 'ACCESS.NOT_FOUND');
    const { body } = await story.assign(meals, 'midterm', evaluator);
    expect(body).toMatchObject({ evaluatorId: evaluator.personId, version: 3 });
    expect(await story.tasksOf(other)).toEqual([]);
    expect(await story.tasksOf(evaluator)).toEqual(['evaluations.score']);
    const path = `/v1/evaluations/${body.id}`;
    await evaluator.ok.get(path);
    await expectRefusal(other.get(path), 404, 'ACCESS.NOT_FOUND');
  });
});

describe('a project that began after its mid-term was to open', () => {
  it('has as many days for it as the others', async () => {
    const late = await seedContract(stage, round, '迟签的项目');
    await stage.settled();
    expect(await story.find(late, 'midterm')).toMatchObject({
      opensOn: '2020-09-23',
      dueOn: '2020-10-22',
      state: 'awaiting',
    });
    expect(await story.tasksOf(late.applicant)).toContain('evaluations.selfReport');
    const { reports } = await late.applicant.ok.get(`/v1/projects/${late.awardId}`);
    expect(reports.map(({ code }: { code: string }) => code)).toEqual(['final']);
  });
});
