import type { EvaluationRules } from '../../src/rules';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Answer, type Stage } from '../support/stage';

/** What a failed evaluation does to a project beyond its grade: payments wait, and what else the rules let follow. */
describe('a failed evaluation', () => {
  let stage: Stage;
  let stopping: PayingRound;
  let delaying: PayingRound;
  let ofStopping: PaymentsStory;
  let ofDelaying: PaymentsStory;

  const failing = (
    midterm: EvaluationRules['whenFailed'],
    final: EvaluationRules['whenFailed'],
    consequences?: EvaluationRules['consequences'],
  ) => {
    return ({ evaluations }: { evaluations: EvaluationRules[] }) => {
      for (const evaluation of evaluations) {
        delete evaluation.survey;
        evaluation.whenFailed = evaluation.kind === 'final' ? final : midterm;
        if (consequences !== undefined) evaluation.consequences = consequences;
      }
    };
  };

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    stopping = await seedPayingRound(stage, 'stop', failing('stop-payments', 'grade-only'));
    delaying = await seedPayingRound(stage, 'delay', (rules) => {
      failing('grade-only', 'delay', [
        { variant: 'publish' },
        { variant: 'bar', months: 36, scope: 'all' },
        { variant: 'record' },
        { variant: 'claw-back', by: 'approver' },
      ])(rules);
      rules.tranches[0]!.meaning = 'loan';
      const last = rules.tranches[2]!;
      last.trigger = { variant: 'evaluation-passed', evaluation: 'final' };
    });
    ofStopping = new PaymentsStory(stage, stopping);
    ofDelaying = new PaymentsStory(stage, delaying);
  });
  afterAll(() => stage.close());

  const states = async (story: PaymentsStory, project: PaidProject): Promise<string> =>
    (await story.tranches(project)).map(({ code, state }) => `${code} ${state}`).join(', ');
  const stateOf = async ({ organizer }: PayingRound, { awardId }: PaidProject): Promise<string> =>
    (await organizer.ok.get(`/v1/projects/${awardId}`)).state;
  const evaluation = async (
    { organizer }: PayingRound,
    { awardId }: PaidProject,
    code: string,
  ): Promise<any> => {
    const { items } = await organizer.ok.get(`/v1/evaluations?projectId=${awardId}`);
    const { id } = items.find((item: { code: string }) => item.code === code);
    return organizer.ok.get(`/v1/evaluations/${id}`);
  };
  const judge = async (
    round: PayingRound,
    project: PaidProject,
    isPutRight: boolean,
    who: Actor = round.approver,
    code = 'final',
  ): Promise<Answer> => {
    const { id } = await evaluation(round, project, code);
    const body = { isPutRight, findings: '现场复核。' };
    return who.post(`/v1/evaluations/${id}/failure-judgement`, body);
  };
  const credit = async ({ partyId, applicant }: PaidProject): Promise<any[]> =>
    (await applicant.ok.get(`/v1/parties/${partyId}/credit`)).items;

  describe('that stops payments', () => {
    let meals: PaidProject;
    let care: PaidProject;

    beforeAll(async () => {
      meals = await seedProject(stage, stopping, '独居老人助餐');
      care = await seedProject(stage, stopping, '困境儿童陪伴');
      await stage.advanceTo('2020-09-02T09:00:00+08:00');
      await ofStopping.evaluate(meals, 'midterm', '59');
      await ofStopping.evaluate(care, 'midterm', '59');
    });

    it('leaves the project running, and lets all that is unpaid wait', async () => {
      expect(await stateOf(stopping, meals)).toBe('active');
      expect(await states(ofStopping, meals)).toBe('first due, second planned, last planned');
      expect(await evaluation(stopping, meals, 'midterm')).toMatchObject({
        passed: false,
        failure: { effect: 'stop-payments', state: 'open' },
        why: {
          zh: expect.stringContaining('达到“不合格”'),
          en: expect.stringContaining('lacks 1'),
        },
      });
      taken(await ofStopping.claim(meals, 'first'));
      await expectRefusal(ofStopping.enter(meals, 'first'), 409, 'PAYMENTS.HELD');
      expect(await ofStopping.mails(meals.applicant)).toContain('evaluations.paymentsStopped');
    });

    it('is for a later evaluation to make good, and for nobody to put right', async () => {
      const judged = judge(stopping, meals, true, stopping.approver, 'midterm');
      await expectRefusal(judged, 409, 'EVALUATIONS.NOTHING_TO_PUT_RIGHT');
    });

    it('pays all of it, that of the failed evaluation too, once a later one is passed', async () => {
      await stage.advanceTo('2021-01-05T09:00:00+08:00');
      await ofStopping.evaluate(meals, 'final', '95');
      expect(await evaluation(stopping, meals, 'midterm')).toMatchObject({
        failure: { state: 'madeGood', findings: null },
      });
      expect(await states(ofStopping, meals)).toBe('first claimed, second due, last due');
      expect((await ofStopping.enter(meals, 'first')).status).toBe(201);
      const { explanation } = await ofStopping.tranche(meals, 'second');
      expect(explanation.payable.inputs).toMatchObject({ factor: '1', grade: 'fail' });
      expect(await stateOf(stopping, meals)).toBe('settling');
      expect(await ofStopping.mails(meals.applicant)).toContain('evaluations.madeGood');
    });

    it('ends the project, and sets what is unpaid free, when the later ones are failed as well', async () => {
      await ofStopping.evaluate(care, 'final', '10');
      expect(await evaluation(stopping, care, 'midterm')).toMatchObject({
        failure: { state: 'givenUp' },
      });
      expect(await states(ofStopping, care)).toBe('first void, second void, last void');
      expect(await stateOf(stopping, care)).toBe('closed');
      expect(await ofStopping.money(care)).toEqual({ committed: 0, due: 0, paid: 0 });
    });
  });

  describe('that delays payments', () => {
    let craft: PaidProject;
    let walk: PaidProject;

    beforeAll(async () => {
      craft = await seedProject(stage, delaying, '残疾人手作');
      walk = await seedProject(stage, delaying, '认知症友好步道');
      for (const project of [craft, walk]) {
        await ofDelaying.paid(project, 'first');
        await ofDelaying.evaluate(project, 'midterm', '90');
        await ofDelaying.evaluate(project, 'final', '30');
      }
    });

    it('lets the project wait until an approver says that it is put right', async () => {
      expect(await stateOf(delaying, craft)).toBe('active');
      expect(await states(ofDelaying, craft)).toBe('first paid, second due, last planned');
      taken(await ofDelaying.claim(craft, 'second'));
      await expectRefusal(ofDelaying.enter(craft, 'second'), 409, 'PAYMENTS.HELD');
      expect(await ofDelaying.tasks(delaying.approver)).toContain('evaluations.judgeFailure');
      const { organizer } = delaying;
      await expectRefusal(judge(delaying, craft, true, organizer), 403, 'ACCESS.DUTY_MISSING');
      const stranger = await stage.person('外轮', [
        { duty: 'approver', scopeKind: 'round', scopeId: stopping.roundId },
      ]);
      await expectRefusal(judge(delaying, craft, true, stranger), 404, 'ACCESS.NOT_FOUND');
      expect(await stateOf(delaying, craft)).toBe('active');
    });

    it('publishes it, keeps the organization off the list and notes the grade, as the rules say', async () => {
      const noted = await credit(craft);
      const kinds = ['grade', 'sanction'];
      expect(noted.filter(({ kind }) => kinds.includes(kind))).toMatchObject([
        { kind: 'grade', code: 'fail' },
        {
          kind: 'sanction',
          code: 'evaluation-failed',
          from: '2021-01-05',
          until: '2024-01-04',
          projectId: craft.awardId,
        },
      ]);
      const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=result');
      const { id } = await evaluation(delaying, craft, 'final');
      const notice = items.find((item: any) => item.subject.id === id);
      const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`);
      expect(content).toMatchObject({ evaluation: 'final', grade: 'fail', score: '30' });
      expect(items.filter((item: any) => item.subject.kind === 'evaluation')).toHaveLength(2);
    });

    it('goes on with the payments once it is put right', async () => {
      expect(taken(await judge(delaying, craft, true))).toMatchObject({
        state: 'madeGood',
        findings: '现场复核。',
      });
      await stage.settled();
      expect(await states(ofDelaying, craft)).toBe('first paid, second claimed, last due');
      expect(await stateOf(delaying, craft)).toBe('settling');
      expect((await ofDelaying.enter(craft, 'second')).status).toBe(201);
      expect(await ofDelaying.tasks(delaying.approver)).toContain('evaluations.judgeFailure');
      await expectRefusal(judge(delaying, craft, false), 409, 'STATE.OUT_OF_ORDER');
    });

    const proposals = async (): Promise<number> =>
      (await ofDelaying.tasks(delaying.organizer)).filter((kind) => kind === 'recoveries.propose')
        .length;

    it('ends the project when it is given up, and asks the loan back whole', async () => {
      const first = await ofDelaying.tranche(walk, 'first');
      expect(first.explanation.en.at(-1)).toContain('25000.00 of the grant is a loan');
      taken(await judge(delaying, walk, false));
      await stage.settled();
      expect(await states(ofDelaying, walk)).toBe('first paid, second void, last void');
      expect(await stateOf(delaying, walk)).toBe('ended');
      // Of both projects: the worst grade claws back, whatever becomes of the failure.
      expect(await proposals()).toBe(2);
      const propose = async (amount: string) => {
        const { version } = await delaying.organizer.ok.get(`/v1/projects/${walk.awardId}`);
        const body = {
          amount: { amount, currency: 'CNY' },
          reason: '项目未完成，借款归还。',
          payWithinDays: 30,
        };
        const path = `/v1/projects/${walk.awardId}/recoveries`;
        return delaying.organizer.post(path, body, { ifMatch: version });
      };
      await expectRefusal(propose('24999.99'), 422, 'RECOVERIES.BELOW_LOAN');
      taken(await propose('25000.00'));
      await stage.settled();
      expect(await proposals()).toBe(1);
    });
  });
});
