import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Stage } from '../support/stage';

describe('the settling of projects', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let good: PaidProject;
  let failing: PaidProject;
  let silent: PaidProject;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
      for (const evaluation of evaluations) delete evaluation.survey;
    });
    story = new PaymentsStory(stage, round);
    good = await seedProject(stage, round, '独居老人助餐');
    failing = await seedProject(stage, round, '困境儿童陪伴');
    silent = await seedProject(stage, round, '残疾人手作');
  });
  afterAll(() => stage.close());

  const evaluate = (project: PaidProject, code: string, score: string): Promise<void> =>
    story.evaluate(project, code, score);
  const states = async (project: PaidProject) =>
    Object.fromEntries((await story.tranches(project)).map(({ code, state }) => [code, state]));
  const projectState = async ({ awardId }: PaidProject): Promise<string> =>
    (await round.organizer.ok.get(`/v1/projects/${awardId}`)).state;
  const processEnded = async ({ awardId }: PaidProject): Promise<boolean> => {
    const [process] = await stage.sql(
      `SELECT ended_at IS NOT NULL AS ended FROM processes WHERE kind = 'project' AND id = $1`,
      [awardId],
    );
    return process.ended;
  };
  const closingNotice = async ({ awardId }: PaidProject): Promise<any> => {
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=result');
    const found = items.find((notice: any) => notice.subject.id === awardId);
    return found && stage.nobody.ok.get(`/v1/public/gz/notices/${found.id}`);
  };

  it('reminds a party that does not claim, and tells those in charge when the time for paying is over', async () => {
    await story.paid(good, 'first');
    await stage.advanceTo('2020-06-28T00:00:00+08:00');
    expect(await story.mails(silent.applicant)).toContain('payments.claimReminder');
    expect(await story.mails(good.applicant)).not.toContain('payments.claimReminder');
    expect(await story.tasks(round.organizer)).not.toContain('payments.overdue');
    await stage.advanceTo('2020-07-14T00:00:00+08:00');
    const overdue = (await story.tasks(round.organizer)).filter(
      (kind) => kind === 'payments.overdue',
    );
    expect(overdue).toHaveLength(2);
    expect(await story.mails(round.maker)).toContain('payments.overdue');
    const reminders = (await story.mails(silent.applicant)).filter(
      (kind) => kind === 'payments.claimReminder',
    );
    expect(reminders).toHaveLength(2);
  });

  it('makes the second tranche due when the mid-term is passed, and not before', async () => {
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    expect(await states(good)).toEqual({ first: 'paid', second: 'planned', last: 'planned' });
    await evaluate(good, 'midterm', '80');
    expect(await states(good)).toEqual({ first: 'paid', second: 'due', last: 'planned' });
    const { explanation } = await story.tranche(good, 'second');
    expect(explanation.payable.inputs).toMatchObject({ grade: 'pass', factor: '1' });
    expect(explanation.en[1]).toBe('Trigger: Mid-term evaluation: passed.');
    expect(await story.money(good)).toEqual({
      committed: 500_000,
      due: 2_000_000,
      paid: 2_500_000,
    });
  });

  it('stops what is unpaid of a project that fails its mid-term, and closes it', async () => {
    expect(await states(failing)).toEqual({ first: 'due', second: 'planned', last: 'planned' });
    await evaluate(failing, 'midterm', '59');
    expect(await states(failing)).toEqual({ first: 'void', second: 'void', last: 'void' });
    expect(await story.money(failing)).toEqual({ committed: 0, due: 0, paid: 0 });
    const { explanation } = await story.tranche(failing, 'second');
    expect(explanation.payable.inputs).toMatchObject({ grade: 'fail', factor: '0' });
    expect((await story.tranche(failing, 'first')).explanation.en.at(-1)).toContain('stopped');
    await expectRefusal(story.claim(failing, 'first'), 409, 'STATE.OUT_OF_ORDER');
    expect(await story.mails(failing.applicant)).toContain('payments.void');
    expect(await projectState(failing)).toBe('closed');
    expect(await processEnded(failing)).toBe(true);
    const [contract] = await stage.sql(`SELECT state FROM contracts WHERE id = $1`, [
      failing.contractId,
    ]);
    expect(contract.state).toBe('terminated');
    expect((await closingNotice(failing)).content).toMatchObject({
      outcome: 'stopped',
      paidAmount: '0.00',
    });
  });

  it('waits for a payment under way when a project is stopped, and never releases it any more', async () => {
    const { id } = taken(await enterFor(silent));
    await evaluate(silent, 'midterm', '10');
    expect(await states(silent)).toEqual({ first: 'ordered', second: 'void', last: 'void' });
    expect(await projectState(silent)).toBe('ended');
    await expectRefusal(story.act(round.checker, id, 'release'), 409, 'PAYMENTS.BASIS_ENDED');
    taken(await story.act(round.checker, id, 'rejection', { reason: '项目已终止' }));
    await stage.settled();
    expect(await states(silent)).toEqual({ first: 'void', second: 'void', last: 'void' });
    expect(await story.money(silent)).toEqual({ committed: 0, due: 0, paid: 0 });
    expect(await projectState(silent)).toBe('closed');
  });

  it('leaves a released payment behind when its project is stopped before it was sent', async () => {
    const stopped = await seedProject(stage, round, '社区运动');
    const steady = await seedProject(stage, round, '社区花园');
    const { id, batchId } = await story.released(stopped, 'first');
    const { id: other } = await story.released(steady, 'first');
    await evaluate(stopped, 'midterm', '10');
    const { request } = taken(await story.dispatch(batchId));
    expect(request.lines).toMatchObject([{ paymentId: other }]);
    expect(await story.payment(id)).toMatchObject({ state: 'entered', reason: 'basis-ended' });
    taken(await story.act(round.checker, id, 'rejection', { reason: '项目已终止' }));
    await stage.settled();
    expect(await projectState(stopped)).toBe('closed');
  });

  it('keeps who evaluated off the payment of what they evaluated', async () => {
    const { evaluator } = round;
    const mandate = await stage.admin.ok.post(`/v1/persons/${evaluator.personId}/mandates`, {
      duty: 'maker',
      scopeKind: 'unit',
      scopeId: stage.cityId,
    });
    taken(await story.claim(good, 'second'));
    const entered = story.enter(good, 'second', evaluator);
    await expectRefusal(entered, 409, 'PAYMENTS.DECIDED_BY_YOU');
    const end = `/v1/mandates/${mandate.id}/end`;
    await stage.admin.ok.post(end, undefined, { ifMatch: mandate.version });
    const { id } = taken(await story.enter(good, 'second'));
    taken(await story.act(round.checker, id, 'rejection', { reason: '重新录入' }));
  });

  it('pays half of the last tranche on a pass, sets the rest free, and closes the project', async () => {
    await story.paid(good, 'second');
    await stage.advanceTo('2021-01-05T09:00:00+08:00');
    await evaluate(good, 'final', '65');
    expect(await states(good)).toEqual({ first: 'paid', second: 'paid', last: 'due' });
    expect(await projectState(good)).toBe('settling');
    expect(await processEnded(good)).toBe(false);
    const last = await story.tranche(good, 'last');
    expect(last).toMatchObject({ planned: { amount: '5000.00' }, payable: { amount: '2500.00' } });
    expect(last.explanation.zh[2]).toContain('等级“合格”，拨付系数0.5');
    expect(await story.money(good)).toEqual({ committed: 0, due: 250_000, paid: 4_500_000 });
    await story.paid(good, 'last');
    expect(await projectState(good)).toBe('closed');
    expect(await processEnded(good)).toBe(true);
    expect(await story.money(good)).toEqual({ committed: 0, due: 0, paid: 4_750_000 });
    expect((await closingNotice(good)).content).toMatchObject({
      outcome: 'completed',
      contractAmount: '50000.00',
      paidAmount: '47500.00',
    });
  });

  it('comes to the same end after its workflows were ended by force', async () => {
    const again = await seedProject(stage, round, '长者识字');
    await stage.terminate('project', again.awardId);
    const { id, batchId } = await story.released(again, 'first');
    await stage.settled();
    await stage.terminate('payment', batchId);
    taken(await story.dispatch(batchId));
    const voucher = await story.voucher();
    taken(await story.act(round.maker, id, 'voucher', voucher));
    taken(await story.act(round.checker, id, 'voucher-confirmation', voucher));
    await stage.settled();
    expect((await story.batch(batchId)).state).toBe('settled');
    expect((await story.tranche(again, 'first')).state).toBe('paid');
  });

  async function enterFor(project: PaidProject) {
    taken(await story.claim(project, 'first'));
    return story.enter(project, 'first');
  }
});
