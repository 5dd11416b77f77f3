import { awardsStory } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';
import { institution } from '../support/registers';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;
let lot: ReviewedLot;
let applicant: Actor;
let partyId: string;

const plan = {
  summary: '为失独家庭提供陪护。',
  budgetLines: [
    { code: 'staff', amount: '60000.00' },
    { code: 'activities', amount: '20000.00', note: '陪护四十次' },
  ],
  ownFunds: '10000.00',
  activities: [{ name: '陪护', times: 40, heads: 5 }],
  indicators: [{ name: '服务家庭', target: 20, unit: '户' }],
};
const wanted = () => ({
  partyId,
  title: '失独家庭陪护',
  amount: { amount: '70000.00', currency: 'CNY' },
  reason: '全市仅有该机构具备此项服务资质。',
  plan,
});
const path = () => `/v1/rounds/${lot.roundId}/commissions`;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
  lot = await seedReviewedLot(stage, officers, [
    { title: '长者助餐', score: '90', amount: '500000.00' },
    { title: '助残就业', score: '85', amount: '400000.00' },
  ]);
  applicant = await stage.person('杨代表', []);
  ({ id: partyId } = await applicant.ok.post('/v1/parties', institution()));
}, 120_000);
afterAll(() => stage.close());

describe('a directed commission', () => {
  let id: string;
  let contract: any;

  it('is refused from an approver, for an unknown party or round, or without a reason', async () => {
    const { organizer, approver } = officers;
    await expectRefusal(approver.post(path(), wanted()), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(
      organizer.post(`/v1/rounds/${lot.lotId}/commissions`, wanted()),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(
      organizer.post(path(), { ...wanted(), partyId: lot.lotId }),
      422,
      'PARTIES.UNKNOWN',
    );
    await expectRefusal(
      organizer.post(path(), { ...wanted(), reason: undefined }),
      400,
      'REQUEST.INVALID',
    );
  });

  it('is refused when its plan does not keep to the form or does not add up', async () => {
    const { organizer } = officers;
    const changed = (change: object) => ({ ...wanted(), plan: { ...plan, ...change } });
    await expectRefusal(
      organizer.post(path(), changed({ ownFunds: '0.00' })),
      422,
      'AWARDS.BUDGET_MISMATCH',
    );
    await expectRefusal(
      organizer.post(path(), changed({ budgetLines: [{ code: 'yacht', amount: '80000.00' }] })),
      422,
      'AWARDS.LINE_UNKNOWN',
    );
    await expectRefusal(
      organizer.post(path(), changed({ indicators: [] })),
      422,
      'AWARDS.COUNT_OUT_OF_RANGE',
    );
    await expectRefusal(
      organizer.post(path(), changed({ ownFunds: '-1.00' })),
      400,
      'REQUEST.INVALID',
    );
  });

  it('is refused above what the round has left beside the proposed awards', async () => {
    const budgetLines = [{ code: 'staff', amount: '110000.01' }];
    await expectRefusal(
      officers.organizer.post(path(), {
        ...wanted(),
        amount: { amount: '100000.01', currency: 'CNY' },
        plan: { ...plan, budgetLines },
      }),
      422,
      'AWARDS.ABOVE_BUDGET',
    );
  });

  it('is refused for an organization under a sanction', async () => {
    const other = await stage.person('坏代表', []);
    const { id: barred } = await other.ok.post('/v1/parties', institution());
    await officers.approver.ok.post(`/v1/parties/${barred}/sanctions`, {
      code: 'off-list',
      reason: '上一年度项目弄虚作假',
      from: '2020-01-01',
      until: '2022-12-31',
    });
    await expectRefusal(
      officers.organizer.post(path(), { ...wanted(), partyId: barred }),
      409,
      'AWARDS.PARTY_SANCTIONED',
    );
  });

  it('is refused in a round that is not approved', async () => {
    await stage.sql(
      `UPDATE rounds SET state = 'draft', approved_by = NULL, approved_at = NULL WHERE id = $1`,
      [lot.roundId],
    );
    await expectRefusal(officers.organizer.post(path(), wanted()), 409, 'AWARDS.ROUND_NOT_OPEN');
    await stage.sql(
      `UPDATE rounds SET state = 'announced', approved_by = $2, approved_at = app_now() WHERE id = $1`,
      [lot.roundId, officers.approver.personId],
    );
  });

  it('is proposed with its reason, without lot, bid or rank', async () => {
    const award = await officers.organizer.ok.post(path(), wanted(), { key: 'commission-1' });
    expect(await officers.organizer.ok.post(path(), wanted(), { key: 'commission-1' })).toEqual(
      award,
    );
    const other = { ...wanted(), title: '另一个项目' };
    await expectRefusal(
      officers.organizer.post(path(), other, { key: 'commission-1' }),
      422,
      'HTTP.KEY_REUSED',
    );
    expect(award).toMatchObject({
      basis: 'directed-commission',
      state: 'proposed',
      lotId: null,
      bidId: null,
      rank: null,
      commissionReason: '全市仅有该机构具备此项服务资质。',
      draws: [{ fundId: lot.fundId, amount: { amount: '70000.00' } }],
      notice: null,
      version: 1,
    });
    ({ id } = award);
    expect(await story.tasksOf(officers.approver, id)).toEqual(['awards.approveSingle']);
    await expectRefusal(applicant.get(`/v1/awards/${id}`), 404, 'ACCESS.NOT_FOUND');
  });

  it('is not approved by who proposed it, nor while the competition is undecided', async () => {
    const both = await stage.person('自批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    const own = await both.ok.post(path(), {
      ...wanted(),
      title: '自己提出',
      amount: { amount: '10000.00', currency: 'CNY' },
      plan: { ...plan, budgetLines: [{ code: 'staff', amount: '20000.00' }] },
    });
    await expectRefusal(
      both.post(`/v1/awards/${own.id}/approval`, undefined, { ifMatch: 1 }),
      409,
      'AWARDS.OWN_PROPOSAL',
    );
    await expectRefusal(
      officers.approver.post(`/v1/awards/${id}/approval`, undefined, { ifMatch: 1 }),
      409,
      'AWARDS.COMPETITION_UNDECIDED',
    );
    const refused = await story.act(officers.approver, `/v1/awards/${own.id}`, 'refusal', {
      reason: '没有必要',
    });
    expect(refused).toMatchObject({ state: 'notConfirmed', reason: '没有必要' });
    await expectRefusal(
      officers.approver.post(`/v1/awards/${own.id}/approval`, undefined, { ifMatch: 2 }),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('is approved once by fifty at the same time, reserves its money and stands on its own notice', async () => {
    await story.approveLot(lot);
    const calls = Array.from({ length: 50 }, (_, i) =>
      (i % 2 === 0 ? officers.approver : officers.secondApprover).post(
        `/v1/awards/${id}/approval`,
        undefined,
        { ifMatch: 1 },
      ),
    );
    expect(await story.tally(calls)).toEqual({ '201': 1, '412 HTTP.STALE': 49 });
    await stage.settled();
    expect(await story.money(lot)).toEqual({ available: '3000000', reserved: '97000000' });
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=commission');
    const notice = await stage.nobody.ok.get(`/v1/public/gz/notices/${items[0].id}`);
    expect(notice).toMatchObject({
      firstDay: '2020-05-18',
      lastDay: '2020-05-22',
      content: { reason: '全市仅有该机构具备此项服务资质。', amount: '70000.00' },
    });
    expect((await applicant.ok.get(`/v1/awards/${id}`)).state).toBe('noticed');
  });

  it('is held by an objection to it, and goes on when that is dismissed', async () => {
    const resident = await stage.person('王居民', []);
    const challenge = await resident.ok.post(`/v1/awards/${id}/challenges`, {
      kind: 'objection',
      realName: '王居民',
      grounds: '另有两家机构也具备此项资质。',
    });
    const to = `/v1/challenges/${challenge.id}`;
    await story.act(officers.approver, to, 'admission');
    await stage.terminate('project', id);
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    expect((await officers.organizer.ok.get(`/v1/awards/${id}`)).state).toBe('noticed');
    await story.act(officers.approver, to, 'answer', { outcome: 'dismissed', reason: '查无' });
    expect((await officers.organizer.ok.get(`/v1/awards/${id}`)).state).toBe('confirmed');
  });

  it('has a contract drawn from its plan, which both sides sign', async () => {
    contract = await story.contractOf(applicant, id);
    expect(contract).toMatchObject({
      state: 'drawn',
      amount: { amount: '70000.00' },
      document: {
        basis: 'directed-commission',
        budget: '80000.00',
        ownFunds: '10000.00',
        lines: plan.budgetLines,
      },
    });
    const body = { documentDigest: contract.digest };
    await story.act(applicant, `/v1/contracts/${contract.id}`, 'signature', body);
    await story.act(officers.approver, `/v1/contracts/${contract.id}`, 'signature', body);
    expect((await applicant.ok.get(`/v1/awards/${id}`)).state).toBe('contracted');
    expect(await story.money(lot)).toMatchObject({ available: '3000000', reserved: '90000000' });
    expect(await story.committed(id)).toBe('7000000');
  });
});

describe('a directed commission that is declined', () => {
  it('frees its money and ends its process and its contract', async () => {
    const { id } = await officers.organizer.ok.post(path(), {
      ...wanted(),
      title: '临终关怀',
      amount: { amount: '30000.00', currency: 'CNY' },
      plan: { ...plan, budgetLines: [{ code: 'staff', amount: '40000.00' }] },
    });
    await story.act(officers.approver, `/v1/awards/${id}`, 'approval');
    await stage.advanceTo('2020-05-30T00:00:00+08:00');
    expect(await story.contractOf(applicant, id)).toMatchObject({ state: 'drawn' });
    await story.act(applicant, `/v1/awards/${id}`, 'declination', { reason: '人手不足' });
    expect(await story.contractOf(applicant, id)).toMatchObject({ state: 'refused' });
    expect((await story.money(lot)).available).toBe('3000000');
    const [process] = await stage.sql(
      `SELECT ended_at FROM processes WHERE kind = 'project' AND id = $1`,
      [id],
    );
    expect(process.ended_at).not.toBeNull();
  }, 60_000);

  it('cannot be proposed once the money is gone', async () => {
    await expectRefusal(officers.organizer.post(path(), wanted()), 422, 'AWARDS.ABOVE_BUDGET');
  });
});
