import { newId } from '../../src/kernel/id';
import { digestOf } from '../../src/platform/crypto/digest';
import { Holds } from '../../src/registers/holds';
import { awardsStory, threeBids } from '../support/awards-story';
import { inSystem } from '../support/registers';
import { seedOfficers } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
}, 120_000);
afterAll(() => stage.close());

const three = threeBids('500000.01');

describe('a contract', () => {
  let lot: ReviewedLot;
  let grantee: Actor;
  let contract: any;
  let path: string;

  beforeAll(async () => {
    lot = await story.confirmedLot('2020-05-23T00:00:00+08:00', three);
    grantee = lot.bids[0]!.applicant;
    contract = await story.contractOf(grantee, (await story.award(lot, 1)).id);
    path = `/v1/contracts/${contract.id}/signature`;
  }, 60_000);

  it('is drawn from bid and award: lines with own funds, tranches to the fen', () => {
    expect(contract).toMatchObject({
      state: 'drawn',
      amount: { amount: '500000.01', currency: 'CNY' },
      signatures: [],
      version: 1,
    });
    expect(contract.document).toMatchObject({
      schema: 'yichuang/contract/1',
      basis: 'competition',
      funder: { unitId: stage.cityId, name: '广州市' },
      grantee: { partyId: lot.bids[0]!.partyId, name: lot.bids[0]!.partyName },
      title: '长者助餐',
      projectFrom: '2020-06-12',
      projectTo: '2020-12-31',
      amount: '500000.01',
      ownFunds: '500000.01',
      budget: '1000000.02',
      lines: [
        { code: 'staff', amount: '500000.01' },
        { code: 'activities', amount: '500000.01', note: '活动十二次' },
      ],
      activities: [{ name: '送餐', times: 12, heads: 40 }],
      indicators: [{ name: '服务人次', target: 480, unit: '人次' }],
      drawnOn: '2020-05-23',
    });
    expect(
      contract.document.tranches.map(({ code, amount, trigger }: any) => [code, amount, trigger]),
    ).toEqual([
      ['first', '250000.01', 'contract-signed'],
      ['second', '200000.00', 'midterm'],
      ['last', '50000.00', 'final'],
    ]);
  });

  it('has a digest that anybody can recompute', () => {
    expect(contract.digest).toBe(digestOf(contract.document));
  });

  it('waits for both sides for thirty days from the end of the notice', async () => {
    for (const by of [grantee, officers.approver]) {
      const { items } = await by.ok.get('/v1/tasks?limit=200');
      const task = items.find(({ subject }: any) => subject.id === contract.id);
      // The notice ended on 22 May: 21 June is the last day.
      expect(task).toMatchObject({
        kind: 'contracts.sign',
        dueAt: '2020-06-22T00:00:00.000+08:00',
      });
    }
  });

  it('is not seen or signed by another party, and not signed by an organizer', async () => {
    const { applicant } = lot.bids[1]!;
    const body = { documentDigest: contract.digest };
    await expectRefusal(applicant.get(`/v1/contracts/${contract.id}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(applicant.post(path, body, { ifMatch: 1 }), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      officers.organizer.post(path, body, { ifMatch: 1 }),
      403,
      'ACCESS.DUTY_MISSING',
    );
    const elsewhere = await stage.unit(stage.cityId, 'street', 'elsewhere', '别处街道');
    const stranger = await stage.person('钱批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: elsewhere },
    ]);
    await expectRefusal(stranger.post(path, body, { ifMatch: 1 }), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(
      grantee.post(`/v1/contracts/${newId()}/signature`, body, { ifMatch: 1 }),
      404,
      'ACCESS.NOT_FOUND',
    );
  });

  it('is not signed on another document, a stale version, or without the version or a key', async () => {
    const body = { documentDigest: contract.digest };
    const other = { documentDigest: digestOf({ ...contract.document, amount: '600000.00' }) };
    await expectRefusal(grantee.post(path, other, { ifMatch: 1 }), 409, 'CONTRACTS.DIGEST_DIFFERS');
    await expectRefusal(grantee.post(path, body, { ifMatch: 2 }), 412, 'HTTP.STALE');
    await expectRefusal(grantee.post(path, body), 428, 'HTTP.MATCH_REQUIRED');
    await expectRefusal(
      grantee.post(path, body, { ifMatch: 1, key: null }),
      400,
      'HTTP.KEY_REQUIRED',
    );
  });

  it('is not signed under a hold on its award or its lot', async () => {
    const { id: awardId } = await story.award(lot, 1);
    const body = { documentDigest: contract.digest };
    for (const subject of [
      { kind: 'award', id: awardId },
      { kind: 'lot', id: lot.lotId },
    ] as const) {
      const cause = { kind: 'challenge', id: newId() } as const;
      const hold = {
        subject,
        cause,
        unitPath: stage.cityId.replaceAll('-', ''),
        reason: '上级要求暂停',
      };
      await inSystem(stage, (ctx) => stage.get(Holds).place(ctx, hold));
      await expectRefusal(grantee.post(path, body, { ifMatch: 1 }), 409, 'CONTRACTS.UNDER_HOLD');
      await inSystem(stage, (ctx) => stage.get(Holds).lift(ctx, cause));
    }
  });

  it('is signed once per side, by fifty at the same time', async () => {
    const second = await stage.person('副代表', [
      { duty: 'applicant', scopeKind: 'party', scopeId: lot.bids[0]!.partyId },
    ]);
    const body = { documentDigest: contract.digest };
    const calls = Array.from({ length: 50 }, (_, i) =>
      (i % 2 === 0 ? grantee : second).post(path, body, { ifMatch: 1 }),
    );
    expect(await story.tally(calls)).toEqual({ '201': 1, '412 HTTP.STALE': 49 });
    const signed = await grantee.ok.get(`/v1/contracts/${contract.id}`);
    expect(signed).toMatchObject({ state: 'drawn', version: 2, signatures: [{ side: 'grantee' }] });
    await expectRefusal(second.post(path, body, { ifMatch: 2 }), 409, 'CONTRACTS.ALREADY_SIGNED');
    expect((await story.award(lot, 1)).state).toBe('confirmed');
  });

  it('is not signed for the funder by somebody who bids in the round', async () => {
    await stage.admin.ok.post(`/v1/persons/${lot.bids[1]!.applicant.personId}/mandates`, {
      duty: 'approver',
      scopeKind: 'unit',
      scopeId: stage.cityId,
    });
    await expectRefusal(
      lot.bids[1]!.applicant.post(path, { documentDigest: contract.digest }, { ifMatch: 2 }),
      409,
      'PEOPLE.DUTIES_CONFLICT',
    );
  });

  it('is in force with the second signature: the money is committed, the project begins, the public hears', async () => {
    const calls = Array.from({ length: 50 }, (_, i) =>
      (i % 2 === 0 ? officers.approver : officers.secondApprover).post(
        path,
        { documentDigest: contract.digest },
        { ifMatch: 2 },
      ),
    );
    expect(await story.tally(calls)).toEqual({ '201': 1, '412 HTTP.STALE': 49 });
    await stage.settled();
    expect(await grantee.ok.get(`/v1/contracts/${contract.id}`)).toMatchObject({
      state: 'inForce',
      version: 3,
      signatures: [{ side: 'grantee' }, { side: 'funder' }],
    });
    expect(await story.money(lot)).toMatchObject({ available: '9999999', reserved: '40000000' });
    const { id: awardId } = await story.award(lot, 1);
    expect(await story.committed(awardId)).toBe('50000001');
    const award = await story.award(lot, 1);
    expect(award.state).toBe('contracted');
    const processes = await stage.sql(
      `SELECT 1 FROM processes WHERE kind = 'project' AND id = $1 AND ended_at IS NULL`,
      [award.id],
    );
    expect(processes).toHaveLength(1);
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=contract');
    expect(items).toHaveLength(1);
    expect(await story.tasksOf(grantee, contract.id)).toEqual([]);
    expect(await story.tasksOf(officers.approver, contract.id)).toEqual([]);
  });

  it('is not signed again, and its award not declined any more', async () => {
    await expectRefusal(
      grantee.post(path, { documentDigest: contract.digest }, { ifMatch: 3 }),
      409,
      'STATE.OUT_OF_ORDER',
    );
    const { id, version } = await story.award(lot, 1);
    await expectRefusal(
      grantee.post(`/v1/awards/${id}/declination`, { reason: '后悔了' }, { ifMatch: version }),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('ends lot and round when it is the last one: the reserve is released and told', async () => {
    const last = await story.contractOf(officers.organizer, (await story.award(lot, 2)).id);
    await story.sign(officers.approver, last);
    await story.sign(lot.bids[1]!.applicant, last);
    expect(await story.standing(lot)).toEqual([
      '长者助餐 contracted',
      '助残就业 contracted',
      '青年议事 notConfirmed',
    ]);
    expect(await story.lotState(lot)).toBe('ended');
    const [round] = await stage.sql('SELECT state FROM rounds WHERE id = $1', [lot.roundId]);
    expect(round.state).toBe('ended');
    expect(await story.mailsTo(lot.bids[2]!.applicant, (await story.award(lot, 3)).id)).toEqual([
      'awards.reserveReleased',
    ]);
  });
});
