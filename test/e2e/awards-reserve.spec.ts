import { awardsStory } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers } from '../support/seeded';
import { openStage, type Stage } from '../support/stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;

beforeAll(async () => {
  // 18 May 2020 is a Monday; no day off lies in the five weeks that follow but the weekends.
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
}, 120_000);
afterAll(() => stage.close());

describe('an award that came up from the reserve', () => {
  it('goes to the one after it when the approver turns it down', async () => {
    const lot = await seedReviewedLot(stage, officers, [
      { title: '甲', score: '90', amount: '500000.00' },
      { title: '乙', score: '85', amount: '500000.00' },
      { title: '丙', score: '80', amount: '400000.00' },
      { title: '丁', score: '75', amount: '450000.00' },
    ]);
    await story.approveLot(lot);
    const { id } = await story.award(lot, 2);
    const by = lot.bids[1]!.applicant;
    await story.act(by, `/v1/awards/${id}`, 'declination', { reason: '不再开展' });
    expect(await story.standing(lot)).toEqual([
      '甲 noticed',
      '乙 declined',
      '丙 proposed',
      '丁 reserve',
    ]);
    const third = await story.award(lot, 3);
    const reason = { reason: '与另一项目重复' };
    await story.act(officers.approver, `/v1/awards/${third.id}`, 'refusal', reason);
    expect(await story.standing(lot)).toEqual([
      '甲 noticed',
      '乙 declined',
      '丙 notConfirmed',
      '丁 proposed',
    ]);
    expect(await story.money(lot)).toEqual({ available: '50000000', reserved: '50000000' });
  }, 60_000);

  it('waits on the reserve while the lot is confirmed, and is funded after its own notice', async () => {
    const lot = await seedReviewedLot(stage, officers, [
      { title: '甲', score: '90', amount: '500000.00' },
      { title: '乙', score: '85', amount: '500000.00' },
      { title: '丙', score: '80', amount: '400000.00' },
    ]);
    await story.approveLot(lot);
    await stage.advanceTo('2020-06-03T12:00:00+08:00');
    const { id } = await story.award(lot, 1);
    const by = lot.bids[0]!.applicant;
    await story.act(by, `/v1/awards/${id}`, 'declination', { reason: '不再开展' });
    await story.act(officers.approver, `/v1/awards/${(await story.award(lot, 3)).id}`, 'approval');
    await stage.advanceTo('2020-06-06T00:00:00+08:00');
    expect(await story.standing(lot)).toEqual(['甲 declined', '乙 confirmed', '丙 noticed']);
    const states = async () =>
      (
        await stage.sql('SELECT state FROM bids WHERE lot_id = $1 ORDER BY number', [lot.lotId])
      ).map(({ state }) => state);
    expect(await states()).toEqual(['notFunded', 'funded', 'reserve']);
    await stage.advanceTo('2020-06-10T00:00:00+08:00');
    expect(await story.standing(lot)).toEqual(['甲 declined', '乙 confirmed', '丙 confirmed']);
    expect(await states()).toEqual(['notFunded', 'funded', 'funded']);
  }, 60_000);
});

describe('a round without enough money for anybody', () => {
  it('ends without an award, its bids not funded', async () => {
    const lot = await seedReviewedLot(
      stage,
      officers,
      [{ title: '太大', score: '90', amount: '500000.00' }],
      (rules) => {
        rules.funding[0]!.amount = '100000.00';
      },
    );
    expect(await story.standing(lot)).toEqual(['太大 reserve']);
    await story.approveLot(lot);
    await stage.advanceTo('2020-06-18T00:00:00+08:00');
    expect(await story.standing(lot)).toEqual(['太大 notConfirmed']);
    expect(await story.lotState(lot)).toBe('ended');
    const [round] = await stage.sql('SELECT state FROM rounds WHERE id = $1', [lot.roundId]);
    expect(round.state).toBe('ended');
  }, 60_000);
});
