import { awardsStory, threeBids } from '../support/awards-story';
import { reportAnew } from '../support/seed-ranking';
import { seedOfficers } from '../support/seed-reviewed-lot';
import type { Officers } from '../support/seeded';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;
let resident: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
  resident = await stage.person('王居民', []);
}, 120_000);
afterAll(() => stage.close());

describe('an objection that is upheld', () => {
  it('revokes the award, and the next of the reserve comes up', async () => {
    const lot = await story.noticedLot();
    const path = await story.objection(resident, lot, 1, true);
    const other = await story.objection(await stage.person('赵居民', []), lot, 1, true);
    await story.act(officers.approver, path, 'answer', {
      outcome: 'upheld',
      reason: '申报材料不实',
      effect: 'revoke',
    });
    expect(await story.standing(lot)).toEqual([
      '长者助餐 revoked',
      '助残就业 noticed',
      '青年议事 proposed',
    ]);
    expect(await story.money(lot)).toEqual({ available: '60000000', reserved: '40000000' });
    expect(await officers.approver.ok.get(other)).toMatchObject({ state: 'moot' });
    expect((await officers.approver.ok.get('/v1/holds?state=standing')).items).toEqual([]);
    const { applicant } = lot.bids[0]!;
    expect(await story.mailsTo(applicant, (await story.award(lot, 1)).id)).toEqual([
      'awards.revoked',
    ]);
    await expectRefusal(
      applicant.post(
        `/v1/awards/${(await story.award(lot, 1)).id}/declination`,
        { reason: '不服' },
        { ifMatch: (await story.award(lot, 1)).version },
      ),
      409,
      'STATE.OUT_OF_ORDER',
    );
  }, 60_000);

  it('sends the whole lot back when it is to be proposed anew: new document, approval and notice', async () => {
    const lot = await story.noticedLot();
    const path = await story.objection(resident, lot, 1, true);
    const second = await story.objection(await stage.person('李居民', []), lot, 2, false);
    const answer = { outcome: 'upheld', reason: '申报材料不实', effect: 're-propose' };
    await expectRefusal(
      officers.approver.post(`${path}/answer`, answer, { ifMatch: 2 }),
      409,
      'CHALLENGES.OTHERS_OPEN',
    );
    await story.act(officers.approver, second, 'rejection', { reason: '没有具体事实' });
    await story.act(officers.approver, path, 'answer', answer);
    expect(await story.lotState(lot)).toBe('proposed');
    expect(await story.standing(lot)).toEqual([
      '长者助餐 revoked',
      '助残就业 proposed',
      '青年议事 proposed',
    ]);
    expect(await story.money(lot)).toEqual({ available: '100000000' });
    const proposal = await officers.approver.ok.get(`/v1/lots/${lot.lotId}/award-proposal`);
    expect(proposal).toMatchObject({ state: 'proposed', documentNo: 2 });
    expect(proposal.document).toMatchObject({
      excluded: [lot.bids[0]!.bidId],
      left: [{ fund: 'welfare-lottery', amount: '300000.00' }],
    });
    await story.approveLot(lot);
    expect(await story.lotState(lot)).toBe('noticed');
    expect(await story.award(lot, 3)).toMatchObject({
      state: 'noticed',
      notice: { firstDay: '2020-05-18', lastDay: '2020-05-22' },
    });
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    expect(await story.standing(lot)).toEqual([
      '长者助餐 revoked',
      '助残就业 confirmed',
      '青年议事 confirmed',
    ]);
    expect(await story.money(lot)).toEqual({ available: '30000000', reserved: '70000000' });
  }, 60_000);

  it('takes back with the lot who had come up from the reserve', async () => {
    const lot = await story.noticedLot();
    const { id } = await story.award(lot, 2);
    await story.act(lot.bids[1]!.applicant, `/v1/awards/${id}`, 'declination', {
      reason: '不再开展',
    });
    const up = await story.award(lot, 3);
    await story.act(officers.approver, `/v1/awards/${up.id}`, 'approval');
    await story.act(officers.approver, await story.objection(resident, lot, 1, true), 'answer', {
      outcome: 'upheld',
      reason: '申报材料不实',
      effect: 're-propose',
    });
    expect(await story.standing(lot)).toEqual([
      '长者助餐 revoked',
      '助残就业 declined',
      '青年议事 proposed',
    ]);
    expect(await story.money(lot)).toEqual({ available: '100000000' });
    await story.approveLot(lot);
    expect((await story.award(lot, 3)).notice).toEqual({
      firstDay: '2020-05-25',
      lastDay: '2020-05-29',
    });
  }, 60_000);

  it('revokes an award with a notice of its own, and cannot send its lot back', async () => {
    const lot = await story.noticedLot();
    const { id } = await story.award(lot, 2);
    await stage.advanceTo('2020-05-30T00:00:00+08:00');
    await story.act(lot.bids[1]!.applicant, `/v1/awards/${id}`, 'declination', {
      reason: '不再开展',
    });
    await story.act(officers.approver, `/v1/awards/${(await story.award(lot, 3)).id}`, 'approval');
    const path = await story.objection(resident, lot, 3, true);
    const answer = { outcome: 'upheld', reason: '申报材料不实' };
    await expectRefusal(
      officers.approver.post(`${path}/answer`, { ...answer, effect: 're-propose' }, { ifMatch: 2 }),
      409,
      'CHALLENGES.LOT_SETTLED',
    );
    await story.act(officers.approver, path, 'answer', { ...answer, effect: 'revoke' });
    expect(await story.standing(lot)).toEqual([
      '长者助餐 confirmed',
      '助残就业 declined',
      '青年议事 revoked',
    ]);
    expect(await story.money(lot)).toEqual({ available: '50000000', reserved: '50000000' });
  }, 60_000);

  it('sends the lot back to the experts, and the awards follow what the other panel reports', async () => {
    const lot = await story.noticedLot();
    const path = await story.objection(resident, lot, 1, true);
    const answer = { outcome: 'upheld', reason: '评审程序有误', effect: 're-review' };
    await story.act(officers.approver, path, 'answer', answer);
    expect(await story.lotState(lot)).toBe('proposed');
    expect(await story.standing(lot)).toEqual([
      '长者助餐 reserve',
      '助残就业 reserve',
      '青年议事 reserve',
    ]);
    expect(await story.money(lot)).toEqual({ available: '100000000' });
    const to = `/v1/lots/${lot.lotId}/award-proposal`;
    const waiting = await officers.approver.ok.get(to);
    expect(waiting).toMatchObject({ state: 'underReview', documentNo: 1 });
    await expectRefusal(
      officers.approver.post(`/v1/lots/${lot.lotId}/award-approval`, undefined, {
        ifMatch: waiting.version,
      }),
      409,
      'STATE.OUT_OF_ORDER',
    );
    await reportAnew(stage, lot, [
      { ...threeBids()[0]!, score: '50' },
      { ...threeBids()[1]!, score: '81' },
      { ...threeBids()[2]!, score: '88' },
    ]);
    expect(await officers.approver.ok.get(to)).toMatchObject({ state: 'proposed', documentNo: 2 });
    expect(await story.standing(lot)).toEqual([
      '长者助餐 notConfirmed',
      '青年议事 proposed',
      '助残就业 proposed',
    ]);
    await story.approveLot(lot);
    expect(await story.lotState(lot)).toBe('noticed');
    expect(await story.money(lot)).toEqual({ available: '30000000', reserved: '70000000' });
  }, 60_000);

  it('is answered once by fifty at the same time', async () => {
    const lot = await story.noticedLot();
    const path = await story.objection(resident, lot, 1, true);
    const answer = { outcome: 'upheld', reason: '申报材料不实', effect: 'revoke' };
    const calls = Array.from({ length: 50 }, (_, i) =>
      (i % 2 === 0 ? officers.approver : officers.secondApprover).post(`${path}/answer`, answer, {
        ifMatch: 2,
      }),
    );
    expect(await story.tally(calls)).toEqual({ '201': 1, '412 HTTP.STALE': 49 });
    expect(await story.money(lot)).toEqual({ available: '60000000', reserved: '40000000' });
  }, 60_000);
});
