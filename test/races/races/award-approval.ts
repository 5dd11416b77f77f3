import { awardsStory } from '../../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../../support/seed-reviewed-lot';
import { countIn, effectsOfAct, type Race, type Trial } from '../race';

/** Fifty approvals, by two approvers, of one sight of a lot's proposal: one is taken, and the money is reserved once. */
export const awardApproval: Race = {
  name: 'award-approval',
  zh: '同一份立项方案的批准',
  en: 'the approval of one proposal',
  startsAt: '2020-05-18T09:00:00+08:00',
  refusals: ['HTTP.STALE', 'STATE.OUT_OF_ORDER'],
  async prepare(stage) {
    const officers = await seedOfficers(stage);
    const story = awardsStory(stage, officers);
    const prepareOne = async (): Promise<Trial> => {
      const wanted = [{ title: '长者助餐', score: '90', amount: '50000.00' }];
      const lot = await seedReviewedLot(stage, officers, wanted);
      const [proposal] = await stage.sql(`SELECT id FROM award_proposals WHERE lot_id = $1`, [
        lot.lotId,
      ]);
      const award = await story.award(lot, 1);
      const approvers = [officers.approver, officers.secondApprover];
      const path = `/v1/lots/${lot.lotId}/award-approval`;
      return {
        call: (n) =>
          approvers[n % 2]!.post(path, undefined, { ifMatch: 1, key: `${lot.lotId}-${n}` }),
        effects: async () => ({
          'awards approved': await countIn(
            stage,
            `audit_events WHERE aggregate_kind = 'award' AND aggregate_id = $1 AND move = 'approve'`,
            [award.id],
          ),
          reserved: await countIn(
            stage,
            `ledger_transfers t JOIN ledger_accounts a ON a.id = t.credit_account_id
             WHERE t.act = 'reserve' AND a.award_id = $1`,
            [award.id],
          ),
          ...(await effectsOfAct(
            stage,
            { kind: 'awardProposal', id: proposal.id },
            'approve',
            lot.lotId,
          )),
        }),
      };
    };
    return (howMany) => Promise.all(Array.from({ length: howMany }, prepareOne));
  },
};
