import { awardsStory } from '../../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../../support/seed-reviewed-lot';
import type { SeededBid } from '../../support/seeded';
import { countIn, effectsOfAct, type Race, type Trial } from '../race';

/** So many bids a day can have been received in the days that the seed gives them. */
const BIDS_PER_LOT = 9;
/** A notice of five working days has ended by then. */
const DAYS_OF_NOTICE = 9;

/** Fifty signatures of the second side, by two of its people: one is taken, and the contract comes into force once. */
export const contractSignature: Race = {
  name: 'contract-signature',
  zh: '同一份合同的签署',
  en: 'the last signature of one contract',
  startsAt: '2020-05-18T09:00:00+08:00',
  refusals: ['HTTP.STALE', 'STATE.OUT_OF_ORDER', 'CONTRACTS.ALREADY_SIGNED'],
  async prepare(stage) {
    const officers = await seedOfficers(stage);
    const story = awardsStory(stage, officers);
    const signers = [officers.approver, officers.secondApprover];
    const prepareLot = async (howMany: number) => {
      const wanted = Array.from({ length: howMany }, (_, n) => ({
        ...{ title: `项目${n + 1}`, score: String(90 - n), amount: '20000.00' },
      }));
      const lot = await seedReviewedLot(stage, officers, wanted);
      await story.approveLot(lot);
      return lot;
    };
    const trialOf = async ({ bidId, applicant }: SeededBid): Promise<Trial> => {
      const [award] = await stage.sql(`SELECT id FROM awards WHERE bid_id = $1`, [bidId]);
      const { id, digest } = await story.contractOf(applicant, award.id);
      const path = `/v1/contracts/${id}/signature`;
      const body = { documentDigest: digest };
      await applicant.ok.post(path, body, { ifMatch: 1 });
      return {
        call: (n) => signers[n % 2]!.post(path, body, { ifMatch: 2, key: `${id}-${n}` }),
        effects: async () => ({
          signatures: await countIn(
            stage,
            `contract_signatures WHERE contract_id = $1 AND side = 'funder'`,
            [id],
          ),
          committed: await countIn(
            stage,
            `ledger_transfers t JOIN ledger_accounts a ON a.id = t.credit_account_id
             WHERE t.act = 'commit' AND a.award_id = $1`,
            [award.id],
          ),
          projects: await countIn(stage, `processes WHERE kind = 'project' AND id = $1`, [
            award.id,
          ]),
          notices: await countIn(stage, `notices WHERE kind = 'contract' AND subject_id = $1`, [
            id,
          ]),
          ...(await effectsOfAct(stage, { kind: 'contract', id }, 'enter', id)),
        }),
      };
    };
    return async (howMany) => {
      const sizes: number[] = [];
      for (let left = howMany; left > 0; left -= BIDS_PER_LOT) {
        sizes.push(Math.min(BIDS_PER_LOT, left));
      }
      const lots = await Promise.all(sizes.map(prepareLot));
      const { now } = await stage.nobody.ok.get('/v1/clock');
      const later = new Date(Date.parse(now as string) + DAYS_OF_NOTICE * 86_400_000);
      await stage.advanceTo(later.toISOString());
      return Promise.all(lots.flatMap(({ bids }) => bids.map(trialOf)));
    };
  },
};
