import { digestOf } from '../../src/platform/crypto/digest';
import { AmendmentsStory, over, yuan } from '../support/amendments-story';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

describe('the amendment of a contract', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let amendments: AmendmentsStory;
  let meals: PaidProject;
  let care: PaidProject;
  let secondApprover: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7');
    story = new PaymentsStory(stage, round);
    amendments = new AmendmentsStory(stage, round, story);
    meals = await seedProject(stage, round, '独居老人助餐');
    care = await seedProject(stage, round, '困境儿童陪伴');
    secondApprover = await stage.person('钱批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
  });
  afterAll(() => stage.close());

  it('is proposed by a side of the contract for a reason, and by nobody else', async () => {
    const changes = over('55000.00');
    await expectRefusal(
      amendments.propose(care.applicant, meals, changes),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(
      amendments.propose(round.maker, meals, changes),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(
      amendments.propose(meals.applicant, meals, {}),
      422,
      'CONTRACTS.NOTHING_CHANGED',
    );
    await expectRefusal(
      amendments.propose(meals.applicant, meals, over('55000.01')),
      422,
      'CONTRACTS.INCREASE_TOO_LARGE',
    );
    await expectRefusal(
      amendments.propose(meals.applicant, meals, { ...changes, ownFunds: '1.00' }),
      422,
      'AWARDS.BUDGET_MISMATCH',
    );
    await expectRefusal(
      amendments.propose(meals.applicant, meals, { projectTo: '2020-12-31' }),
      422,
      'CONTRACTS.END_NOT_LATER',
    );
    await expectRefusal(
      amendments.propose(meals.applicant, meals, over('24999.99')),
      422,
      'PAYMENTS.BELOW_WHAT_IS_DUE',
    );
    expect((await amendments.contract(meals)).versions).toHaveLength(1);
  });

  let growing: any;

  it('says the whole contract as it would read, and changes nothing yet', async () => {
    const path = `/v1/contracts/${meals.contractId}/amendments`;
    growing = taken(await amendments.propose(meals.applicant, meals, over('55000.00')));
    const { digest } = await amendments.contract(meals);
    expect(growing).toMatchObject({
      number: 2,
      side: 'grantee',
      state: 'proposed',
      amount: yuan('55000.00'),
      document: {
        amount: '55000.00',
        lines: [{ code: 'staff', amount: '55000.00' }],
        tranches: [
          { code: 'first', amount: '25000.00', isFixed: true },
          { code: 'second', amount: '24000.00' },
          { code: 'last', amount: '6000.00' },
        ],
        amendment: { number: 2, reason: '服务对象增加', follows: digest },
      },
    });
    expect(growing.digest).toBe(digestOf(growing.document));
    expect(await amendments.planned(meals)).toEqual([
      'due 25000.00',
      'planned 20000.00',
      'planned 5000.00',
    ]);
    expect((await meals.applicant.ok.get(path)).items).toHaveLength(1);
    await expectRefusal(care.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      amendments.propose(round.organizer, meals, over('54000.00')),
      409,
      'CONTRACTS.AMENDMENT_OPEN',
    );
    expect(await story.tasks(round.approver)).toContain('contracts.approveAmendment');
    expect(await story.mails(round.organizer)).toContain('contracts.amendmentProposed');
  });

  it('is approved by an approver alone, not by whoever proposed it, and not signed before', async () => {
    await expectRefusal(
      amendments.act(round.organizer, growing.id, 'approval'),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(
      amendments.act(meals.applicant, growing.id, 'approval'),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(amendments.sign(meals.applicant, growing.id), 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(
      round.approver.post(`/v1/amendments/${growing.id}/approval`, undefined, { ifMatch: 9 }),
      412,
      'HTTP.STALE',
    );
    const own = taken(await amendments.propose(round.approver, care, { projectTo: '2021-01-31' }));
    await expectRefusal(
      amendments.act(round.approver, own.id, 'approval'),
      409,
      'CONTRACTS.SAME_PERSON_AMENDS',
    );
    await expectRefusal(
      amendments.act(round.approver, own.id, 'refusal', { reason: '不必了' }),
      409,
      'CONTRACTS.SAME_PERSON_AMENDS',
    );
    taken(await amendments.act(secondApprover, own.id, 'refusal', { reason: '理由不足' }));
    expect(await amendments.read(own.id)).toMatchObject({
      state: 'refused',
      refusalReason: '理由不足',
    });
    expect(await story.mails(care.applicant)).toContain('contracts.amendmentRefused');
    await expectRefusal(
      amendments.act(secondApprover, own.id, 'approval'),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('reserves what it adds when it is approved, and asks both sides to sign', async () => {
    const before = await amendments.held('available');
    taken(await amendments.act(round.approver, growing.id, 'approval'));
    expect(await amendments.held('available')).toBe(before - 5000);
    expect(await story.money(meals)).toMatchObject({ committed: 2_500_000 });
    expect(await story.tasks(meals.applicant)).toContain('contracts.signAmendment');
    expect(await story.tasks(round.approver)).toContain('contracts.signAmendment');
    expect(await story.tasks(round.approver)).not.toContain('contracts.approveAmendment');
  });

  it('is signed by both sides under its own digest, not under a challenge, and each side once', async () => {
    const { digest } = await amendments.contract(meals);
    await expectRefusal(
      amendments.act(meals.applicant, growing.id, 'signature', { documentDigest: digest }),
      409,
      'CONTRACTS.DIGEST_DIFFERS',
    );
    const lift = await story.hold(meals);
    await expectRefusal(amendments.sign(meals.applicant, growing.id), 409, 'CONTRACTS.UNDER_HOLD');
    await lift();
    taken(await amendments.sign(meals.applicant, growing.id));
    await expectRefusal(
      amendments.sign(meals.applicant, growing.id),
      409,
      'CONTRACTS.ALREADY_SIGNED',
    );
    expect((await amendments.contract(meals)).amount).toEqual(yuan('50000.00'));
    await expectRefusal(amendments.sign(round.organizer, growing.id), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(
      amendments.act(round.organizer, growing.id, 'withdrawal'),
      409,
      'CONTRACTS.NOT_THE_PROPOSER',
    );
  });

  it('is the next version with the last signature: money committed, open tranches cut anew, former versions kept', async () => {
    taken(await amendments.sign(round.approver, growing.id));
    await stage.settled();
    const contract = await amendments.contract(meals);
    expect(contract).toMatchObject({ state: 'inForce', amount: yuan('55000.00') });
    expect(contract.digest).toBe(growing.digest);
    expect(contract.versions).toMatchObject([
      { number: 1, amendmentId: null, amount: yuan('50000.00') },
      { number: 2, amendmentId: growing.id, amount: yuan('55000.00') },
    ]);
    expect(await amendments.planned(meals)).toEqual([
      'due 25000.00',
      'planned 24000.00',
      'planned 6000.00',
    ]);
    expect(await story.money(meals)).toEqual({ committed: 3_000_000, due: 2_500_000, paid: 0 });
    const { explanation } = await story.tranche(meals, 'second');
    expect(explanation.en[0]).toContain('(55000.00 - 25000.00) × 0.4 ÷ 0.5 ≈ 24000.00');
    expect(await story.mails(meals.applicant)).toContain('contracts.amendmentInForce');
    expect(await story.tasks(meals.applicant)).not.toContain('contracts.signAmendment');
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=contract');
    const notice = await stage.nobody.ok.get(`/v1/public/gz/notices/${items[0].id}`);
    expect(notice.content).toMatchObject({ number: 2, amount: '55000.00', digest: growing.digest });
    await expectRefusal(
      amendments.act(meals.applicant, growing.id, 'withdrawal'),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('adds at most a tenth of the original amount, all of them together', async () => {
    await expectRefusal(
      amendments.propose(meals.applicant, meals, over('60500.00')),
      422,
      'CONTRACTS.INCREASE_TOO_LARGE',
    );
  });

  it('still pays what was due by the former version, and what became due by the later one', async () => {
    expect((await story.paid(meals, 'first')).amount).toEqual(yuan('25000.00'));
    expect(await amendments.faults()).toEqual([]);
  });
});
