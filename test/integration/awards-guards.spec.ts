import { newId } from '../../src/kernel/id';
import { digestOf } from '../../src/platform/crypto/digest';
import { Holds } from '../../src/registers/holds';
import { Ledger } from '../../src/registers/ledger';
import { awardsStory } from '../support/awards-story';
import { inSystem } from '../support/registers';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers } from '../support/seeded';
import { expectRefusal, openStage, type Stage } from '../support/stage';

/** What the database holds by itself, and what concurrent acts come to. */
let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;
let path: string;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
  path = stage.cityId.replaceAll('-', '');
}, 120_000);
afterAll(() => stage.close());

const two = [
  { title: '长者助餐', score: '90', amount: '500000.00' },
  { title: '助残就业', score: '85', amount: '400000.00' },
];
const confirm = (id: string) =>
  stage.sql(`UPDATE awards SET state = 'confirmed', confirmed_at = app_now() WHERE id = $1`, [id]);

describe('the database refuses to confirm an award', () => {
  it('while its notice stands', async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await story.approveLot(lot);
    const { id } = await story.award(lot, 1);
    await expect(confirm(id)).rejects.toThrow('no award is confirmed before its notice ends');
  }, 60_000);

  it('under a hold on it or its lot, or before an objection is answered', async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await story.approveLot(lot);
    const { id } = await story.award(lot, 1);
    const resident = await stage.person('王居民', []);
    const objection = await resident.ok.post(`/v1/awards/${id}/challenges`, {
      kind: 'objection',
      realName: '王居民',
      grounds: '该机构上一年度的项目未按期完成。',
    });
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    await expect(confirm(id)).rejects.toThrow('before its objections are answered');
    await story.act(officers.approver, `/v1/challenges/${objection.id}`, 'admission');
    await expect(confirm(id)).rejects.toThrow('under a hold');
  }, 60_000);
});

describe('the database refuses', () => {
  let awardId: string;
  let contract: any;
  let applicantId: string;

  const signature = (side: string, personId: string, digest: string = contract.digest) =>
    stage.sql(
      `INSERT INTO contract_signatures (contract_id, side, tenant_id, person_id, document_digest, signed_at)
       VALUES ($1, $2, $3, $4, $5, app_now())`,
      [contract.id, side, stage.cityId, personId, digest],
    );

  beforeAll(async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await story.approveLot(lot);
    await stage.advanceTo('2020-05-30T00:00:00+08:00');
    ({ id: awardId } = await story.award(lot, 1));
    contract = await story.contractOf(officers.organizer, awardId);
    applicantId = lot.bids[0]!.applicant.personId;
  }, 60_000);

  it('an award whose draws are not its amount', async () => {
    await expect(
      stage.sql(`UPDATE awards SET amount_fen = amount_fen + 1 WHERE id = $1`, [awardId]),
    ).rejects.toThrow('drawn_in_full');
  });

  it('a second contract of an award', async () => {
    await expect(
      stage.sql(
        `INSERT INTO contracts (id, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document, digest, state, drawn_at, version)
         SELECT $2, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document, digest, state, drawn_at, 1
         FROM contracts WHERE id = $1`,
        [contract.id, newId()],
      ),
    ).rejects.toThrow('contracts_one_per_award');
  });

  it('another text under the same contract', async () => {
    await expect(
      stage.sql(`UPDATE contracts SET amount_fen = 1 WHERE id = $1`, [contract.id]),
    ).rejects.toThrow('what a contract says does not change');
  });

  it('a signature under a hold', async () => {
    const cause = { kind: 'challenge', id: newId() } as const;
    const subject = { kind: 'award', id: awardId } as const;
    const hold = { subject, cause, unitPath: path, reason: '上级要求暂停' };
    await inSystem(stage, (ctx) => stage.get(Holds).place(ctx, hold));
    await expect(signature('grantee', applicantId)).rejects.toThrow('signed under a hold');
    await inSystem(stage, (ctx) => stage.get(Holds).lift(ctx, cause));
  });

  it('a signature under another document', async () => {
    await expect(signature('grantee', applicantId, digestOf('other'))).rejects.toThrow(
      'signed_the_same_document',
    );
  });

  it('a contract in force with one signature, the same person on both sides, and a signature taken back', async () => {
    const enter = `UPDATE contracts SET state = 'inForce', signed_at = app_now() WHERE id = $1`;
    await signature('grantee', applicantId);
    await expect(stage.sql(enter, [contract.id])).rejects.toThrow('signatures of both sides');
    await expect(signature('funder', applicantId)).rejects.toThrow('signed_by_two_persons');
    await expect(
      stage.sql(`DELETE FROM contract_signatures WHERE contract_id = $1`, [contract.id]),
    ).rejects.toThrow('append-only');
  });

  it('a signature for an award that is no longer confirmed', async () => {
    const other = await seedReviewedLot(stage, officers, two);
    await story.approveLot(other);
    await stage.advanceTo('2020-06-06T00:00:00+08:00');
    const award = await story.award(other, 1);
    const drawn = await story.contractOf(officers.organizer, award.id);
    await stage.sql(`UPDATE awards SET state = 'declined', reason = '测试' WHERE id = $1`, [
      award.id,
    ]);
    await expect(
      stage.sql(
        `INSERT INTO contract_signatures (contract_id, side, tenant_id, person_id, document_digest, signed_at)
         VALUES ($1, 'funder', $2, $3, $4, app_now())`,
        [drawn.id, stage.cityId, officers.approver.personId, drawn.digest],
      ),
    ).rejects.toThrow('only the contract of a confirmed award is signed');
  }, 60_000);
});

describe('an approval without the money', () => {
  it('is refused and leaves nothing behind', async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await inSystem(stage, (ctx) => stage.get(Ledger).closeRound(ctx, lot.roundId));
    const to = `/v1/lots/${lot.lotId}/award-approval`;
    const events = () =>
      stage.sql(`SELECT count(*)::int AS n FROM audit_events WHERE stream = $1`, [lot.roundId]);
    const before = await events();
    await expectRefusal(
      officers.approver.post(to, undefined, { ifMatch: 1 }),
      422,
      'LEDGER.INSUFFICIENT',
    );
    expect(await events()).toEqual(before);
    expect(await story.standing(lot)).toEqual(['长者助餐 proposed', '助残就业 proposed']);
    const proposal = await officers.approver.ok.get(`/v1/lots/${lot.lotId}/award-proposal`);
    expect(proposal).toMatchObject({ state: 'proposed', version: 1 });
  }, 60_000);
});

describe('at the same time', () => {
  const commission = (roundId: string, partyId: string, title: string, amount: string) =>
    officers.organizer.post(`/v1/rounds/${roundId}/commissions`, {
      partyId,
      title,
      amount: { amount, currency: 'CNY' },
      reason: '全市仅有该机构具备此项服务资质。',
      plan: {
        summary: '陪护',
        budgetLines: [{ code: 'staff', amount }],
        ownFunds: '0.00',
        activities: [{ name: '陪护', times: 4, heads: 5 }],
        indicators: [{ name: '家庭', target: 2, unit: '户' }],
      },
    });
  const approve = (id: string) =>
    officers.approver.post(`/v1/awards/${id}/approval`, undefined, { ifMatch: 1 });

  it('two commissions take the last fen, and none is left for a third', async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await story.approveLot(lot);
    const { partyId } = lot.bids[0]!;
    const { body: first } = await commission(lot.roundId, partyId, '委托甲', '60000.00');
    const { body: second } = await commission(lot.roundId, partyId, '委托乙', '40000.00');
    expect(await story.tally([approve(first.id), approve(second.id)])).toEqual({ '201': 2 });
    await stage.settled();
    expect(await story.money(lot)).toEqual({ reserved: '100000000' });
    await expectRefusal(
      commission(lot.roundId, partyId, '委托丙', '0.01'),
      422,
      'AWARDS.ABOVE_BUDGET',
    );
  }, 60_000);

  it('commissions that were proposed at once never come to more than the money', async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await story.approveLot(lot);
    const { partyId } = lot.bids[0]!;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        commission(lot.roundId, partyId, `委托${i}`, '60000.00'),
      ),
    );
    const proposed = answers.flatMap(({ status, body }) => (status === 201 ? [body.id] : []));
    expect(proposed.length).toBeGreaterThan(0);
    const tally = await story.tally(proposed.map(approve));
    expect(tally['201'] ?? 0).toBeLessThanOrEqual(1);
    await stage.settled();
    const money = await story.money(lot);
    expect(['10000000', '4000000']).toContain(money['available']);
    expect(BigInt(money['available']!) + BigInt(money['reserved']!)).toBe(100_000_000n);
  }, 60_000);

  it('a hold and a signature never leave a signature after the hold', async () => {
    const lot = await seedReviewedLot(stage, officers, two);
    await story.approveLot(lot);
    await stage.advanceTo('2020-06-13T00:00:00+08:00');
    for (const rank of [1, 2]) {
      const { id } = await story.award(lot, rank);
      const { applicant } = lot.bids[rank - 1]!;
      const contract = await story.contractOf(applicant, id);
      const cause = { kind: 'challenge', id: newId() } as const;
      const subject = { kind: 'award', id } as const;
      const hold = { subject, cause, unitPath: path, reason: '上级要求暂停' };
      const body = { documentDigest: contract.digest };
      const [answer] = await Promise.all([
        applicant.post(`/v1/contracts/${contract.id}/signature`, body, { ifMatch: 1 }),
        inSystem(stage, (ctx) => stage.get(Holds).place(ctx, hold)),
      ]);
      const [held] = await stage.sql('SELECT placed_at FROM holds WHERE cause_id = $1', [cause.id]);
      const signed = await stage.sql(
        'SELECT signed_at FROM contract_signatures WHERE contract_id = $1',
        [contract.id],
      );
      expect(signed).toHaveLength(answer.status === 201 ? 1 : 0);
      if (answer.status !== 201) expect(answer.body.code).toBe('CONTRACTS.UNDER_HOLD');
      for (const { signed_at } of signed) {
        expect(signed_at.getTime()).toBeLessThanOrEqual(held.placed_at.getTime());
      }
    }
  }, 60_000);
});
