import { evaluationsStory } from '../support/evaluations-story';
import { PaymentsStory } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { openStage, type Stage } from '../support/stage';

const comment = '按指标逐项核对。';
const text = '按计划完成。';

let stage: Stage;
let round: PayingRound;
let project: PaidProject;
let story: ReturnType<typeof evaluationsStory>;
let payments: PaymentsStory;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-08-31T09:00:00+08:00' });
  round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
    for (const evaluation of evaluations) delete evaluation.survey;
  });
  project = await seedProject(stage, round, '独居老人助餐');
  story = evaluationsStory(stage, round);
  payments = new PaymentsStory(stage, round);
  await stage.advanceTo('2020-09-01T09:00:00+08:00');
});
afterAll(() => stage.close());

const evaluate = async (kind: string, scores: Record<string, string>) => {
  await story.assign(project, kind, round.evaluator);
  await story.done(project.applicant, project, kind, 'self-report', { text });
  await story.done(round.evaluator, project, kind, 'sheet', { scores, comment });
  await stage.settled();
};

const trancheStates = async () =>
  (await payments.tranches(project)).map(({ code, state }) => `${code} ${state}`);

describe('a mid-term evaluation that is put off beyond the final one', () => {
  it('lets the final one be graded and paid for', async () => {
    const excuse = { reason: '负责人住院，申请延期。', until: '2021-03-31' };
    await story.done(round.approver, project, 'midterm', 'excuse', excuse);
    await stage.advanceTo('2021-01-04T09:00:00+08:00');
    await evaluate('final', { delivery: '90', effect: '90', satisfaction: '90', finance: '90' });
    expect(await story.find(project, 'final')).toMatchObject({ state: 'graded', passed: true });
    expect(await trancheStates()).toEqual(['first due', 'second planned', 'last due']);
  });

  it('keeps the project open until it is decided', async () => {
    expect(await story.find(project, 'midterm')).toMatchObject({ state: 'excused' });
    expect(await story.stateOf(project)).toBe('active');
    await evaluate('midterm', { progress: '85', finance: '90', records: '80' });
    expect(await trancheStates()).toEqual(['first due', 'second due', 'last due']);
    expect(await story.stateOf(project)).toBe('settling');
  });
});
