import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  verifyPayee,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Answer, type Stage } from '../support/stage';

const reason = '账号与户名不符';

describe('a payment that the bank sends back after it was paid', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let stopped: PaidProject;
  let last: any;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
      for (const evaluation of evaluations) delete evaluation.survey;
    });
    story = new PaymentsStory(stage, round);
    meals = await seedProject(stage, round, '独居老人助餐');
    stopped = await seedProject(stage, round, '残疾人手作');
    await story.paid(meals, 'first');
    await story.paid(stopped, 'first');
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    await story.evaluate(meals, 'midterm', '80');
    await story.evaluate(stopped, 'midterm', '10');
    await story.paid(meals, 'second');
    await stage.advanceTo('2021-01-05T09:00:00+08:00');
    await story.evaluate(meals, 'final', '65');
    last = await story.paid(meals, 'last');
  });
  afterAll(() => stage.close());

  const back = async (who = round.maker, id = last.id): Promise<Answer> =>
    story.act(who, id, 'return', { ...(await story.slip()), reason });
  const projectOf = async ({ awardId }: PaidProject) => {
    const [row] = await stage.sql(
      `SELECT p.state, q.ended_at IS NOT NULL AS ended FROM projects p
       JOIN processes q ON q.kind = 'project' AND q.id = p.id WHERE p.id = $1`,
      [awardId],
    );
    return row;
  };

  it('was the end of its project', async () => {
    expect(await projectOf(meals)).toEqual({ state: 'closed', ended: true });
    expect(await story.money(meals)).toEqual({ committed: 0, due: 0, paid: 4_750_000 });
  });

  it('is entered by a maker with a reason, for a day between payment and today', async () => {
    const body = { ...(await story.slip()), reason };
    for (const returnedOn of ['2021-01-04', '2021-01-06']) {
      const outside = story.act(round.maker, last.id, 'return', { ...body, returnedOn });
      await expectRefusal(outside, 422, 'PAYMENTS.RETURNED_ON_OUTSIDE');
    }
    await expectRefusal(back(round.checker), 403, 'ACCESS.DUTY_MISSING');
    const silent = story.act(round.maker, last.id, 'return', { ...body, reason: '' });
    await expectRefusal(silent, 400, 'REQUEST.INVALID');
    const entered = taken(await story.act(round.maker, last.id, 'return', body));
    expect(entered).toMatchObject({ state: 'returning', reason, return: { number: body.number } });
    expect((await round.checker.ok.get(`/v1/payments/${last.id}`)).return).toBeNull();
    expect(await story.tasks(round.checker)).toContain('payments.confirmReturn');
    expect(await story.money(meals)).toMatchObject({ due: 0, paid: 4_750_000 });
  });

  it('stays paid when the checker dismisses it, and may be entered anew', async () => {
    const dismissal = { reason: '银行更正：款项已入账' };
    const own = story.act(round.maker, last.id, 'return-dismissal', dismissal);
    await expectRefusal(own, 403, 'ACCESS.DUTY_MISSING');
    const kept = taken(await story.act(round.checker, last.id, 'return-dismissal', dismissal));
    expect(kept).toMatchObject({ state: 'paid', return: null, ...dismissal });
    expect(await story.tasks(round.checker)).not.toContain('payments.confirmReturn');
    expect(await projectOf(meals)).toEqual({ state: 'closed', ended: true });
    const again = story.act(round.checker, last.id, 'return-dismissal', dismissal);
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
  });

  it('is due again once another person entered the same slip', async () => {
    const slip = await story.slip();
    const premature = story.act(round.checker, last.id, 'return-confirmation', slip);
    await expectRefusal(premature, 409, 'STATE.OUT_OF_ORDER');
    taken(await story.act(round.maker, last.id, 'return', { ...slip, reason }));
    const confirm = (who = round.checker, given: object = slip) =>
      story.act(who, last.id, 'return-confirmation', given);
    await expectRefusal(confirm(round.maker), 403, 'ACCESS.DUTY_MISSING');
    const other = { ...slip, number: 'TP-OTHER' };
    await expectRefusal(confirm(round.checker, other), 409, 'PAYMENTS.RETURN_DIFFERS');
    await expectRefusal(confirm(round.approver), 403, 'ACCESS.DUTY_MISSING');
    expect(await story.money(meals)).toMatchObject({ due: 0, paid: 4_750_000 });
    const returned = taken(await confirm());
    expect(returned).toMatchObject({
      state: 'returned',
      return: slip,
      voucher: { outcome: 'paid' },
    });
    expect(await story.money(meals)).toEqual({ committed: 0, due: 250_000, paid: 4_500_000 });
    expect(await story.dueByFund(meals)).toEqual({
      [round.lotteryId]: 150_000,
      [round.fiscalId]: 100_000,
    });
    expect(await story.tranche(meals, 'last')).toMatchObject({ state: 'claimed', paidOn: null });
    expect(await story.mails(meals.applicant)).toContain('payments.returned');
    expect(await story.tasks(meals.applicant)).toContain('payments.correctPayee');
  });

  it('is not returned twice, nor by the same slip as another', async () => {
    await expectRefusal(back(), 409, 'STATE.OUT_OF_ORDER');
    const care = await seedProject(stage, round, '困境儿童陪伴');
    const { id } = await story.paid(care, 'first');
    const { return: used } = await story.payment(last.id);
    const twice = story.act(round.maker, id, 'return', { ...used, reason });
    await expectRefusal(twice, 409, 'PAYMENTS.RETURN_USED');
    expect((await story.payment(id)).state).toBe('paid');
  });

  it('takes the closed project up again, and tells those in charge when it is not paid in time', async () => {
    await stage.settled();
    expect(await projectOf(meals)).toEqual({ state: 'closed', ended: false });
    await stage.advanceTo('2021-02-20T00:00:00+08:00');
    expect(await story.tasks(round.organizer)).toContain('payments.overdue');
  });

  it('is paid by another payment, to an account verified anew', async () => {
    await expectRefusal(story.enter(meals, 'last'), 409, 'PAYMENTS.PAYEE_UNVERIFIED');
    await verifyPayee(round, meals, '6222020299990009');
    const { id } = taken(await story.enter(meals, 'last'));
    expect(id).not.toBe(last.id);
    expect(await story.tasks(meals.applicant)).not.toContain('payments.correctPayee');
    const { batchId } = taken(await story.act(round.checker, id, 'release'));
    taken(await story.dispatch(batchId));
    const voucher = await story.voucher();
    taken(await story.act(round.maker, id, 'voucher', voucher));
    taken(await story.act(round.checker, id, 'voucher-confirmation', voucher));
    await stage.settled();
    expect(await story.money(meals)).toEqual({ committed: 0, due: 0, paid: 4_750_000 });
    expect(await projectOf(meals)).toEqual({ state: 'closed', ended: true });
    const { items } = await round.maker.ok.get(`/v1/payments?trancheId=${last.trancheId}`);
    expect(items.map(({ state }: any) => state)).toEqual(['returned', 'paid']);
  });

  it('is paid no more when its project was stopped: the money falls free', async () => {
    expect(await projectOf(stopped)).toEqual({ state: 'closed', ended: true });
    const { id: trancheId } = await story.tranche(stopped, 'first');
    const [{ id }] = (await round.maker.ok.get(`/v1/payments?trancheId=${trancheId}`)).items;
    const slip = await story.slip();
    taken(await story.act(round.maker, id, 'return', { ...slip, reason }));
    taken(await story.act(round.checker, id, 'return-confirmation', slip));
    await stage.settled();
    expect((await story.tranche(stopped, 'first')).state).toBe('void');
    expect(await story.money(stopped)).toEqual({ committed: 0, due: 0, paid: 0 });
    expect((await projectOf(stopped)).ended).toBe(true);
  });
});
