import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  verifyPayee,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Stage } from '../support/stage';

describe('the setbacks of a payment', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7');
    story = new PaymentsStory(stage, round);
  });
  afterAll(() => stage.close());

  const project = (title: string): Promise<PaidProject> => seedProject(stage, round, title);
  const state = async (id: string): Promise<string> => (await story.payment(id)).state;
  const reason = { reason: '票据与拨款不符' };

  it('refuses an invoice that the party has used, and takes the same number from another party', async () => {
    const [meals, care] = [await project('独居老人助餐'), await project('困境儿童陪伴')];
    taken(await story.claim(meals, 'first', 'INV-SAME'));
    await stage.sql(
      `UPDATE tranches SET state = 'due', payable_fen = planned_fen, payable_parts = planned_parts, due_since = app_now()
       WHERE project_id = $1 AND code = 'second'`,
      [meals.awardId],
    );
    await expectRefusal(story.claim(meals, 'second', 'INV-SAME'), 409, 'PAYMENTS.INVOICE_USED');
    expect((await story.tranche(meals, 'second')).state).toBe('due');
    taken(await story.claim(care, 'first', 'INV-SAME'));
  });

  it('pays nothing under a hold: neither entered, nor released, nor sent', async () => {
    const held = await project('残疾人手作');
    taken(await story.claim(held, 'first'));
    let lift = await story.hold(held);
    await expectRefusal(story.enter(held, 'first'), 409, 'PAYMENTS.HELD');
    await lift();
    const { id } = taken(await story.enter(held, 'first'));
    lift = await story.hold(held);
    await expectRefusal(story.act(round.checker, id, 'release'), 409, 'PAYMENTS.HELD');
    await lift();
    const { batchId } = taken(await story.act(round.checker, id, 'release'));
    lift = await story.hold(held);
    await expectRefusal(story.dispatch(batchId), 409, 'PAYMENTS.NOTHING_TO_SEND');
    expect(await state(id)).toBe('released');
    await lift();
    taken(await story.dispatch(batchId));
    expect(await state(id)).toBe('sent');
  });

  it('leads back to the claim when the checker rejects it, and is entered anew', async () => {
    const rejected = await project('社区运动');
    taken(await story.claim(rejected, 'first'));
    const { id } = taken(await story.enter(rejected, 'first'));
    const reject = story.act(round.maker, id, 'rejection', reason);
    await expectRefusal(reject, 403, 'ACCESS.DUTY_MISSING');
    const silent = story.act(round.checker, id, 'rejection', { reason: '' });
    await expectRefusal(silent, 400, 'REQUEST.INVALID');
    const back = taken(await story.act(round.checker, id, 'rejection', reason));
    expect(back).toMatchObject({ state: 'rejected', ...reason });
    await expectRefusal(story.act(round.checker, id, 'release'), 409, 'STATE.OUT_OF_ORDER');
    expect((await story.tranche(rejected, 'first')).state).toBe('claimed');
    expect(await story.mails(rejected.applicant)).toContain('payments.rejected');
    taken(await story.claim(rejected, 'first', 'INV-CORRECTED'));
    const anew = taken(await story.enter(rejected, 'first'));
    expect(anew.id).not.toBe(id);
    expect(await story.money(rejected)).toMatchObject({ due: 2_500_000, paid: 0 });
  });

  it('leaves its batch when it is rejected after the release', async () => {
    const { id, batchId } = await story.released(await project('社区花园'), 'first');
    const { id: stays } = await story.released(await project('社区书屋'), 'first');
    const back = taken(await story.act(round.checker, id, 'rejection', reason));
    expect(back).toMatchObject({ state: 'rejected', batchId: null, lineNo: null });
    const { request } = taken(await story.dispatch(batchId));
    expect(request.lines).toMatchObject([{ no: 2, paymentId: stays }]);
    expect(request.totals).toMatchObject({ count: 1, amount: '25000.00' });
  });

  describe('when the account changes', () => {
    let sport: PaidProject;

    it('is not entered for an account that nobody verified', async () => {
      sport = await project('青少年篮球');
      taken(await story.claim(sport, 'first'));
      const party = `/v1/parties/${sport.partyId}`;
      const { version } = await sport.applicant.ok.get(party);
      const payee = {
        name: '收款单位',
        account: '6222020299990002',
        bank: '中国农业银行广州番禺支行',
        bankCode: '103581000014',
      };
      await sport.applicant.ok.post(`${party}/payee`, payee, { ifMatch: version });
      await expectRefusal(story.enter(sport, 'first'), 409, 'PAYMENTS.PAYEE_UNVERIFIED');
    });

    it('is not released when it changed since it was entered, verified anew or not', async () => {
      await verifyPayee(round, sport, '6222020299990003');
      const { id } = taken(await story.enter(sport, 'first'));
      await verifyPayee(round, sport, '6222020299990004');
      await expectRefusal(story.act(round.checker, id, 'release'), 409, 'PAYMENTS.PAYEE_CHANGED');
      taken(await story.act(round.checker, id, 'rejection', reason));
    });

    it('stays behind when the batch is sent, and its approval is void', async () => {
      const { id } = taken(await story.enter(sport, 'first'));
      const { batchId } = taken(await story.act(round.checker, id, 'release'));
      const { id: other } = await story.released(await project('社区合唱'), 'first');
      await verifyPayee(round, sport, '6222020299990005');
      const { request } = taken(await story.dispatch(batchId));
      expect(request.lines).toMatchObject([{ paymentId: other }]);
      expect(await story.payment(id)).toMatchObject({
        state: 'entered',
        approvedDigest: null,
        checkerId: null,
        batchId: null,
        reason: 'payee-changed',
      });
      expect(await story.mails(round.checker)).toContain('payments.approvalVoid');
      await expectRefusal(story.act(round.checker, id, 'release'), 409, 'PAYMENTS.PAYEE_CHANGED');
    });
  });

  it('comes back from the treasury by two people, and is paid by another payment', async () => {
    const returned = await project('长者识字');
    const { id } = await story.sent(returned, 'first');
    const { reason: why, ...slip } = await story.voucher('returned');
    const silent = story.act(round.maker, id, 'voucher', slip);
    await expectRefusal(silent, 422, 'PAYMENTS.REASON_MISSING');
    taken(await story.act(round.maker, id, 'voucher', { ...slip, reason: why }));
    const paid = { ...slip, outcome: 'paid' };
    const differs = story.act(round.checker, id, 'voucher-confirmation', paid);
    await expectRefusal(differs, 409, 'PAYMENTS.VOUCHER_DIFFERS');
    const back = taken(await story.act(round.checker, id, 'voucher-confirmation', slip));
    expect(back).toMatchObject({
      state: 'returned',
      reason: why,
      voucher: { outcome: 'returned' },
    });
    expect(await story.money(returned)).toMatchObject({ due: 2_500_000, paid: 0 });
    await stage.settled();
    expect((await story.batch(back.batchId)).state).toBe('settled');
    await expectRefusal(story.enter(returned, 'first'), 409, 'PAYMENTS.PAYEE_UNVERIFIED');
    await verifyPayee(round, returned, '6222020299990006');
    expect((await story.paid(returned, 'first')).state).toBe('paid');
    expect(await story.money(returned)).toMatchObject({ due: 0, paid: 2_500_000 });
  });

  it('refuses a voucher that another payment has', async () => {
    const [one, two] = [await project('邻里厨房'), await project('邻里工坊')];
    const { id: first } = await story.sent(one, 'first');
    const { id: second } = await story.sent(two, 'first');
    const voucher = await story.voucher();
    taken(await story.act(round.maker, first, 'voucher', voucher));
    const twice = story.act(round.maker, second, 'voucher', voucher);
    await expectRefusal(twice, 409, 'PAYMENTS.VOUCHER_USED');
    expect(await state(second)).toBe('sent');
    taken(await story.act(round.maker, second, 'voucher', await story.voucher()));
  });

  it('keeps one person off both sides, through the whole way of the payment', async () => {
    const both = await project('心理热线');
    const finance = ['maker', 'checker'].map(
      (duty) => ({ duty, scopeKind: 'unit', scopeId: stage.cityId }) as const,
    );
    const wu = await stage.person('吴双', finance);
    const { id } = await story.released(both, 'first');
    const [{ batchId }] = [await story.payment(id)];
    taken(await story.dispatch(batchId));
    const voucher = await story.voucher();
    taken(await story.act(wu, id, 'voucher', voucher));
    const alone = story.act(wu, id, 'voucher-confirmation', voucher);
    await expectRefusal(alone, 409, 'PAYMENTS.SAME_PERSON');
    const { checker } = round;
    await stage.admin.ok.post(`/v1/persons/${checker.personId}/mandates`, finance[0]);
    const turned = story.act(checker, id, 'voucher', voucher);
    await expectRefusal(turned, 409, 'PEOPLE.DUTIES_CONFLICT');
    expect((await story.payment(id)).version).toBe(4);
    taken(await story.act(checker, id, 'voucher-confirmation', voucher));
  });

  it('counts what a deputy does as done by the one they act for, too', async () => {
    const acted = await project('社区调解');
    const { maker } = round;
    const [mandate] = await stage.sql(
      `SELECT id FROM mandates WHERE person_id = $1 AND duty = 'maker'`,
      [maker.personId],
    );
    const deputy = await stage.person('冯代');
    const untilAt = '2020-12-31T00:00:00+08:00';
    const wanted = { personId: deputy.personId, untilAt, reason: '休假' };
    await maker.ok.post(`/v1/mandates/${mandate.id}/deputies`, wanted);
    taken(await story.claim(acted, 'first'));
    const { id, makerId } = taken(await story.enter(acted, 'first', deputy));
    expect(makerId).toBe(deputy.personId);
    await stage.admin.ok.post(`/v1/persons/${maker.personId}/mandates`, {
      duty: 'checker',
      scopeKind: 'unit',
      scopeId: stage.cityId,
    });
    await expectRefusal(story.act(maker, id, 'release'), 409, 'PEOPLE.DUTIES_CONFLICT');
    taken(await story.act(round.checker, id, 'release'));
  });

  it('is not released when the rules give another amount than was entered', async () => {
    const differing = await project('无障碍出行');
    const { trancheId, id } = await enteredWithWrongAmount(differing);
    const refused = await expectRefusal(
      story.act(round.checker, id, 'release'),
      409,
      'PAYMENTS.AMOUNT_DIFFERS',
    );
    expect(refused.body.facts).toEqual({ entered: '24999.99', byRule: '25000.00' });
    expect((await round.maker.ok.get(`/v1/tranches/${trancheId}`)).state).toBe('ordered');
  });

  /** As a fault of the plan would have it: the tranche says a fen less than the rules. */
  async function enteredWithWrongAmount(differing: PaidProject): Promise<any> {
    await stage.sql(
      `UPDATE tranches SET payable_fen = payable_fen - 1,
         payable_parts = jsonb_set(payable_parts, '{0,amountFen}', '"1499999"')
       WHERE project_id = $1 AND code = 'first'`,
      [differing.awardId],
    );
    taken(await story.claim(differing, 'first'));
    return taken(await story.enter(differing, 'first'));
  }
});
