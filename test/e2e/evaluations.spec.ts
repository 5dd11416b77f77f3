import { newId } from '../../src/kernel/id';
import { Door } from '../../src/platform/database/door';
import { Evaluations } from '../../src/stages/evaluations';
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

const GOOD = { delivery: '90', effect: '90', satisfaction: '90', finance: '89.99' };
const comment = '按指标逐项核对。';

type Item = { readonly id: string; readonly version: number; readonly kind: string };

describe('evaluations', () => {
  let stage: Stage;
  let round: SeededRound;
  let meals: SeededContract;
  let care: SeededContract;
  let craft: SeededContract;
  let walk: SeededContract;
  let evaluator: Actor;
  let streetId: string;

  const ofRound = (duty: string): GivenMandate => ({
    duty,
    scopeKind: 'round',
    scopeId: round.roundId,
  });
  const give = (who: Actor, mandate: GivenMandate) =>
    stage.admin.ok.post(`/v1/persons/${who.personId}/mandates`, mandate);
  const find = async ({ awardId, applicant }: SeededContract, kind: string): Promise<any> => {
    const { items } = await applicant.ok.get(`/v1/evaluations?projectId=${awardId}`);
    const { id } = items.find((item: Item) => item.kind === kind);
    return applicant.ok.get(`/v1/evaluations/${id}`);
  };
  const act = ({ id }: Item, what: string) => `/v1/evaluations/${id}/${what}`;
  /** Does an act on an evaluation as it stands now. */
  const on = async (who: Actor, evaluation: Item, what: string, body: unknown) => {
    const [{ version }] = await stage.sql(`SELECT version FROM evaluations WHERE id = $1`, [
      evaluation.id,
    ]);
    return who.post(act(evaluation, what), body, { ifMatch: version });
  };
  const done = async (who: Actor, evaluation: Item, what: string, body: unknown) => {
    const { status, text } = await on(who, evaluation, what, body);
    expect({ status, text }).toEqual({ status: 201, text });
    return JSON.parse(text);
  };
  const tasksOf = async (who: Actor): Promise<string[]> =>
    (await who.ok.get('/v1/tasks')).items.map(({ kind }: Item) => kind);
  const stateOf = async ({ awardId }: SeededContract): Promise<string> =>
    (await round.organizer.ok.get(`/v1/projects/${awardId}`)).state;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
    round = await seedRound(stage, 'r7', {
      unitId: streetId,
      change: ({ evaluations }) => {
        evaluations[1]!.survey = { minAnswers: 2 };
      },
    });
    meals = await seedContract(stage, round, '独居老人助餐');
    care = await seedContract(stage, round, '困境儿童陪伴');
    craft = await seedContract(stage, round, '残疾人手作');
    walk = await seedContract(stage, round, '认知症友好步道');
    evaluator = await stage.person('评估员', [ofRound('evaluator')]);
    await stage.settled();
  });
  afterAll(() => stage.close());

  describe('before they open', () => {
    it('are planned by the rule set', async () => {
      const { items } = await meals.applicant.ok.get(`/v1/evaluations?projectId=${meals.awardId}`);
      expect(items).toMatchObject([
        { code: 'midterm', opensOn: '2020-09-01', dueOn: '2020-09-30', state: 'awaiting' },
        { code: 'final', opensOn: '2021-01-04', dueOn: '2021-01-29', state: 'awaiting' },
      ]);
      const midterm = await find(meals, 'midterm');
      expect(midterm).toMatchObject({
        title: '独居老人助餐',
        survey: null,
        evaluatorId: null,
        selfReport: null,
        grade: null,
        version: 1,
      });
      expect(midterm.indicators).toHaveLength(3);
    });

    it('are shown to their party and those in charge alone', async () => {
      const path = `/v1/evaluations/${(await find(meals, 'midterm')).id}`;
      await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(evaluator.get(path), 404, 'ACCESS.NOT_FOUND');
      expect((await evaluator.ok.get('/v1/evaluations')).items).toEqual([]);
      expect((await round.organizer.ok.get('/v1/evaluations')).items).toHaveLength(8);
    });

    it('take neither a self-report nor an answer', async () => {
      const midterm = await find(meals, 'midterm');
      const text = '自评提前提交。';
      const early = await on(meals.applicant, midterm, 'self-report', { text });
      expect(early).toMatchObject({ status: 409, body: { code: 'EVALUATIONS.NOT_OPEN' } });
      const resident = await stage.person('王居', [
        { duty: 'resident', scopeKind: 'unit', scopeId: streetId },
      ]);
      const final = await find(meals, 'final');
      const answer = { satisfaction: 5 };
      await expectRefusal(
        resident.post(act(midterm, 'answers'), answer),
        409,
        'EVALUATIONS.NO_SURVEY',
      );
      await expectRefusal(
        resident.post(act(final, 'answers'), answer),
        409,
        'EVALUATIONS.NOT_OPEN',
      );
    });

    it('open on their day and ask for what is needed', async () => {
      await stage.advanceTo('2020-08-31T23:59:00+08:00');
      expect(await tasksOf(meals.applicant)).not.toContain('evaluations.selfReport');
      await stage.advanceTo('2020-09-01T00:00:00+08:00');
      expect(await tasksOf(meals.applicant)).toContain('evaluations.selfReport');
      expect(await tasksOf(round.organizer)).toContain('evaluations.assign');
    });
  });

  describe('naming the evaluator', () => {
    const refused = async (who: Actor, personId: string, status: number, code: string) => {
      const call = on(who, await find(meals, 'midterm'), 'assignment', { personId });
      await expectRefusal(call, status, code);
    };

    it('is for those who run the round', async () => {
      await refused(meals.applicant, evaluator.personId, 403, 'ACCESS.DUTY_MISSING');
      const elsewhere = await stage.unit(stage.cityId, 'street', 'dashi', '大石街道');
      const other = await stage.person('外街', [
        { duty: 'organizer', scopeKind: 'unit', scopeId: elsewhere },
      ]);
      await refused(other, evaluator.personId, 404, 'ACCESS.NOT_FOUND');
    });

    it('asks for the version that was seen', async () => {
      const midterm = await find(meals, 'midterm');
      const body = { personId: evaluator.personId };
      const path = act(midterm, 'assignment');
      await expectRefusal(round.organizer.post(path, body), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(
        round.organizer.post(path, body, { ifMatch: midterm.version + 1 }),
        412,
        'HTTP.STALE',
      );
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
      'refuses who is its %s',
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
      await stage.sql(
        `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
        [bidder.personId, round.roundId, stage.cityId],
      );
      await refused(round.organizer, bidder.personId, 409, 'PEOPLE.DUTIES_CONFLICT');
    });

    it('gives the evaluation to whoever is fit, and to another one while nothing is scored', async () => {
      const other = await stage.person('另一评估员', [
        { duty: 'evaluator', scopeKind: 'project', scopeId: meals.awardId },
      ]);
      const midterm = await find(meals, 'midterm');
      await done(round.organizer, midterm, 'assignment', { personId: other.personId });
      expect(await tasksOf(other)).toEqual(['evaluations.score']);
      const { personId } = evaluator;
      const assigned = await done(round.organizer, midterm, 'assignment', { personId });
      expect(assigned).toMatchObject({ evaluatorId: personId, version: 3 });
      expect(await tasksOf(other)).toEqual([]);
      expect(await tasksOf(evaluator)).toEqual(['evaluations.score']);
      await evaluator.ok.get(`/v1/evaluations/${midterm.id}`);
      await expectRefusal(other.get(`/v1/evaluations/${midterm.id}`), 404, 'ACCESS.NOT_FOUND');
    });
  });

  describe('a mid-term', () => {
    const scores = { progress: '85', finance: '90', records: '78.5' };
    const text = '上半年完成助餐六千人次。';

    it('takes the self-report of its party, once', async () => {
      const midterm = await find(meals, 'midterm');
      const early = on(evaluator, midterm, 'sheet', { scores, comment });
      await expectRefusal(early, 409, 'STATE.OUT_OF_ORDER');
      const byOther = on(care.applicant, midterm, 'self-report', { text });
      await expectRefusal(byOther, 404, 'ACCESS.NOT_FOUND');
      const byOffice = on(round.organizer, midterm, 'self-report', { text });
      await expectRefusal(byOffice, 403, 'ACCESS.DUTY_MISSING');
      const taken = await done(meals.applicant, midterm, 'self-report', { text });
      expect(taken).toMatchObject({ state: 'selfReported' });
      const again = on(meals.applicant, midterm, 'self-report', { text });
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
      expect(await tasksOf(meals.applicant)).not.toContain('evaluations.selfReport');
      const excuse = { reason: '已经提交', until: '2020-10-31' };
      await expectRefusal(on(round.approver, midterm, 'excuse', excuse), 409, 'STATE.OUT_OF_ORDER');
    });

    it('refuses a self-report by who may not bid in the round any more', async () => {
      const turned = await stage.person('转岗', [
        { duty: 'applicant', scopeKind: 'party', scopeId: care.partyId },
      ]);
      await stage.sql(
        `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'expert', $3)`,
        [turned.personId, round.roundId, stage.cityId],
      );
      const midterm = await find(care, 'midterm');
      const call = on(turned, midterm, 'self-report', { text });
      await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
      expect(await find(care, 'midterm')).toMatchObject({ state: 'awaiting', version: 1 });
    });

    it.each([
      [{ progress: '85', finance: '90' }, 422, 'SCORES.MISSING', '/scores/records'],
      [{ ...scores, effect: '1' }, 422, 'SCORES.UNKNOWN', '/scores/effect'],
      [{ ...scores, progress: '85.123' }, 422, 'SCORES.NOT_A_SCORE', '/scores/progress'],
      [{ ...scores, finance: '100.01' }, 422, 'SCORES.ABOVE_MOST', '/scores/finance'],
      [{ ...scores, finance: 90 }, 400, 'REQUEST.INVALID', '/scores'],
    ])('refuses the sheet %j', async (given, status, code, pointer) => {
      const midterm = await find(meals, 'midterm');
      const call = on(evaluator, midterm, 'sheet', { scores: given, comment });
      const { body } = await expectRefusal(call, status, code);
      expect(body.errors[0].pointer).toBe(pointer);
      expect(await find(meals, 'midterm')).toMatchObject({ state: 'selfReported', scores: null });
    });

    it('is scored by its evaluator alone, and graded by the rules', async () => {
      const midterm = await find(meals, 'midterm');
      const stranger = await stage.person('未受托', [ofRound('evaluator')]);
      const sheet = { scores, comment };
      await expectRefusal(on(stranger, midterm, 'sheet', sheet), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(on(round.organizer, midterm, 'sheet', sheet), 403, 'ACCESS.DUTY_MISSING');
      await done(evaluator, midterm, 'sheet', sheet);
      await stage.settled();
      expect(await find(meals, 'midterm')).toMatchObject({
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
      expect(await stateOf(meals)).toBe('active');
      expect(await tasksOf(evaluator)).toEqual([]);
      await expectRefusal(on(evaluator, midterm, 'sheet', sheet), 409, 'STATE.OUT_OF_ORDER');
      const { personId } = stranger;
      await expectRefusal(
        on(round.organizer, midterm, 'assignment', { personId }),
        409,
        'STATE.OUT_OF_ORDER',
      );
    });

    it('refuses the sheet of who has joined the party since', async () => {
      const joiner = await stage.person('跳槽', [ofRound('evaluator')]);
      const midterm = await find(walk, 'midterm');
      await done(round.organizer, midterm, 'assignment', { personId: joiner.personId });
      await done(walk.applicant, midterm, 'self-report', { text });
      await give(joiner, { duty: 'applicant', scopeKind: 'party', scopeId: walk.partyId });
      const call = on(joiner, midterm, 'sheet', { scores, comment });
      await expectRefusal(call, 409, 'EVALUATIONS.EVALUATOR_OF_PARTY');
      await done(round.organizer, midterm, 'assignment', { personId: evaluator.personId });
    });

    it('is excused by the approver, with a reason and a new last day', async () => {
      const midterm = await find(craft, 'midterm');
      const excuse = { reason: '负责人住院，申请延期。', until: '2020-10-20' };
      const path = act(midterm, 'excuse');
      await expectRefusal(
        on(round.organizer, midterm, 'excuse', excuse),
        403,
        'ACCESS.DUTY_MISSING',
      );
      await expectRefusal(round.approver.post(path, excuse), 428, 'HTTP.MATCH_REQUIRED');
      for (const until of ['2020-09-30', '2022-01-01']) {
        const call = on(round.approver, midterm, 'excuse', { ...excuse, until });
        await expectRefusal(call, 422, 'EVALUATIONS.UNTIL_OUTSIDE');
      }
      const { reason, until } = excuse;
      const excused = await done(round.approver, midterm, 'excuse', { reason, until });
      expect(excused).toMatchObject({ state: 'excused', dueOn: until, grade: null, passed: null });
      expect(await find(craft, 'midterm')).toMatchObject({ excuse: reason });
    });

    it('is failed by the clock when nothing came, and ends the project', async () => {
      await stage.advanceTo('2020-09-30T23:59:00+08:00');
      expect(await find(care, 'midterm')).toMatchObject({ state: 'awaiting' });
      await stage.advanceTo('2020-10-01T00:00:00+08:00');
      expect(await find(care, 'midterm')).toMatchObject({
        state: 'graded',
        score: null,
        grade: 'fail',
        passed: false,
        explanation: { rule: '/evaluations/midterm/missing', inputs: { dueOn: '2020-09-30' } },
      });
      expect(await find(care, 'final')).toMatchObject({ state: 'dropped' });
      const project = await care.applicant.ok.get(`/v1/projects/${care.awardId}`);
      expect(project).toMatchObject({
        state: 'ended',
        reports: [{ state: 'waived' }, { state: 'waived' }],
      });
      const credit = await care.applicant.ok.get(`/v1/parties/${care.partyId}/credit`);
      expect(credit.items).toMatchObject([
        { kind: 'grade', code: 'fail', projectId: care.awardId },
      ]);
      expect(await tasksOf(care.applicant)).toEqual([]);
    });

    it('takes nothing more for a project that has ended', async () => {
      const late = on(care.applicant, await find(care, 'midterm'), 'self-report', { text });
      await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
      const excuse = { reason: '事后申请。', until: '2020-10-20' };
      const excused = on(round.approver, await find(care, 'midterm'), 'excuse', excuse);
      await expectRefusal(excused, 409, 'STATE.OUT_OF_ORDER');
      const figures = {
        activitiesHeld: 0,
        headsServed: 0,
        spent: { amount: '0.00', currency: 'CNY' },
      };
      const report = { code: 'final', text: '补交。', figures };
      await expectRefusal(
        care.applicant.post(`/v1/projects/${care.awardId}/reports`, report),
        409,
        'STATE.OUT_OF_ORDER',
      );
      const visit = { visitedOn: '2020-09-30', findings: '已停。', headsServed: 0 };
      await expectRefusal(
        round.organizer.post(`/v1/projects/${care.awardId}/visits`, visit),
        409,
        'STATE.OUT_OF_ORDER',
      );
    });

    it('is not failed when the evaluator is late: those in charge are told', async () => {
      expect(await find(walk, 'midterm')).toMatchObject({ state: 'selfReported' });
      expect(await tasksOf(round.organizer)).toContain('evaluations.scoreOverdue');
      await done(evaluator, await find(walk, 'midterm'), 'sheet', { scores, comment });
      await stage.settled();
      expect(await find(walk, 'midterm')).toMatchObject({ state: 'graded', grade: 'pass' });
      expect(await tasksOf(round.organizer)).not.toContain('evaluations.scoreOverdue');
    });

    it('takes the self-report of an excused one until its new last day; a failed score ends the project', async () => {
      await stage.terminate('project', craft.awardId);
      await stage.advanceTo('2020-10-20T23:00:00+08:00');
      const midterm = await find(craft, 'midterm');
      expect(midterm).toMatchObject({ state: 'excused' });
      await done(craft.applicant, midterm, 'self-report', { text });
      await done(round.organizer, midterm, 'assignment', { personId: evaluator.personId });
      const failing = { progress: '59.99', finance: '60', records: '60' };
      await done(evaluator, midterm, 'sheet', { scores: failing, comment });
      await stage.settled();
      expect(await find(craft, 'midterm')).toMatchObject({
        score: '59.995',
        grade: 'fail',
        passed: false,
      });
      expect(await stateOf(craft)).toBe('ended');
    });
  });

  describe('a final evaluation', () => {
    let residents: Actor[];
    let final: any;

    beforeAll(async () => {
      const communityId = await stage.unit(streetId, 'community', 'xiajiao', '厦滘社区');
      residents = [];
      for (const [n, scopeId] of [communityId, stage.cityId].entries()) {
        const mandate = { duty: 'resident', scopeKind: 'unit', scopeId } as const;
        residents.push(await stage.person(`居民${n}`, [mandate]));
      }
      await stage.advanceTo('2021-01-04T09:00:00+08:00');
      final = await find(meals, 'final');
      await done(round.organizer, final, 'assignment', { personId: evaluator.personId });
      await done(meals.applicant, final, 'self-report', { text: '全年完成助餐一万二千人次。' });
    });

    const answer = (who: Actor, satisfaction: unknown = 5) =>
      who.post(act(final, 'answers'), { satisfaction, comment: '饭菜热乎。' });

    it('takes the answers of residents it serves, each once however often it comes', async () => {
      const [first] = residents as [Actor];
      const answers = await Promise.all(Array.from({ length: 8 }, () => answer(first)));
      const codes = answers.map(({ status, body }) => body.code ?? status);
      expect(codes.sort()).toEqual([201, ...Array<string>(7).fill('EVALUATIONS.ANSWERED_ALREADY')]);
      expect((await find(meals, 'final')).survey).toEqual({
        minAnswers: 2,
        answers: 1,
        satisfied: 1,
      });
    });

    it('takes none of others', async () => {
      await expectRefusal(answer(round.organizer), 403, 'ACCESS.DUTY_MISSING');
      const elsewhere = await stage.unit(stage.cityId, 'street', 'shiqi', '石碁街道');
      const outsider = await stage.person('外来', [
        { duty: 'resident', scopeKind: 'unit', scopeId: elsewhere },
      ]);
      await expectRefusal(answer(outsider), 404, 'ACCESS.NOT_FOUND');
      await give(meals.applicant, { duty: 'resident', scopeKind: 'unit', scopeId: streetId });
      await expectRefusal(answer(meals.applicant), 409, 'EVALUATIONS.PARTY_CANNOT_ANSWER');
      for (const wrong of [0, 6, 4.5, '5']) {
        await expectRefusal(answer(residents[1]!, wrong), 400, 'REQUEST.INVALID');
      }
    });

    it('is not scored before enough residents have answered', async () => {
      const call = on(evaluator, final, 'sheet', { scores: GOOD, comment });
      const { body } = await expectRefusal(call, 409, 'EVALUATIONS.ANSWERS_MISSING');
      expect(body.title).toContain('至少2份，现有1份');
      expect((await answer(residents[1]!, 3)).status).toBe(201);
    });

    it('shows the answers without who gave them, to the evaluator and those in charge', async () => {
      const path = act(final, 'answers');
      const { items } = await evaluator.ok.get(path);
      expect(items.map((item: object) => Object.keys(item).sort())).toEqual(
        Array(2).fill(['answeredAt', 'comment', 'evaluationId', 'id', 'satisfaction']),
      );
      expect((await round.organizer.ok.get(`${path}?limit=1`)).nextCursor).toBe(items[0].id);
      await expectRefusal(meals.applicant.get(path), 403, 'ACCESS.DUTY_MISSING');
      const events = await meals.applicant.ok.get('/v1/events?limit=200');
      const names = events.items.map(({ name }: { name: string }) => name);
      expect(names).toContain('evaluations.self-report-submitted');
      expect(names).not.toContain('evaluations.survey-answered');
    });

    it('is graded on the score as it is: 89.999 is not excellent; the project is left to be settled', async () => {
      await done(evaluator, final, 'sheet', { scores: GOOD, comment });
      await stage.settled();
      expect(await find(meals, 'final')).toMatchObject({
        state: 'graded',
        score: '89.999',
        grade: 'good',
        passed: true,
        survey: { answers: 2, satisfied: 1 },
      });
      expect(await stateOf(meals)).toBe('settling');
      const credit = await meals.applicant.ok.get(`/v1/parties/${meals.partyId}/credit`);
      expect(credit.items).toMatchObject([
        { kind: 'grade', code: 'good', projectId: meals.awardId, fromDay: '2021-01-04' },
      ]);
      const late = await stage.person('后来的居民', [
        { duty: 'resident', scopeKind: 'unit', scopeId: streetId },
      ]);
      await expectRefusal(answer(late), 409, 'STATE.OUT_OF_ORDER');
    });

    it('tells the stages after it what came of both', async () => {
      const outcomes = await stage
        .get(Door)
        .asSystem(stage.cityId, 'test', (ctx) =>
          stage.get(Evaluations).outcomes(ctx, meals.awardId),
        );
      const evaluatorId = evaluator.personId;
      expect(outcomes).toMatchObject([
        { code: 'midterm', grade: 'pass', passed: true, evaluatorId },
        { code: 'final', grade: 'good', passed: true, evaluatorId },
      ]);
    });

    it('fails without a self-report, and where the rules say so that ends nothing by itself', async () => {
      await stage.advanceTo('2021-01-30T00:00:00+08:00');
      expect(await find(walk, 'final')).toMatchObject({ state: 'graded', grade: 'fail' });
      expect(await stateOf(walk)).toBe('settling');
    });
  });
});

describe('a project whose rules ask for no evaluation', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-12-30T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  it('is left to be settled when its days are over', async () => {
    const round = await seedRound(stage, 'r8', {
      change: (rules) => {
        rules.evaluations = [];
        rules.tranches = rules.tranches.slice(0, 1).map((first) => ({ ...first, share: '1' }));
      },
    });
    const { awardId } = await seedContract(stage, round, '社区花园');
    const state = async () => (await round.organizer.ok.get(`/v1/projects/${awardId}`)).state;
    await stage.settled();
    await stage.advanceTo('2020-12-31T23:59:00+08:00');
    expect(await state()).toBe('active');
    await stage.advanceTo('2021-01-01T00:00:00+08:00');
    expect(await state()).toBe('settling');
  });
});
