import type { Day } from '../../src/kernel/day';
import type { EvaluationRules } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { Evaluations } from '../../src/stages/evaluations';
import { evaluationsStory } from '../support/evaluations-story';
import { inSystem } from '../support/registers';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const comment = '按指标逐项核对。';
const text = '全年完成助餐一万二千人次。';
const GOOD = { delivery: '90', effect: '90', satisfaction: '90', finance: '89.99' };

let stage: Stage;
let round: SeededRound;
let meals: SeededContract;
let walk: SeededContract;
let evaluator: Actor;
let residents: Actor[];
let streetId: string;
let answers: string;
let story: ReturnType<typeof evaluationsStory>;

const resident = (name: string, scopeId: string) =>
  stage.person(name, [{ duty: 'resident', scopeKind: 'unit', scopeId }]);

/** The small round without its mid-term; its survey asks for two answers. */
const finalAlone = {
  change: (rules: SeededRound['ruleSet']) => {
    rules.evaluations = rules.evaluations.slice(1);
    rules.evaluations[0]!.survey = { minAnswers: 2 };
    const [first, , last] = rules.tranches;
    rules.tranches = [{ ...first!, share: '0.9' }, last!];
  },
};

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-12-30T09:00:00+08:00' });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  const communityId = await stage.unit(streetId, 'community', 'xiajiao', '厦滘社区');
  round = await seedRound(stage, 'r7', { unitId: streetId, ...finalAlone });
  meals = await seedContract(stage, round, '独居老人助餐');
  walk = await seedContract(stage, round, '认知症友好步道');
  story = evaluationsStory(stage, round);
  evaluator = await stage.person('评估员', [
    { duty: 'evaluator', scopeKind: 'round', scopeId: round.roundId },
  ]);
  residents = [await resident('本社区', communityId), await resident('市民', stage.cityId)];
  await stage.advanceTo('2021-01-04T09:00:00+08:00');
  await story.assign(meals, 'final', evaluator);
  await story.done(meals.applicant, meals, 'final', 'self-report', { text });
  answers = await story.pathOf(meals, 'final', 'answers');
});
afterAll(() => stage.close());

const answer = (who: Actor, satisfaction: unknown = 5) =>
  who.post(answers, { satisfaction, comment: '饭菜热乎。' });

describe('the survey', () => {
  it('takes the answers of residents that it serves, each once however often it comes', async () => {
    const [first] = residents as [Actor];
    const given = await Promise.all(Array.from({ length: 8 }, () => answer(first)));
    const codes = given.map(({ status, body }) => String(body.code ?? status));
    expect(codes.sort()).toEqual(['201', ...Array<string>(7).fill('EVALUATIONS.ANSWERED_ALREADY')]);
    const { survey } = await story.find(meals, 'final');
    expect(survey).toEqual({ minAnswers: 2, answers: 1, satisfied: 1 });
  });

  it('takes none of others', async () => {
    await expectRefusal(answer(round.organizer), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(answer(stage.nobody), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const elsewhere = await stage.unit(stage.cityId, 'street', 'shiqi', '石碁街道');
    await expectRefusal(answer(await resident('外来', elsewhere)), 404, 'ACCESS.NOT_FOUND');
    await stage.admin.ok.post(`/v1/persons/${meals.applicant.personId}/mandates`, {
      duty: 'resident',
      scopeKind: 'unit',
      scopeId: streetId,
    });
    await expectRefusal(answer(meals.applicant), 409, 'EVALUATIONS.PARTY_CANNOT_ANSWER');
    for (const wrong of [0, 6, 4.5, '5']) {
      await expectRefusal(answer(residents[1]!, wrong), 400, 'REQUEST.INVALID');
    }
    const keyless = residents[1]!.post(answers, { satisfaction: 5 }, { key: null });
    await expectRefusal(keyless, 400, 'HTTP.KEY_REQUIRED');
  });

  it('keeps the sheet waiting until enough have answered', async () => {
    const call = story.act(evaluator, meals, 'final', 'sheet', { scores: GOOD, comment });
    const { body } = await expectRefusal(call, 409, 'EVALUATIONS.ANSWERS_MISSING');
    expect(body.title).toContain('至少2份，现有1份');
    expect((await answer(residents[1]!, 3)).status).toBe(201);
  });

  it('is shown without who answered, to the evaluator and those in charge', async () => {
    const { items } = await evaluator.ok.get(answers);
    const fields = ['answeredAt', 'comment', 'evaluationId', 'id', 'satisfaction'];
    expect(items.map((item: object) => Object.keys(item).sort())).toEqual([fields, fields]);
    expect((await round.organizer.ok.get(`${answers}?limit=1`)).nextCursor).toBe(items[0].id);
    await expectRefusal(meals.applicant.get(answers), 403, 'ACCESS.DUTY_MISSING');
    const stranger = await stage.person('未受托', [
      { duty: 'evaluator', scopeKind: 'round', scopeId: round.roundId },
    ]);
    await expectRefusal(stranger.get(answers), 404, 'ACCESS.NOT_FOUND');
    await stage.sequenced();
    const feed = await meals.applicant.ok.get('/v1/events?limit=200');
    const names = feed.items.map(({ name }: { name: string }) => name);
    expect(names).toContain('evaluations.self-report-submitted');
    expect(names).not.toContain('evaluations.survey-answered');
  });
});

describe('a final evaluation', () => {
  it('is graded on the score as it is: 89.999 is not excellent; the project is left to be settled', async () => {
    await story.done(evaluator, meals, 'final', 'sheet', { scores: GOOD, comment });
    await stage.settled();
    expect(await story.find(meals, 'final')).toMatchObject({
      state: 'graded',
      score: '89.999',
      grade: 'good',
      passed: true,
      survey: { answers: 2, satisfied: 1 },
    });
    expect(await story.stateOf(meals)).toBe('settling');
    expect(await story.creditOf(meals)).toEqual(['good 2021-01-04']);
    await expectRefusal(answer(await resident('后来', streetId)), 409, 'STATE.OUT_OF_ORDER');
  });

  it('is told to the stages after it, once it is graded', async () => {
    const outcomesOf = ({ awardId }: SeededContract) =>
      inSystem(stage, (ctx) => stage.get(Evaluations).outcomes(ctx, awardId));
    const evaluatorId = evaluator.personId;
    expect(await outcomesOf(meals)).toMatchObject([
      { code: 'final', grade: 'good', passed: true, evaluatorId },
    ]);
    expect(await outcomesOf(walk)).toEqual([]);
    const ids = await inSystem(stage, (ctx) => stage.get(Evaluations).idsOf(ctx, walk.awardId));
    expect(ids).toEqual([(await story.find(walk, 'final')).id]);
  });

  it('fails without a self-report; where the rules say so, that alone does not end the project', async () => {
    await stage.advanceTo('2021-01-30T00:00:00+08:00');
    expect(await story.find(walk, 'final')).toMatchObject({ state: 'graded', grade: 'fail' });
    expect(await story.creditOf(walk)).toEqual(['fail 2021-01-30']);
    const settled = await stage.sql(
      `SELECT name FROM audit_events WHERE aggregate_id = $1 AND aggregate_kind = 'project' ORDER BY version`,
      [walk.awardId],
    );
    const names = settled.map(({ name }) => name as string);
    expect(names).toContain('monitoring.project-settling');
    expect(names).not.toContain('monitoring.project-stopped');
  });
});

describe('a project whose rules ask for no evaluation', () => {
  it('is left to be settled when its days are over', async () => {
    const bare = await seedRound(stage, 'r8', {
      change: (rules) => {
        rules.evaluations = [];
        rules.tranches = rules.tranches.slice(0, 1).map((first) => ({ ...first, share: '1' }));
        rules.timetable.projectTo = '2021-02-10' as Day;
      },
    });
    const garden = await seedContract(stage, bare, '社区花园');
    await stage.settled();
    await stage.advanceTo('2021-02-10T23:59:00+08:00');
    expect(await story.stateOf(garden)).toBe('active');
    await stage.advanceTo('2021-02-11T00:00:00+08:00');
    expect(await story.stateOf(garden)).toBe('settling');
  });
});

describe('one of several mid-terms', () => {
  it('makes due what it triggers while the next one is still to come', async () => {
    const midterm = (code: string, opensOn: string, dueOn: string) => ({
      ...smallRound().evaluations[0]!,
      ...({ code, opensOn, dueOn } as Pick<EvaluationRules, 'code' | 'opensOn' | 'dueOn'>),
    });
    const long = await seedRound(stage, 'r9', {
      change: (rules) => {
        rules.timetable.projectTo = '2021-12-31' as Day;
        rules.evaluations = [
          midterm('spring', '2021-03-01', '2021-03-31'),
          midterm('summer', '2021-07-01', '2021-07-31'),
        ];
        rules.tranches = rules.tranches.map((tranche, place) => ({
          ...tranche,
          ...(place > 0 && {
            trigger: {
              variant: 'evaluation-passed',
              evaluation: place === 1 ? 'spring' : 'summer',
            },
          }),
        }));
      },
    });
    const choir = await seedContract(stage, long, '长者合唱');
    const told = evaluationsStory(stage, long);
    const judge = await stage.person('另一评估员', [
      { duty: 'evaluator', scopeKind: 'round', scopeId: long.roundId },
    ]);
    await stage.advanceTo('2021-03-01T09:00:00+08:00');
    await told.assign(choir, 'midterm', judge);
    await told.done(choir.applicant, choir, 'midterm', 'self-report', { text });
    const scores = { progress: '80', finance: '80', records: '80' };
    await told.done(judge, choir, 'midterm', 'sheet', { scores, comment });
    await stage.settled();
    const { items } = await choir.applicant.ok.get(`/v1/tranches?projectId=${choir.awardId}`);
    const states = items.map(({ code, state }: Record<string, string>) => `${code} ${state}`);
    expect(states).toEqual(['first due', 'second due', 'last planned']);
  });
});
