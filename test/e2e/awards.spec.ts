import { awardsStory } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
import { expectRefusal, openStage, type Stage } from '../support/stage';

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

const four = [
  { title: '长者助餐', score: '90', amount: '500000.00' },
  { title: '助残就业', score: '85', amount: '400000.00' },
  { title: '青年议事', score: '80', amount: '300000.00' },
  { title: '社区市集', score: '55', amount: '50000.00' },
];

describe('the awards of a lot', () => {
  let lot: ReviewedLot;

  beforeAll(async () => {
    lot = await seedReviewedLot(stage, officers, four);
  }, 60_000);

  it('are proposed by rank within the money, with a reason for each', async () => {
    const proposal = await officers.approver.ok.get(`/v1/lots/${lot.lotId}/award-proposal`);
    expect(proposal).toMatchObject({ state: 'proposed', documentNo: 1, version: 1 });
    expect(
      proposal.document.placements.map((p: any) => [p.rank, p.outcome, p.explanation.arithmetic]),
    ).toEqual([
      [1, 'awarded', '500000.00 ≤ 1000000.00'],
      [2, 'awarded', '400000.00 ≤ 500000.00'],
      [3, 'reserve', '300000.00 > 100000.00'],
    ]);
    expect(await story.standing(lot)).toEqual([
      '长者助餐 proposed',
      '助残就业 proposed',
      '青年议事 reserve',
    ]);
    expect(await story.money(lot)).toEqual({ available: '100000000' });
    expect(await story.tasksOf(officers.approver, lot.lotId)).toEqual(['awards.approve']);
  });

  it('are hidden from the parties and everybody else until they are published', async () => {
    const { applicant } = lot.bids[0]!;
    const { id } = await story.award(lot, 1);
    expect(await story.awardsOf(applicant, lot)).toEqual([]);
    await expectRefusal(applicant.get(`/v1/awards/${id}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      applicant.post(`/v1/awards/${id}/declination`, { reason: '人手不足' }, { ifMatch: 1 }),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(
      applicant.get(`/v1/lots/${lot.lotId}/award-proposal`),
      403,
      'ACCESS.DUTY_MISSING',
    );
  });

  it('refuse an approval by the wrong person, without the version, on a stale one or without a key', async () => {
    const path = `/v1/lots/${lot.lotId}/award-approval`;
    const by = officers.approver;
    await expectRefusal(
      officers.organizer.post(path, undefined, { ifMatch: 1 }),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await expectRefusal(by.post(path), 428, 'HTTP.MATCH_REQUIRED');
    await expectRefusal(by.post(path, undefined, { ifMatch: 7 }), 412, 'HTTP.STALE');
    await expectRefusal(
      by.post(path, undefined, { ifMatch: 1, key: null }),
      400,
      'HTTP.KEY_REQUIRED',
    );
    const elsewhere = await stage.unit(stage.cityId, 'street', 'elsewhere', '别处街道');
    const stranger = await stage.person('钱批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: elsewhere },
    ]);
    await expectRefusal(stranger.post(path, undefined, { ifMatch: 1 }), 404, 'ACCESS.NOT_FOUND');
  });

  it('refuse an approval by somebody who bids in the round', async () => {
    const both = await stage.person('两边', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    await stage.sql(
      `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
      [both.personId, lot.roundId, stage.cityId],
    );
    await expectRefusal(
      both.post(`/v1/lots/${lot.lotId}/award-approval`, undefined, { ifMatch: 1 }),
      409,
      'PEOPLE.DUTIES_CONFLICT',
    );
  });

  it('refuse to be approved one by one', async () => {
    const { id, version } = await story.award(lot, 1);
    for (const act of ['approval', 'refusal']) {
      await expectRefusal(
        officers.approver.post(`/v1/awards/${id}/${act}`, { reason: '单独' }, { ifMatch: version }),
        409,
        'AWARDS.APPROVED_WITH_LOT',
      );
    }
  });

  it('are approved once by fifty at the same time, and the money is reserved once', async () => {
    const path = `/v1/lots/${lot.lotId}/award-approval`;
    const calls = Array.from({ length: 50 }, (_, i) =>
      (i % 2 === 0 ? officers.approver : officers.secondApprover).post(path, undefined, {
        ifMatch: 1,
      }),
    );
    expect(await story.tally(calls)).toEqual({ '201': 1, '412 HTTP.STALE': 49 });
    await stage.settled();
    expect(await story.money(lot)).toEqual({ available: '10000000', reserved: '90000000' });
    await expectRefusal(
      officers.approver.post(path, undefined, { ifMatch: 2 }),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('stand on public notice for five working days, with the reserve and the experts', async () => {
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=award');
    expect(items).toHaveLength(1);
    const notice = await stage.nobody.ok.get(`/v1/public/gz/notices/${items[0].id}`);
    expect(notice).toMatchObject({ firstDay: '2020-05-18', lastDay: '2020-05-22' });
    expect(notice.content).toMatchObject({
      awards: [
        { rank: 1, score: '90', title: '长者助餐', amount: '500000.00' },
        { rank: 2, score: '85', title: '助残就业', amount: '400000.00' },
      ],
      reserve: [{ rank: 3, score: '80', title: '青年议事', amount: '300000.00' }],
      experts: [{ seat: 'field', name: lot.experts[0] }],
    });
    expect(notice.content.awards[0].party).toBe(lot.bids[0]!.partyName);
  });

  it('are seen by their own party from then on, and by no other', async () => {
    const [first, second] = lot.bids;
    const { id } = await story.award(lot, 1);
    expect(await first!.applicant.ok.get(`/v1/awards/${id}`)).toMatchObject({
      state: 'noticed',
      notice: { firstDay: '2020-05-18', lastDay: '2020-05-22' },
      draws: [{ fundId: lot.fundId, amount: { amount: '500000.00', currency: 'CNY' } }],
    });
    await expectRefusal(second!.applicant.get(`/v1/awards/${id}`), 404, 'ACCESS.NOT_FOUND');
    const seen = await story.awardsOf(second!.applicant, lot);
    expect(seen.map(({ title }) => title)).toEqual(['助残就业']);
    expect(await story.mailsTo(lot.bids[3]!.applicant, lot.bids[3]!.bidId)).toEqual([
      'awards.noticed',
    ]);
  });

  it('are not confirmed on the last day of the notice, and are when it is over, even if the workflow was ended by force', async () => {
    await stage.terminate('round', lot.roundId);
    await stage.advanceTo('2020-05-22T23:59:00+08:00');
    expect(await story.lotState(lot)).toBe('noticed');
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    expect(await story.lotState(lot)).toBe('confirmed');
    expect(await story.standing(lot)).toEqual([
      '长者助餐 confirmed',
      '助残就业 confirmed',
      '青年议事 reserve',
    ]);
    const bids = await stage.sql('SELECT state FROM bids WHERE lot_id = $1 ORDER BY number', [
      lot.lotId,
    ]);
    expect(bids.map(({ state }) => state)).toEqual(['funded', 'funded', 'reserve', 'notFunded']);
  });

  it('are told to each bidder with its own score alone', async () => {
    const letters = await stage.sql(
      `SELECT person_id, template, facts FROM messages WHERE template LIKE 'awards.result%' ORDER BY id`,
    );
    expect(letters.map(({ person_id, template, facts }) => [person_id, template, facts])).toEqual([
      [
        lot.bids[0]!.applicant.personId,
        'awards.resultFunded',
        {
          title: '长者助餐',
          score: '90',
          sheets: '90 ÷ 1 = 90',
          rank: 1,
          amount: '500000.00',
          sum: '500000.00 ≤ 1000000.00',
        },
      ],
      [lot.bids[1]!.applicant.personId, 'awards.resultFunded', expect.anything()],
      [
        lot.bids[2]!.applicant.personId,
        'awards.resultReserve',
        {
          title: '青年议事',
          score: '80',
          sheets: '80 ÷ 1 = 80',
          rank: 3,
          sum: '300000.00 > 100000.00',
        },
      ],
      [
        lot.bids[3]!.applicant.personId,
        'awards.resultNotFunded',
        { title: '社区市集', score: '55', sheets: '55 ÷ 1 = 55', sum: '55 < 60' },
      ],
    ]);
  });

  it('go to the next of the reserve that fits when the winner declines', async () => {
    const [first, second, third] = lot.bids;
    const { id, version } = await story.award(lot, 1);
    const path = `/v1/awards/${id}/declination`;
    const reason = { reason: '人手不足，无法承接' };
    await expectRefusal(
      second!.applicant.post(path, reason, { ifMatch: version }),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(first!.applicant.post(path, reason), 428, 'HTTP.MATCH_REQUIRED');
    const calls = Array.from({ length: 20 }, () =>
      first!.applicant.post(path, reason, { ifMatch: version }),
    );
    expect(await story.tally(calls)).toEqual({ '201': 1, '412 HTTP.STALE': 19 });
    await stage.settled();
    expect(await story.standing(lot)).toEqual([
      '长者助餐 declined',
      '助残就业 confirmed',
      '青年议事 proposed',
    ]);
    expect(await story.money(lot)).toEqual({ available: '60000000', reserved: '40000000' });
    const up = await story.award(lot, 3);
    expect(up.explanation.arithmetic).toBe('300000.00 ≤ 600000.00');
    expect(await story.tasksOf(officers.approver, up.id)).toEqual(['awards.approveSingle']);
    await expectRefusal(
      third!.applicant.post(
        `/v1/awards/${up.id}/declination`,
        { reason: '还没有立项' },
        { ifMatch: up.version },
      ),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('give who came up an approval and a notice of its own', async () => {
    const { id } = await story.award(lot, 3);
    await story.act(officers.approver, `/v1/awards/${id}`, 'approval');
    expect(await story.award(lot, 3)).toMatchObject({
      state: 'noticed',
      // 23 May 2020 is a Saturday: the notice begins on Monday.
      notice: { firstDay: '2020-05-25', lastDay: '2020-05-29' },
    });
    expect(await story.money(lot)).toEqual({ available: '30000000', reserved: '70000000' });
    await stage.advanceTo('2020-05-30T00:00:00+08:00');
    expect((await story.award(lot, 3)).state).toBe('confirmed');
    expect(await story.mailsTo(lot.bids[2]!.applicant, id)).toEqual([
      'awards.ownNoticed',
      'awards.singleConfirmed',
    ]);
    expect(await story.contractOf(officers.organizer, id)).toMatchObject({ state: 'drawn' });
  });
});
