import { printInstant } from '../../src/kernel/instant';
import { awardsStory, threeBids } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;

const three = threeBids('500000.01');

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
}, 120_000);
afterAll(() => stage.close());

/** Signs the contract of an award for both sides. */
async function signBoth(lot: ReviewedLot, rank: number): Promise<void> {
  const award = await story.award(lot, rank);
  const contract = await story.contractOf(officers.approver, award.id);
  const signers: readonly Actor[] = [lot.bids[rank - 1]!.applicant, officers.approver];
  for (const signer of signers) {
    await story.sign(signer, contract);
  }
}

describe('the money that a round has not awarded', () => {
  let lot: ReviewedLot;
  const fundOfRound = async (): Promise<bigint> => {
    const [{ balance_fen: fen }] = await stage.sql(
      `SELECT balance_fen FROM ledger_accounts WHERE kind = 'fund' AND fund_id = $1`,
      [lot.fundId],
    );
    return BigInt(fen);
  };
  const roundNow = async () => officers.organizer.ok.get(`/v1/rounds/${lot.roundId}`);
  const commission = () => ({
    partyId: lot.bids[2]!.partyId,
    title: '临终关怀',
    amount: { amount: '30000.00', currency: 'CNY' },
    reason: '全市仅有该机构具备此项服务资质。',
    plan: {
      summary: '为临终老人提供陪护。',
      budgetLines: [{ code: 'staff', amount: '30000.00' }],
      ownFunds: '0.00',
      activities: [{ name: '陪护', times: 40, heads: 5 }],
      indicators: [{ name: '服务家庭', target: 20, unit: '户' }],
    },
  });
  let inFund: bigint;
  let proposed: any;
  let approved: any;

  beforeAll(async () => {
    lot = await seedReviewedLot(stage, officers, three);
    await story.approveLot(lot);
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    await signBoth(lot, 1);
    await signBoth(lot, 2);
    expect((await roundNow()).state).toBe('ended');
  }, 60_000);

  it('stays with the round for a commission until the rules’ time is over', async () => {
    inFund = await fundOfRound();
    const { endedAt } = await roundNow();
    const [clock] = await stage.sql(
      `SELECT due_at, started_at FROM clocks WHERE rule = 'round.moneyReturns' AND subject_id = $1`,
      [lot.roundId],
    );
    expect(clock.started_at).toEqual(new Date(endedAt));
    await stage.advanceTo(printInstant(new Date(clock.due_at.getTime() - 60_000)));
    expect((await story.money(lot)).available).toBe('9999999');
    const path = `/v1/rounds/${lot.roundId}/commissions`;
    proposed = await officers.organizer.ok.post(path, commission());
    approved = await officers.organizer.ok.post(path, { ...commission(), title: '助浴' });
    await story.act(officers.approver, `/v1/awards/${approved.id}`, 'approval');
  });

  it('is not taken from under a commission that nobody has decided on', async () => {
    await stage.advanceTo(printInstant(new Date(Date.parse((await roundNow()).endedAt) + 4e9)));
    expect((await story.money(lot)).available).toBe('6999999');
    expect((await roundNow()).moneyReturnedAt).toBeNull();
    expect(await fundOfRound()).toBe(inFund);
  });

  it('goes back to its fund with the decision, and the round’s process ends', async () => {
    await stage.terminate('round', lot.roundId);
    await story.act(officers.approver, `/v1/awards/${proposed.id}`, 'refusal', {
      reason: '改由下一年度办理',
    });
    expect((await story.money(lot)).available).toBeUndefined();
    expect(await fundOfRound()).toBe(inFund + 6999999n);
    expect((await roundNow()).moneyReturnedAt).not.toBeNull();
    const [process] = await stage.sql(
      `SELECT ended_at FROM processes WHERE kind = 'round' AND id = $1`,
      [lot.roundId],
    );
    expect(process.ended_at).not.toBeNull();
    await expectRefusal(
      officers.organizer.post(`/v1/rounds/${lot.roundId}/commissions`, commission()),
      422,
      'AWARDS.ABOVE_BUDGET',
    );
  });

  it('is followed by that of a commission which falls away later', async () => {
    const by = lot.bids[2]!.applicant;
    expect((await by.ok.get(`/v1/awards/${approved.id}`)).state).toBe('confirmed');
    await story.act(by, `/v1/awards/${approved.id}`, 'declination', { reason: '人手不足' });
    expect((await story.money(lot)).available).toBeUndefined();
    expect(await fundOfRound()).toBe(inFund + 9999999n);
    expect((await verifyStage(stage)).M8).toEqual([]);
  });
});
