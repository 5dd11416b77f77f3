import { toDay } from '../../src/kernel/day';
import type { TrancheRules } from '../../src/rules';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Answer, type Stage } from '../support/stage';

const tranche = (
  code: string,
  share: string,
  trigger: TrancheRules['trigger'],
  meaning: TrancheRules['meaning'] = 'advance',
): TrancheRules => ({
  ...{ code, share, trigger, meaning },
  name: { zh: code, en: code },
  dueWithin: { n: 30, unit: 'calendarDays' },
});

/** Every trigger that is no contract and no evaluation, in one contract of 50,000 yuan. */
const TRANCHES: TrancheRules[] = [
  tranche('notice', '0.1', { variant: 'notice-ended' }),
  tranche('month', '0.1', { variant: 'months-after-start', months: 1 }),
  tranche('day', '0.1', { variant: 'on-day', day: toDay('2020-08-01') }),
  tranche('work', '0.1', {
    variant: 'all-of',
    triggers: [
      { variant: 'accepted', by: 'supervisor' },
      { variant: 'months-after-start', months: 1 },
    ],
  }),
  tranche('settled', '0.1', { variant: 'tranche-settled', tranche: 'notice' }),
  tranche('report', '0.2', { variant: 'report-approved', report: 'midterm' }),
  tranche('spent', '0.1', { variant: 'spent-share', share: '0.9' }),
  tranche('rest', '0.2', { variant: 'report-approved', report: 'final' }, 'reimbursement'),
];

describe('what tranches wait for', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let supervisor: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', (rules) => {
      rules.tranches = TRANCHES;
      rules.evaluations = [];
    });
    story = new PaymentsStory(stage, round);
    supervisor = await stage.person('郑监', [
      { duty: 'supervisor', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    meals = await seedProject(stage, round, '独居老人助餐');
  });
  afterAll(() => stage.close());

  const stateOf = async (code: string): Promise<string> => (await story.tranche(meals, code)).state;
  const accept = async (code: string, who: Actor): Promise<Answer> => {
    const { id, version } = await story.tranche(meals, code);
    return who.post(
      `/v1/tranches/${id}/acceptance`,
      { findings: '抽查全部到位。' },
      {
        ifMatch: version,
      },
    );
  };
  const yuan = (amount: string) => ({ amount, currency: 'CNY' });
  const report = async (code: string, spent: string): Promise<void> => {
    const figures = { activitiesHeld: 12, headsServed: 240, spent: yuan(spent) };
    const path = `/v1/projects/${meals.awardId}/reports`;
    await meals.applicant.ok.post(path, { code, text: '按计划开展。', figures });
  };
  const acceptReport = (code: string, spent: string, who: Actor = round.organizer) =>
    who.post(`/v1/projects/${meals.awardId}/report-acceptances`, { code, spent: yuan(spent) });

  it('makes what waits for the notice due with the contract, and nothing else', async () => {
    const states = (await story.tranches(meals)).map(({ code, state }) => `${code} ${state}`);
    expect(states).toEqual([
      'notice due',
      ...['month', 'day', 'work', 'settled', 'report', 'spent', 'rest'].map(
        (code) => `${code} planned`,
      ),
    ]);
  });

  it('says of each what it waits for, and before which day it does not come', async () => {
    const { explanation } = await story.tranche(meals, 'month');
    expect(explanation.en).toContain('Trigger: 1 month after the project has begun.');
    expect(explanation.en.at(-1)).toBe(
      'What the record says of the trigger: 1 month after the project has begun - not yet, not before 2020-07-12.',
    );
    expect((await story.tranche(meals, 'work')).explanation.zh.at(-1)).toContain('尚未满足');
  });

  it('makes a tranche due on its day and not a moment earlier, and says until when it is paid', async () => {
    await stage.advanceTo('2020-07-11T23:59:00+08:00');
    expect(await stateOf('month')).toBe('planned');
    await stage.advanceTo('2020-07-12T00:00:00+08:00');
    expect(await story.tranche(meals, 'month')).toMatchObject({
      state: 'due',
      dueSince: '2020-07-12T00:00:00.000+08:00',
      payable: { amount: '5000.00' },
    });
    const { en, zh } = (await story.tranche(meals, 'month')).explanation;
    expect(en.at(-1)).toMatch(/^Time for paying: .*11 August 2020/);
    expect(zh.at(-1)).toContain('8月11日');
    expect(await stateOf('day')).toBe('planned');
    await stage.advanceTo('2020-08-01T00:00:00+08:00');
    expect(await stateOf('day')).toBe('due');
  });

  describe('an acceptance of the work', () => {
    it('is asked of whoever the rules name, and of nobody else', async () => {
      expect(await story.tasks(supervisor)).toContain('payments.accept');
      expect(await story.tasks(round.organizer)).not.toContain('payments.accept');
      expect(await stateOf('work')).toBe('planned');
      await expectRefusal(accept('work', round.organizer), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(accept('work', round.maker), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(accept('work', meals.applicant), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(accept('day', supervisor), 409, 'PAYMENTS.NOTHING_TO_ACCEPT');
      const { id } = await story.tranche(meals, 'work');
      const stale = supervisor.post(
        `/v1/tranches/${id}/acceptance`,
        { findings: '到位' },
        {
          ifMatch: 99,
        },
      );
      await expectRefusal(stale, 412, 'HTTP.STALE');
    });

    it('makes the tranche due, once', async () => {
      expect(taken(await accept('work', supervisor))).toMatchObject({ state: 'planned' });
      await stage.settled();
      expect(await story.tranche(meals, 'work')).toMatchObject({
        state: 'due',
        dueSince: expect.stringMatching(/^2020-08-01/),
      });
      expect(await story.tasks(supervisor)).not.toContain('payments.accept');
      await expectRefusal(accept('work', supervisor), 409, 'STATE.OUT_OF_ORDER');
    });

    it('keeps who gave it off the payment', async () => {
      await stage.admin.ok.post(`/v1/persons/${supervisor.personId}/mandates`, {
        ...{ duty: 'maker', scopeKind: 'unit', scopeId: stage.cityId },
      });
      taken(await story.claim(meals, 'work'));
      const entered = story.enter(meals, 'work', supervisor);
      await expectRefusal(entered, 409, 'PAYMENTS.DECIDED_BY_YOU');
      expect((await story.enter(meals, 'work')).status).toBe(201);
    });
  });

  describe('an accepted report', () => {
    it('is asked for when the report comes, and is an officer’s', async () => {
      await expectRefusal(acceptReport('midterm', '1.00'), 409, 'STATE.OUT_OF_ORDER');
      expect(await story.tasks(round.organizer)).not.toContain('monitoring.acceptReport');
      await report('midterm', '4600.00');
      expect(await story.tasks(round.organizer)).toContain('monitoring.acceptReport');
      for (const who of [meals.applicant, round.maker, supervisor]) {
        await expectRefusal(acceptReport('midterm', '1.00', who), 403, 'ACCESS.DUTY_MISSING');
      }
      await expectRefusal(acceptReport('other', '1.00'), 422, 'MONITORING.REPORT_UNKNOWN');
    });

    it('accepts no more than the report says', async () => {
      const tooMuch = acceptReport('midterm', '4600.01');
      await expectRefusal(tooMuch, 422, 'MONITORING.ACCEPTED_ABOVE_REPORTED');
      expect(await stateOf('report')).toBe('planned');
    });

    it('makes due what waits for it, and what goes by the accounts only once they show enough', async () => {
      await story.paid(meals, 'notice');
      expect(taken(await acceptReport('midterm', '4600.00'))).toMatchObject({
        state: 'accepted',
        accepted: { amount: '4600.00' },
      });
      await stage.settled();
      expect(await stateOf('report')).toBe('due');
      // 4,600 of the 5,000 that were paid are at least 90 % of them, and less than all.
      expect(await stateOf('spent')).toBe('due');
      expect(await stateOf('settled')).toBe('planned');
      expect(await story.tasks(round.organizer)).not.toContain('monitoring.acceptReport');
      expect(await story.mails(meals.applicant)).toContain('monitoring.reportAccepted');
      await expectRefusal(acceptReport('midterm', '4600.00'), 409, 'STATE.OUT_OF_ORDER');
    });
  });

  it('pays a reimbursement up to the accepted accounts, and the checker comes to the same sum', async () => {
    await report('final', '50000.00');
    taken(await acceptReport('final', '48000.00'));
    await stage.settled();
    expect(await stateOf('settled')).toBe('due');
    // All before it pay 40,000.
    expect(await story.tranche(meals, 'rest')).toMatchObject({
      state: 'due',
      planned: { amount: '10000.00' },
      payable: { amount: '8000.00' },
      explanation: {
        payable: {
          inputs: { accepted: '48000.00', paidBefore: '40000.00' },
          arithmetic:
            '10000.00 × 1 ≈ 10000.00; ≤ max(48000.00 - 40000.00, 0) = 8000.00; 10000.00 - 8000.00 = 2000.00',
        },
      },
    });
    expect((await story.money(meals)).committed).toBe(0);
    await story.paid(meals, 'rest');
    expect(await stateOf('rest')).toBe('paid');
  });
});
