import { evaluationsStory } from '../support/evaluations-story';
import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const scores = { progress: '85', finance: '90', records: '78.5' };
const comment = '按指标逐项核对。';
const text = '上半年完成助餐六千人次。';

let stage: Stage;
let round: SeededRound;
let meals: SeededContract;
let care: SeededContract;
let craft: SeededContract;
let walk: SeededContract;
let evaluator: Actor;
let story: ReturnType<typeof evaluationsStory>;

const evaluatorOfRound = (name: string) =>
  stage.person(name, [{ duty: 'evaluator', scopeKind: 'round', scopeId: round.roundId }]);

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-08-31T09:00:00+08:00' });
  round = await seedRound(stage, 'r7');
  meals = await seedContract(stage, round, '独居老人助餐');
  care = await seedContract(stage, round, '困境儿童陪伴');
  craft = await seedContract(stage, round, '残疾人手作');
  walk = await seedContract(stage, round, '认知症友好步道');
  evaluator = await evaluatorOfRound('评估员');
  story = evaluationsStory(stage, round);
  await stage.advanceTo('2020-09-01T09:00:00+08:00');
  await story.assign(meals, 'midterm', evaluator);
});
afterAll(() => stage.close());

describe('the self-report', () => {
  it('is the party’s, and taken once', async () => {
    const report = (who: Actor) => story.act(who, meals, 'midterm', 'self-report', { text });
    const early = story.act(evaluator, meals, 'midterm', 'sheet', { scores, comment });
    await expectRefusal(early, 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(report(care.applicant), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(report(round.organizer), 403, 'ACCESS.DUTY_MISSING');
    const path = await story.pathOf(meals, 'midterm', 'self-report');
    const stale = meals.applicant.post(path, { text }, { ifMatch: 1 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    expect(await report(meals.applicant)).toMatchObject({
      status: 201,
      body: { state: 'selfReported', version: 3 },
    });
    await expectRefusal(report(meals.applicant), 409, 'STATE.OUT_OF_ORDER');
    expect(await story.find(meals, 'midterm')).toMatchObject({ selfReport: text });
    expect(await story.tasksOf(meals.applicant)).not.toContain('evaluations.selfReport');
    const excuse = { reason: '已经提交', until: '2020-10-31' };
    const late = story.act(round.approver, meals, 'midterm', 'excuse', excuse);
    await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
  });

  it('is refused from who was an expert in the round, and nothing changes', async () => {
    const turned = await stage.person('转岗', [
      { duty: 'applicant', scopeKind: 'party', scopeId: care.partyId },
    ]);
    await story.noteDuty(turned, round.roundId, 'expert');
    const call = story.act(turned, care, 'midterm', 'self-report', { text });
    await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
    expect(await story.find(care, 'midterm')).toMatchObject({ state: 'awaiting', version: 1 });
  });
});

describe('the evaluator’s sheet', () => {
  it.each([
    [{ progress: '85', finance: '90' }, 422, 'SCORES.MISSING', '/scores/records'],
    [{ ...scores, effect: '1' }, 422, 'SCORES.UNKNOWN', '/scores/effect'],
    [{ ...scores, progress: '85.123' }, 422, 'SCORES.NOT_A_SCORE', '/scores/progress'],
    [{ ...scores, finance: '100.01' }, 422, 'SCORES.ABOVE_MOST', '/scores/finance'],
    [{ ...scores, finance: 90 }, 400, 'REQUEST.INVALID', '/scores'],
    [['85', '90', '78.5'], 400, 'REQUEST.INVALID', '/scores'],
  ])('is refused with %j', async (given, status, code, pointer) => {
    const call = story.act(evaluator, meals, 'midterm', 'sheet', { scores: given, comment });
    const { body } = await expectRefusal(call, status, code);
    expect(body.errors[0].pointer).toBe(pointer);
    expect(await story.find(meals, 'midterm')).toMatchObject({
      state: 'selfReported',
      scores: null,
    });
  });

  it('is the assigned evaluator’s alone, and graded by the rules', async () => {
    const sheet = (who: Actor) => story.act(who, meals, 'midterm', 'sheet', { scores, comment });
    const stranger = await evaluatorOfRound('未受托');
    await expectRefusal(sheet(stranger), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(sheet(round.organizer), 403, 'ACCESS.DUTY_MISSING');
    const path = await story.pathOf(meals, 'midterm', 'sheet');
    const stale = evaluator.post(path, { scores, comment }, { ifMatch: 2 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    expect((await sheet(evaluator)).status).toBe(201);
    await stage.settled();
    expect(await story.find(meals, 'midterm')).toMatchObject({
      state: 'graded',
      score: '85.2',
      grade: 'pass',
      passed: true,
      scores,
      comment,
      explanation: {
        rule: '/evaluations/midterm/grades',
        arithmetic: '85 × 0.5 + 90 × 0.3 + 78.5 × 0.2 = 85.2 ≥ 60',
      },
    });
    expect(await story.stateOf(meals)).toBe('active');
    expect(await story.tasksOf(evaluator)).toEqual([]);
    expect(await story.mailsTo(meals.applicant)).toContain('evaluations.graded');
    expect(await story.creditOf(meals)).toEqual([]);
    await expectRefusal(sheet(evaluator), 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(story.assign(meals, 'midterm', stranger), 409, 'STATE.OUT_OF_ORDER');
  });

  it('is refused from an evaluator who has joined the party since', async () => {
    const joiner = await evaluatorOfRound('跳槽');
    await story.assign(walk, 'midterm', joiner);
    await story.done(walk.applicant, walk, 'midterm', 'self-report', { text });
    await stage.admin.ok.post(`/v1/persons/${joiner.personId}/mandates`, {
      duty: 'applicant',
      scopeKind: 'party',
      scopeId: walk.partyId,
    });
    const call = story.act(joiner, walk, 'midterm', 'sheet', { scores, comment });
    await expectRefusal(call, 409, 'EVALUATIONS.EVALUATOR_OF_PARTY');
    expect((await story.assign(walk, 'midterm', evaluator)).status).toBe(201);
  });
});

describe('an excuse', () => {
  const reason = '负责人住院，申请延期。';
  const excuse = (who: Actor, until: string) =>
    story.act(who, craft, 'midterm', 'excuse', { reason, until });

  it('is the approver’s, with a day within its limits', async () => {
    await expectRefusal(excuse(round.organizer, '2020-10-20'), 403, 'ACCESS.DUTY_MISSING');
    const path = await story.pathOf(craft, 'midterm', 'excuse');
    const blind = round.approver.post(path, { reason, until: '2020-10-20' });
    await expectRefusal(blind, 428, 'HTTP.MATCH_REQUIRED');
    const until = '2020-10-20';
    const stale = round.approver.post(path, { reason, until }, { ifMatch: 7 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    for (const outside of ['2020-09-30', '2021-09-03']) {
      await expectRefusal(excuse(round.approver, outside), 422, 'EVALUATIONS.UNTIL_OUTSIDE');
    }
    await expectRefusal(excuse(round.approver, '2020-11-31'), 400, 'REQUEST.INVALID');
  });

  it('is a state of its own, with a later last day', async () => {
    const { body } = await excuse(round.approver, '2020-10-20');
    expect(body).toMatchObject({ state: 'excused', dueOn: '2020-10-20', grade: null });
    expect(await story.find(craft, 'midterm')).toMatchObject({ excuse: reason });
    expect(await story.mailsTo(craft.applicant)).toContain('evaluations.excused');
  });
});

describe('the last day', () => {
  it('fails by the clock what did not come without a reason, and ends the project', async () => {
    await stage.advanceTo('2020-09-30T23:59:00+08:00');
    expect(await story.find(care, 'midterm')).toMatchObject({ state: 'awaiting' });
    await stage.advanceTo('2020-10-01T00:00:00+08:00');
    expect(await story.find(care, 'midterm')).toMatchObject({
      state: 'graded',
      score: null,
      grade: 'fail',
      passed: false,
      explanation: { rule: '/evaluations/midterm/missing', inputs: { dueOn: '2020-09-30' } },
    });
    expect(await story.find(care, 'final')).toMatchObject({ state: 'dropped', grade: null });
    const project = await care.applicant.ok.get(`/v1/projects/${care.awardId}`);
    expect(project.state).toMatch(/^(ended|closed)$/);
    expect(project.reports).toMatchObject([{ state: 'waived' }, { state: 'waived' }]);
    expect(await story.creditOf(care)).toEqual(['fail 2020-10-01']);
    const tasks = await story.tasksOf(care.applicant);
    expect(tasks.filter((kind) => /^(monitoring|evaluations)\./.test(kind))).toEqual([]);
    const mails = await story.mailsTo(care.applicant);
    expect(mails).toEqual(
      expect.arrayContaining(['evaluations.gradedMissing', 'evaluations.stopped']),
    );
  });

  it('leaves nothing to be done for a project that has ended', async () => {
    const late = story.act(care.applicant, care, 'midterm', 'self-report', { text });
    await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    const excuse = { reason: '事后申请。', until: '2020-10-20' };
    const excused = story.act(round.approver, care, 'midterm', 'excuse', excuse);
    await expectRefusal(excused, 409, 'STATE.OUT_OF_ORDER');
    const named = story.assign(care, 'final', evaluator);
    await expectRefusal(named, 409, 'STATE.OUT_OF_ORDER');
    const spent = { amount: '0.00', currency: 'CNY' };
    const report = {
      code: 'final',
      text: '补交。',
      figures: { activitiesHeld: 0, headsServed: 0, spent },
    };
    const reported = care.applicant.post(`/v1/projects/${care.awardId}/reports`, report);
    await expectRefusal(reported, 409, 'STATE.OUT_OF_ORDER');
    const visit = { visitedOn: '2020-09-30', findings: '已停。', headsServed: 0 };
    const visited = round.organizer.post(`/v1/projects/${care.awardId}/visits`, visit);
    await expectRefusal(visited, 409, 'STATE.OUT_OF_ORDER');
  });

  it('does not fail a party whose evaluator is late: those in charge are told', async () => {
    expect(await story.find(walk, 'midterm')).toMatchObject({ state: 'selfReported' });
    expect(await story.tasksOf(round.organizer)).toContain('evaluations.scoreOverdue');
    expect(await story.mailsTo(evaluator)).toContain('evaluations.scoreOverdue');
    await story.done(evaluator, walk, 'midterm', 'sheet', { scores, comment });
    await stage.settled();
    expect(await story.find(walk, 'midterm')).toMatchObject({ state: 'graded', grade: 'pass' });
    expect(await story.tasksOf(round.organizer)).not.toContain('evaluations.scoreOverdue');
  });

  it('is the new one where there was an excuse; a failed score then ends the project all the same', async () => {
    await stage.terminate('project', craft.awardId);
    await stage.advanceTo('2020-10-20T23:00:00+08:00');
    expect(await story.find(craft, 'midterm')).toMatchObject({ state: 'excused' });
    expect(await story.mailsTo(craft.applicant)).toContain('evaluations.dueSoon');
    await story.done(craft.applicant, craft, 'midterm', 'self-report', { text });
    await story.assign(craft, 'midterm', evaluator);
    const failing = { progress: '59.99', finance: '60', records: '60' };
    await story.done(evaluator, craft, 'midterm', 'sheet', { scores: failing, comment });
    await stage.settled();
    expect(await story.find(craft, 'midterm')).toMatchObject({
      score: '59.995',
      grade: 'fail',
      passed: false,
    });
    expect(await story.stateOf(craft)).toMatch(/^(ended|closed)$/);
    expect(await story.creditOf(craft)).toEqual(['fail 2020-10-20']);
  });
});
