import { newId } from '../../src/kernel/id';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Stage } from '../support/stage';

describe('tranches', () => {
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
  });
  afterAll(() => stage.close());

  describe('a tranche', () => {
    it('is planned when the contract is in force, and the first one is due, out of both funds', async () => {
      expect(await story.tranches(meals, meals.applicant)).toMatchObject([
        {
          code: 'first',
          state: 'due',
          planned: { amount: '25000.00', currency: 'CNY' },
          payable: { amount: '25000.00' },
        },
        { code: 'second', state: 'planned', planned: { amount: '20000.00' }, payable: null },
        { code: 'last', state: 'planned', planned: { amount: '5000.00' }, payable: null },
      ]);
      expect(await story.money(meals)).toEqual({ committed: 2_500_000, due: 2_500_000, paid: 0 });
      expect(await story.dueByFund(meals)).toEqual({
        [round.lotteryId]: 1_500_000,
        [round.fiscalId]: 1_000_000,
      });
      expect(await story.tasks(meals.applicant)).toContain('payments.claim');
    });

    it('explains what is paid, by rule and sum, in both languages', async () => {
      const { explanation, payableParts } = await story.tranche(meals, 'first');
      expect(explanation).toMatchObject({
        ruleSet: 'small-round',
        planned: {
          rule: '/tranches/first/share',
          inputs: { award: '50000.00', share: '0.5' },
          arithmetic: '50000.00 × 0.5 ≈ 25000.00',
        },
        payable: { rule: '/tranches/first/trigger', inputs: { factor: '1' } },
      });
      expect(explanation.zh[0]).toContain('首期资助款为合同金额的0.5：50000.00 × 0.5 ≈ 25000.00');
      expect(explanation.en[1]).toBe('Trigger: the contract is in force.');
      expect(payableParts).toMatchObject([
        { amount: { amount: '15000.00' } },
        { amount: { amount: '10000.00' } },
      ]);
    });

    it('is shown to its party, the finance staff and those in charge alone', async () => {
      const { id } = await story.tranche(meals, 'first');
      const path = `/v1/tranches/${id}`;
      for (const who of [meals.applicant, round.organizer, round.approver, round.checker]) {
        expect((await who.get(path)).status).toBe(200);
      }
      await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(round.maker.get(`/v1/tranches/${newId()}`), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(round.evaluator.get(path), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(stage.nobody.get(path), 401, 'ACCESS.SIGN_IN_REQUIRED');
      expect(await story.tranches(meals, care.applicant)).toEqual([]);
      const elsewhere = await stage.unit(stage.cityId, 'district', 'panyu', '番禺区');
      const ofElsewhere = { duty: 'maker', scopeKind: 'unit', scopeId: elsewhere } as const;
      const other = await stage.person('赵经', [ofElsewhere]);
      await expectRefusal(other.get(path), 404, 'ACCESS.NOT_FOUND');
      expect(await story.tranches(meals, other)).toEqual([]);
    });
  });

  describe('a claim', () => {
    it('is refused from others, too early, out of date and without its headers', async () => {
      const { id, version } = await story.tranche(meals, 'first');
      const path = `/v1/tranches/${id}/claim`;
      const body = { invoiceNumber: 'INV-0' };
      const seen = { ifMatch: version };
      await expectRefusal(round.maker.post(path, body, seen), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(care.applicant.post(path, body, seen), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(meals.applicant.post(path, body), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(meals.applicant.post(path, body, { ifMatch: 99 }), 412, 'HTTP.STALE');
      const keyless = { ...seen, key: null };
      await expectRefusal(meals.applicant.post(path, body, keyless), 400, 'HTTP.KEY_REQUIRED');
      const unsound = { invoiceNumber: '票 1' };
      await expectRefusal(meals.applicant.post(path, unsound, seen), 400, 'REQUEST.INVALID');
      await expectRefusal(story.claim(meals, 'second'), 409, 'STATE.OUT_OF_ORDER');
    });

    it('is taken once per key, and may be corrected until a payment is entered', async () => {
      const { id, version } = await story.tranche(meals, 'first');
      const path = `/v1/tranches/${id}/claim`;
      const options = { ifMatch: version, key: `claim-${id}` };
      const body = { invoiceNumber: 'INV-WRONG' };
      const first = await meals.applicant.ok.post(path, body, options);
      expect(await meals.applicant.ok.post(path, body, options)).toEqual(first);
      const changed = { invoiceNumber: 'INV-OTHER' };
      await expectRefusal(meals.applicant.post(path, changed, options), 422, 'HTTP.KEY_REUSED');
      expect(first).toMatchObject({ state: 'claimed', invoiceNumber: 'INV-WRONG' });
      const corrected = taken(await story.claim(meals, 'first', 'INV-RIGHT'));
      expect(corrected).toMatchObject({ state: 'claimed', invoiceNumber: 'INV-RIGHT' });
      expect(await story.tasks(round.maker)).toContain('payments.enter');
      expect(await story.tasks(meals.applicant)).not.toContain('payments.claim');
    });
  });
});
