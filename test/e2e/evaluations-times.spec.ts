import { toDay } from '../../src/kernel/day';
import { evaluationsStory } from '../support/evaluations-story';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const scores = { progress: '85', finance: '90', records: '78.5' };
const text = '上半年完成助餐六千人次。';

/** An evaluation by the hours of cn-haishu-2020-r9: own days for the self-report, the review and the result. */
describe('the times of an evaluation', () => {
  let stage: Stage;
  let round: SeededRound;
  let meals: SeededContract;
  let care: SeededContract;
  let evaluator: Actor;
  let supervisor: Actor;
  let story: ReturnType<typeof evaluationsStory>;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-08-31T09:00:00+08:00' });
    round = await seedRound(stage, 'r9', {
      change: ({ evaluations: [midterm, final] }) => {
        Object.assign(midterm!, {
          selfReportFrom: '2020-09-05',
          selfReportTo: '2020-09-15T17:00:00+08:00',
          reviewFrom: '2020-09-20',
          resultBy: '2020-10-08',
          methods: ['phone', 'site-visit'],
          whenFailed: 'grade-only',
        });
        // Whoever was awarded later is not evaluated at the end.
        final!.approvedProjectsUntil = toDay('2020-06-30');
      },
    });
    meals = await seedContract(stage, round, '独居老人助餐');
    care = await seedContract(stage, round, '困境儿童陪伴');
    evaluator = await stage.person('评估员', [
      { duty: 'evaluator', scopeKind: 'round', scopeId: round.roundId },
    ]);
    supervisor = await stage.person('郑监', [
      { duty: 'supervisor', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    story = evaluationsStory(stage, round);
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    await story.assign(meals, 'midterm', evaluator);
  });
  afterAll(() => stage.close());

  const report = (of: SeededContract) =>
    story.act(of.applicant, of, 'midterm', 'self-report', { text });
  const sheet = (methods?: string[]) =>
    story.act(evaluator, meals, 'midterm', 'sheet', { scores, comment: '已核对。', methods });

  it('asks no evaluation of a project that was awarded after the rules’ day', async () => {
    const { items } = await round.organizer.ok.get(`/v1/evaluations?projectId=${meals.awardId}`);
    expect(items.map(({ code }: { code: string }) => code)).toEqual(['midterm']);
  });

  it('takes a self-report from its own first day to the hour at which its time ends', async () => {
    await expectRefusal(report(meals), 409, 'EVALUATIONS.NOT_OPEN');
    await stage.advanceTo('2020-09-15T16:59:00+08:00');
    expect((await report(meals)).status).toBe(201);
    await stage.advanceTo('2020-09-15T17:00:00+08:00');
    expect(await story.find(care, 'midterm')).toMatchObject({ state: 'graded', grade: 'fail' });
    await expectRefusal(report(care), 409, 'STATE.OUT_OF_ORDER');
  });

  it('is reviewed from its own day on, by the methods of the rules alone', async () => {
    await expectRefusal(sheet(), 409, 'EVALUATIONS.REVIEW_NOT_OPEN');
    await stage.advanceTo('2020-09-20T09:00:00+08:00');
    await expectRefusal(sheet(['interviews']), 422, 'EVALUATIONS.METHOD_UNKNOWN');
    await expectRefusal(sheet(['guesswork']), 400, 'REQUEST.INVALID');
    expect(await story.find(meals, 'midterm')).toMatchObject({ state: 'selfReported' });
  });

  it('tells those in charge when the result is late, and no more once it is there', async () => {
    await stage.advanceTo('2020-10-08T23:59:00+08:00');
    expect(await story.tasksOf(round.organizer)).not.toContain('evaluations.resultOverdue');
    await stage.advanceTo('2020-10-09T00:00:00+08:00');
    expect(await story.tasksOf(round.organizer)).toContain('evaluations.resultOverdue');
    expect(await story.mailsTo(supervisor)).toContain('evaluations.resultOverdue');
    expect((await sheet(['phone'])).status).toBe(201);
    await stage.settled();
    expect(await story.find(meals, 'midterm')).toMatchObject({
      state: 'graded',
      methods: ['phone'],
    });
    expect(await story.tasksOf(round.organizer)).not.toContain('evaluations.resultOverdue');
  });
});
