import { newId } from '../../src/kernel/id';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

describe('the way of a payment', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let care: PaidProject;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7');
    story = new PaymentsStory(stage, round);
    meals = await seedProject(stage, round, '独居老人助餐');
    care = await seedProject(stage, round, '困境儿童陪伴');
    taken(await story.claim(meals, 'first'));
  });
  afterAll(() => stage.close());

  const give = (who: Actor, duty: string): Promise<any> =>
    stage.admin.ok.post(`/v1/persons/${who.personId}/mandates`, {
      duty,
      scopeKind: 'unit',
      scopeId: stage.cityId,
    });

  describe('a payment', () => {
    let paymentId: string;
    let batchId: string;

    it('is not entered before the claim, by other duties, or out of date', async () => {
      await expectRefusal(story.enter(care, 'first'), 409, 'STATE.OUT_OF_ORDER');
      for (const who of [round.checker, meals.applicant, round.organizer]) {
        await expectRefusal(story.enter(meals, 'first', who), 403, 'ACCESS.DUTY_MISSING');
      }
      const { id } = await story.tranche(meals, 'first');
      const path = `/v1/tranches/${id}/payment`;
      await expectRefusal(round.maker.post(path), 428, 'HTTP.MATCH_REQUIRED');
      const stale = { ifMatch: 99 };
      await expectRefusal(round.maker.post(path, undefined, stale), 412, 'HTTP.STALE');
      const absent = `/v1/tranches/${newId()}/payment`;
      await expectRefusal(round.maker.post(absent, undefined, stale), 404, 'ACCESS.NOT_FOUND');
    });

    it('is not entered by who represents the party or approved the award, whatever duty they hold', async () => {
      for (const [who, code] of [
        [meals.applicant, 'PAYMENTS.OWN_PARTY'],
        [round.approver, 'PAYMENTS.DECIDED_BY_YOU'],
      ] as const) {
        const mandate = await give(who, 'maker');
        await expectRefusal(story.enter(meals, 'first', who), 409, code);
        const end = `/v1/mandates/${mandate.id}/end`;
        await stage.admin.ok.post(end, undefined, { ifMatch: mandate.version });
      }
    });

    it('is entered by the maker, with the amount of the rules and the payee as verified', async () => {
      const entered = taken(await story.enter(meals, 'first'));
      paymentId = entered.id;
      expect(entered).toMatchObject({
        state: 'entered',
        amount: { amount: '25000.00', currency: 'CNY' },
        makerId: round.maker.personId,
        checkerId: null,
        approvedDigest: null,
        payee: { name: '收款单位', account: expect.stringMatching(/^\*+0001$/) },
      });
      expect(await story.tranche(meals, 'first')).toMatchObject({ state: 'ordered' });
      expect(await story.tasks(round.checker)).toContain('payments.release');
    });

    it('is entered once, and the claim stands from then on', async () => {
      await expectRefusal(story.enter(meals, 'first'), 409, 'STATE.OUT_OF_ORDER');
      await expectRefusal(story.claim(meals, 'first'), 409, 'STATE.OUT_OF_ORDER');
    });

    it('is read by its party and the finance staff, not by others', async () => {
      const path = `/v1/payments/${paymentId}`;
      expect((await meals.applicant.get(path)).status).toBe(200);
      await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(round.organizer.get(path), 403, 'ACCESS.DUTY_MISSING');
      expect((await care.applicant.ok.get('/v1/payments')).items).toEqual([]);
      expect((await round.checker.ok.get('/v1/payments?state=entered')).items).toHaveLength(1);
      expect((await round.checker.ok.get('/v1/payments?state=paid')).items).toEqual([]);
    });

    it('is not released by its maker, not even with the duty of a checker', async () => {
      const release = () => story.act(round.maker, paymentId, 'release');
      await expectRefusal(release(), 403, 'ACCESS.DUTY_MISSING');
      await give(round.maker, 'checker');
      await expectRefusal(release(), 409, 'PAYMENTS.SAME_PERSON');
    });

    it('is not released by who approved the award or represents the party', async () => {
      await give(round.approver, 'checker');
      await give(meals.applicant, 'checker');
      const release = (who: Actor) => story.act(who, paymentId, 'release');
      await expectRefusal(release(round.approver), 409, 'PAYMENTS.DECIDED_BY_YOU');
      await expectRefusal(release(meals.applicant), 409, 'PAYMENTS.OWN_PARTY');
    });

    it('is not released out of date, without its headers, or where there is none', async () => {
      const path = `/v1/payments/${paymentId}/release`;
      const { checker } = round;
      await expectRefusal(checker.post(path), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(checker.post(path, undefined, { ifMatch: 9 }), 412, 'HTTP.STALE');
      const keyless = { ifMatch: 1, key: null };
      await expectRefusal(checker.post(path, undefined, keyless), 400, 'HTTP.KEY_REQUIRED');
      const absent = `/v1/payments/${newId()}/release`;
      await expectRefusal(checker.post(absent, undefined, { ifMatch: 1 }), 404, 'ACCESS.NOT_FOUND');
    });

    it('is released by another person, who approves exactly this order, into the open batch', async () => {
      const released = taken(await story.act(round.checker, paymentId, 'release'));
      batchId = released.batchId;
      expect(released).toMatchObject({
        state: 'released',
        checkerId: round.checker.personId,
        approvedDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        executedDigest: null,
        lineNo: 1,
      });
      const again = story.act(round.checker, paymentId, 'release');
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
      expect(await story.tasks(round.maker)).toContain('payments.dispatch');
    });

    it('gets no voucher before it was sent', async () => {
      const voucher = await story.voucher();
      const first = story.act(round.maker, paymentId, 'voucher', voucher);
      await expectRefusal(first, 409, 'STATE.OUT_OF_ORDER');
      const second = story.act(round.checker, paymentId, 'voucher-confirmation', voucher);
      await expectRefusal(second, 409, 'STATE.OUT_OF_ORDER');
    });

    it('is sent in a batch by a maker alone, not out of date, and where there is one', async () => {
      const path = `/v1/payment-batches/${batchId}/dispatch`;
      const { version } = await story.batch(batchId);
      const seen = { ifMatch: version };
      await expectRefusal(round.checker.post(path, undefined, seen), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(round.maker.post(path), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(round.maker.post(path, undefined, { ifMatch: 99 }), 412, 'HTTP.STALE');
      const absent = `/v1/payment-batches/${newId()}/dispatch`;
      await expectRefusal(round.maker.post(absent, undefined, seen), 404, 'ACCESS.NOT_FOUND');
    });

    it('goes out with the request list, executed as it was approved, once', async () => {
      const sent = taken(await story.dispatch(batchId));
      expect(sent).toMatchObject({
        state: 'sent',
        request: {
          schema: 'yichuang/treasury-request/1',
          totals: {
            count: 1,
            amount: '25000.00',
            byFund: expect.arrayContaining([
              { fund: 'r7-welfare-lottery', source: 'welfare-lottery', amount: '15000.00' },
              { fund: 'r7-fiscal', source: 'fiscal', amount: '10000.00' },
            ]),
          },
          lines: [{ no: 1, paymentId, amount: '25000.00', payee: { name: '收款单位' } }],
        },
      });
      const { approvedDigest, executedDigest, state } = await story.payment(paymentId);
      expect({ state, executedDigest }).toEqual({ state: 'sent', executedDigest: approvedDigest });
      await expectRefusal(story.dispatch(batchId), 409, 'STATE.OUT_OF_ORDER');
      const late = story.act(round.checker, paymentId, 'rejection', { reason: '太晚' });
      await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    });

    it('shows whole account numbers to the finance staff alone', async () => {
      const ofCity = { duty: 'supervisor', scopeKind: 'unit', scopeId: stage.cityId } as const;
      const supervisor = await stage.person('郑监', [ofCity]);
      const path = `/v1/payment-batches/${batchId}`;
      expect((await supervisor.ok.get(path)).request).toBeNull();
      const { request } = await round.checker.ok.get(path);
      expect(request.lines[0].payee.account).toMatch(/^\d{8,32}$/);
      expect((await supervisor.ok.get('/v1/payment-batches?state=sent')).items).toHaveLength(1);
      await expectRefusal(round.organizer.get(path), 403, 'ACCESS.DUTY_MISSING');
      const absent = round.checker.get(`/v1/payment-batches/${newId()}`);
      await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    });

    it('gets its voucher from a maker, of a day since it was sent and not in the future', async () => {
      await stage.advanceTo('2020-06-16T10:00:00+08:00');
      const enter = (who: Actor, paidOn: string) =>
        story.act(who, paymentId, 'voucher', { number: 'GK2020-000123', paidOn });
      await expectRefusal(enter(round.checker, '2020-06-15'), 403, 'ACCESS.DUTY_MISSING');
      for (const day of ['2020-06-11', '2020-06-17']) {
        await expectRefusal(enter(round.maker, day), 422, 'PAYMENTS.PAID_ON_OUTSIDE');
      }
      await expectRefusal(enter(round.maker, '2020-02-30'), 400, 'REQUEST.INVALID');
      const wrong = taken(await enter(round.maker, '2020-06-12'));
      expect(wrong).toMatchObject({ state: 'vouchered', voucher: { paidOn: '2020-06-12' } });
      const right = taken(await enter(round.maker, '2020-06-15'));
      expect(right).toMatchObject({ state: 'vouchered', voucher: { paidOn: '2020-06-15' } });
    });

    it('does not show the voucher to who has to type it again', async () => {
      const path = `/v1/payments/${paymentId}`;
      expect((await round.checker.ok.get(path)).voucher).toBeNull();
      expect((await meals.applicant.ok.get(path)).voucher).toBeNull();
      expect((await round.maker.ok.get(path)).voucher).toMatchObject({ number: 'GK2020-000123' });
    });

    const voucher = { number: 'GK2020-000123', paidOn: '2020-06-15' };
    const confirm = (who: Actor, body: object) =>
      story.act(who, paymentId, 'voucher-confirmation', body);

    it('is not paid when the second entry differs, or comes from the first person', async () => {
      for (const wrong of [
        { ...voucher, number: 'GK2020-000132' },
        { ...voucher, paidOn: '2020-06-16' },
        { ...voucher, outcome: 'returned' },
      ]) {
        await expectRefusal(confirm(round.checker, wrong), 409, 'PAYMENTS.VOUCHER_DIFFERS');
      }
      await expectRefusal(confirm(round.maker, voucher), 409, 'PAYMENTS.SAME_PERSON');
      await expectRefusal(confirm(round.approver, voucher), 409, 'PAYMENTS.DECIDED_BY_YOU');
      expect(await story.money(meals)).toEqual({ committed: 2_500_000, due: 2_500_000, paid: 0 });
    });

    it('is paid when two people entered the same voucher', async () => {
      const paid = taken(await confirm(round.checker, voucher));
      expect(paid).toMatchObject({ state: 'paid', voucher });
      await stage.settled();
      const { state, paidOn } = await story.tranche(meals, 'first');
      expect({ state, paidOn }).toEqual({ state: 'paid', paidOn: '2020-06-15' });
      expect(await story.money(meals)).toEqual({ committed: 2_500_000, due: 0, paid: 2_500_000 });
      expect(await story.mails(meals.applicant)).toContain('payments.paid');
      await expectRefusal(confirm(round.checker, voucher), 409, 'STATE.OUT_OF_ORDER');
    });

    it('leaves its batch settled and the batch’s process ended', async () => {
      expect((await story.batch(batchId)).state).toBe('settled');
      const [process] = await stage.sql(`SELECT ended_at FROM processes WHERE id = $1`, [batchId]);
      expect(process.ended_at).not.toBeNull();
    });
  });
});
