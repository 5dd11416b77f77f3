import type { DecisionRule } from '../../src/rules';
import { awardsStory } from '../support/awards-story';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const decision = (
  code: string,
  at: DecisionRule['at'],
  per: DecisionRule['per'],
  by: DecisionRule['by'] = 'approver',
): DecisionRule => ({
  ...{ code, at, per, by },
  question: { zh: `${code}？`, en: `${code}?` },
  answer: {
    variant: 'choice',
    options: [
      { code: 'yes', name: { zh: '是', en: 'yes' }, effect: 'goes-on' },
      { code: 'no', name: { zh: '否', en: 'no' }, effect: 'noted' },
    ],
  },
  clause: { source: 'cn-futian-2021-p11', text: '按相关程序办理' },
});

/** What persons decide after an award, by the rules of its round: no step ends before. */
describe('decisions after the award', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  const asked = async (who: Actor, subjectId: string): Promise<any[]> =>
    (await who.ok.get(`/v1/decisions?subjectId=${subjectId}`)).items;
  const codes = async (who: Actor, subjectId: string): Promise<string[]> =>
    (await asked(who, subjectId)).map(({ code, state }) => `${code} ${state}`).sort();
  const answer = async (who: Actor, subjectId: string, code: string, option = 'yes') => {
    const { id, version } = (await asked(who, subjectId)).find((one) => one.code === code);
    const body = { option, reason: '材料齐备。' };
    const given = await who.post(`/v1/decisions/${id}/answer`, body, { ifMatch: version });
    await stage.settled();
    return given;
  };

  describe('before the contract', () => {
    it('keep the contract from being drawn until they are answered, and then give all the time for signing', async () => {
      const officers = await seedOfficers(stage);
      const story = awardsStory(stage, officers);
      const bids = [{ title: '长者助餐', score: '90', amount: '500000.00' }];
      const lot = await seedReviewedLot(stage, officers, bids, (rules) => {
        rules.decisions = [decision('costs', 'contract', 'award', 'organizer')];
      });
      await story.approveLot(lot);
      await stage.advanceTo('2020-05-24T09:00:00+08:00');
      const { id } = await story.award(lot, 1);
      const grantee = lot.bids[0]!.applicant;
      expect(await story.contractOf(grantee, id)).toBeUndefined();
      expect(await codes(officers.organizer, id)).toEqual(['costs open']);
      await stage.advanceTo('2020-06-11T09:00:00+08:00');
      await expectRefusal(answer(officers.approver, id, 'costs'), 404, 'ACCESS.NOT_FOUND');
      expect((await answer(officers.organizer, id, 'costs')).status).toBe(201);
      await stage.advanceTo('2020-06-11T09:01:00+08:00');
      expect(await story.contractOf(grantee, id)).toMatchObject({
        state: 'drawn',
        document: { drawnOn: '2020-06-11' },
      });
      const { items } = await grantee.ok.get('/v1/tasks?limit=200');
      const sign = items.find(({ kind }: { kind: string }) => kind === 'contracts.sign');
      expect(sign.dueAt).toMatch(/^2020-07-1[12]/);
    });
  });

  describe('of a project', () => {
    let round: PayingRound;
    let story: PaymentsStory;
    let meals: PaidProject;
    let care: PaidProject;

    beforeAll(async () => {
      round = await seedPayingRound(stage, 'r7', (rules) => {
        for (const evaluation of rules.evaluations) delete evaluation.survey;
        rules.decisions = [
          decision('papers', 'payment', 'award'),
          decision('pilot', 'implementation', 'project'),
          decision('pace', 'midterm', 'project'),
          decision('praise', 'final', 'project', 'organizer'),
          decision('archive', 'close', 'project', 'organizer'),
        ];
      });
      story = new PaymentsStory(stage, round);
      meals = await seedProject(stage, round, '独居老人助餐');
      care = await seedProject(stage, round, '困境儿童陪伴');
    });

    const stateOf = async ({ awardId }: PaidProject): Promise<string> =>
      (await round.organizer.ok.get(`/v1/projects/${awardId}`)).state;

    it('let nothing become due before what is asked of the payments is answered', async () => {
      expect(await codes(round.approver, meals.awardId)).toEqual(['papers open', 'pilot open']);
      expect((await story.tranche(meals, 'first')).state).toBe('planned');
      const notTheirs = answer(round.organizer, meals.awardId, 'papers');
      await expectRefusal(notTheirs, 404, 'ACCESS.NOT_FOUND');
      taken(await answer(round.approver, meals.awardId, 'papers'));
      expect((await story.tranche(meals, 'first')).state).toBe('due');
      expect((await story.tranche(care, 'first')).state).toBe('planned');
    });

    it('are asked at their steps, and keep the project from being settled', async () => {
      await stage.advanceTo('2020-09-02T09:00:00+08:00');
      await story.evaluate(meals, 'midterm', '80');
      expect(await codes(round.approver, meals.awardId)).toContain('pace open');
      await stage.advanceTo('2021-01-06T09:00:00+08:00');
      await story.evaluate(meals, 'final', '95');
      expect(await stateOf(meals)).toBe('active');
      taken(await answer(round.approver, meals.awardId, 'pilot', 'no'));
      taken(await answer(round.approver, meals.awardId, 'pace'));
      expect(await stateOf(meals)).toBe('active');
      taken(await answer(round.organizer, meals.awardId, 'praise'));
      expect(await stateOf(meals)).toBe('settling');
      expect(await codes(round.organizer, meals.awardId)).toContain('archive open');
    });

    it('keep a project open until the last of them, and are withdrawn from one that was stopped', async () => {
      for (const code of ['first', 'second', 'last']) await story.paid(meals, code);
      expect(await stateOf(meals)).toBe('settling');
      taken(await answer(round.organizer, meals.awardId, 'archive'));
      expect(await stateOf(meals)).toBe('closed');
      // Nothing was handed in, which ends the other project.
      expect(await stateOf(care)).toBe('closed');
      expect(await codes(round.approver, care.awardId)).not.toContain('pilot open');
      expect((await codes(round.approver, care.awardId)).filter((c) => c.endsWith('open'))).toEqual(
        [],
      );
    });
  });
});
