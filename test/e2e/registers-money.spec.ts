// Long because funds, budgets, currencies and the ledger are told of one city, which is seated once.
import { newId } from '../../src/kernel/id';
import { Funds } from '../../src/registers/funds';
import { Holds } from '../../src/registers/holds';
import { Ledger } from '../../src/registers/ledger';
import { inSystem, officer } from '../support/registers';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let streetId: string;
let organizer: Actor;
let approver: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  organizer = await officer(stage, 'organizer');
  approver = await officer(stage, 'approver');
});
afterAll(() => stage.close());

let next = 0;
const wanted = (changes: object = {}) => ({
  code: `lottery-${(next += 1)}`,
  name: '福利彩票公益金',
  source: 'welfare-lottery',
  earmark: '扶老、助残、救孤、济困',
  ...changes,
});
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('a fund', () => {
  it('gets budgets that add up, and shows what no round has got', async () => {
    const body = wanted();
    const fund = await organizer.ok.post('/v1/funds', body);
    expect(fund).toMatchObject({ ...body, unitId: stage.cityId, version: 1 });
    const path = `/v1/funds/${fund.id}/budgets`;
    for (const amount of ['2000000.00', '0.01']) {
      await approver.ok.post(path, { year: 2020, amount: yuan(amount) });
    }
    const { unitPath } = await unitOf(stage.cityId);
    await inSystem(stage, (ctx) =>
      stage.get(Ledger).openRound(ctx, {
        roundId: newId(),
        unitPath,
        fundId: fund.id,
        amountFen: 50_000_000n,
      }),
    );
    const listed = (await organizer.ok.all('/v1/funds')).find(({ id }) => id === fund.id);
    expect(listed.unallocated).toEqual(yuan('1500000.01'));
    expect(listed.budgets).toMatchObject([
      { year: 2020, amount: yuan('2000000.00') },
      { year: 2020, amount: yuan('0.01') },
    ]);
  });

  it('of a street is the street’s, and the city’s officers see it too', async () => {
    const ofStreet = await officer(stage, 'organizer', streetId);
    const fund = await ofStreet.ok.post('/v1/funds', wanted({ unitId: streetId }));
    expect((await ofStreet.ok.get('/v1/funds')).items.map(({ id }: any) => id)).toEqual([fund.id]);
    expect((await organizer.ok.all('/v1/funds')).map(({ id }) => id)).toContain(fund.id);
    await expectRefusal(ofStreet.post('/v1/funds', wanted()), 404, 'ACCESS.NOT_FOUND');
    const ofOther = await officer(stage, 'approver', streetId);
    const city = await organizer.ok.post('/v1/funds', wanted());
    const call = ofOther.post(`/v1/funds/${city.id}/budgets`, { year: 2020, amount: yuan('1.00') });
    await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
  });

  it('is refused with a code that is taken, for an unknown unit, and by who has another duty', async () => {
    const body = wanted();
    await organizer.ok.post('/v1/funds', body);
    await expectRefusal(organizer.post('/v1/funds', body), 409, 'FUNDS.CODE_TAKEN');
    const elsewhere = organizer.post('/v1/funds', wanted({ unitId: newId() }));
    await expectRefusal(elsewhere, 422, 'UNITS.UNKNOWN');
    const absent = inSystem(stage, (ctx) => stage.get(Funds).get(ctx, newId()));
    await expect(absent).rejects.toMatchObject({ code: 'FUNDS.UNKNOWN' });
    const maker = await officer(stage, 'maker');
    await expectRefusal(maker.post('/v1/funds', wanted()), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(
      organizer.post('/v1/funds', wanted({ source: 'loan' })),
      400,
      'REQUEST.INVALID',
    );
  });

  it('has one currency, in which its money is told, and takes none in another', async () => {
    const fund = await organizer.ok.post(
      '/v1/funds',
      wanted({ currency: 'TWD', source: 'crowdfunding' }),
    );
    expect(fund).toMatchObject({ currency: 'TWD', source: 'crowdfunding' });
    const path = `/v1/funds/${fund.id}/budgets`;
    const amount = { amount: '1500000.00', currency: 'TWD' };
    await expectRefusal(
      approver.post(path, { year: 2020, amount: yuan('1500000.00') }),
      422,
      'FUNDS.CURRENCY_DIFFERS',
    );
    expect(await approver.ok.post(path, { year: 2020, amount })).toMatchObject({ amount });
    const listed = (await organizer.ok.all('/v1/funds')).find(({ id }) => id === fund.id);
    expect(listed).toMatchObject({
      unallocated: amount,
      budgets: [{ amount }],
      years: [{ budget: amount, fund: amount }],
    });
    await expectRefusal(
      organizer.post('/v1/funds', wanted({ currency: 'USD' })),
      400,
      'REQUEST.INVALID',
    );
    const inYuan = await organizer.ok.post('/v1/funds', wanted());
    expect(inYuan.currency).toBe('CNY');
    await expectRefusal(
      approver.post(`/v1/funds/${inYuan.id}/budgets`, { year: 2020, amount }),
      422,
      'FUNDS.CURRENCY_DIFFERS',
    );
    const change = stage.sql(`UPDATE funds SET currency = 'EUR' WHERE id = $1`, [fund.id]);
    await expect(change).rejects.toThrow('a fund keeps its currency');
  });

  it('gets its budget from an approver, in a sound amount, once per key', async () => {
    const { id } = await organizer.ok.post('/v1/funds', wanted());
    const path = `/v1/funds/${id}/budgets`;
    const body = { year: 2020, amount: yuan('100.00') };
    await expectRefusal(organizer.post(path, body), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(
      approver.post(`/v1/funds/${newId()}/budgets`, body),
      404,
      'ACCESS.NOT_FOUND',
    );
    const zero = approver.post(path, { ...body, amount: yuan('0.00') });
    await expectRefusal(zero, 422, 'FUNDS.AMOUNT_ZERO');
    for (const amount of [
      '-1.00',
      '1.000',
      '1.0',
      '1',
      '01.00',
      '1,000.00',
      '１.00',
      '99999999999999.00',
    ]) {
      await expectRefusal(
        approver.post(path, { ...body, amount: yuan(amount) }),
        400,
        'REQUEST.INVALID',
      );
    }
    const dollars = { ...body, amount: { amount: '1.00', currency: 'USD' } };
    for (const wrong of [
      dollars,
      { year: 2020 },
      { ...body, amount: 100 },
      { ...body, year: 1999 },
    ]) {
      await expectRefusal(approver.post(path, wrong), 400, 'REQUEST.INVALID');
    }
    const key = newId();
    const first = await approver.post(path, body, { key });
    expect((await approver.post(path, body, { key })).text).toBe(first.text);
    const other = { ...body, amount: yuan('200.00') };
    await expectRefusal(approver.post(path, other, { key }), 422, 'HTTP.KEY_REUSED');
    await expectRefusal(approver.post(path, body, { key: null }), 400, 'HTTP.KEY_REQUIRED');
    const listed = (await organizer.ok.all('/v1/funds')).find((fund) => fund.id === id);
    expect(listed.unallocated).toEqual(yuan('100.00'));
  });

  it('takes no more than ten trillion yuan', async () => {
    const { id } = await organizer.ok.post('/v1/funds', wanted());
    const path = `/v1/funds/${id}/budgets`;
    await approver.ok.post(path, { year: 2020, amount: yuan('9999999999999.99') });
    const more = approver.post(path, { year: 2020, amount: yuan('0.02') });
    await expectRefusal(more, 422, 'LEDGER.TOO_LARGE');
    await approver.ok.post(path, { year: 2020, amount: yuan('0.01') });
  });

  it('is read by officers alone', async () => {
    await expectRefusal(stage.nobody.get('/v1/funds'), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const resident = await officer(stage, 'resident');
    await expectRefusal(resident.get('/v1/funds'), 403, 'ACCESS.DUTY_MISSING');
  });
});

describe('the ledger of a round', () => {
  let roundId: string;
  const awardId = newId();
  beforeAll(async () => {
    const { id: fundId } = await organizer.ok.post('/v1/funds', wanted());
    await approver.ok.post(`/v1/funds/${fundId}/budgets`, { year: 2020, amount: yuan('1000.00') });
    roundId = newId();
    const { unitPath } = await unitOf(streetId);
    const ledger = stage.get(Ledger);
    await inSystem(stage, async (ctx) => {
      await ledger.openRound(ctx, { roundId, unitPath, fundId, amountFen: 100_000n });
      const cause = { kind: 'award', id: awardId };
      await ledger.reserve(ctx, { fundId, roundId, awardId, amountFen: 60_000n, cause });
    });
  });

  it('shows accounts and transfers to the officers of the round and above', async () => {
    for (const reader of [
      organizer,
      await officer(stage, 'maker', streetId),
      await mandated('checker'),
    ]) {
      const ledger = await reader.ok.get(`/v1/ledger?roundId=${roundId}`);
      expect(ledger.accounts).toMatchObject([
        { kind: 'available', awardId: null, balance: yuan('400.00') },
        { kind: 'reserved', awardId, balance: yuan('600.00') },
      ]);
      expect(ledger.items).toMatchObject([
        { act: 'openRound', amount: yuan('1000.00'), causeId: roundId },
        { act: 'reserve', amount: yuan('600.00'), causeKind: 'award', causeId: awardId },
      ]);
      expect(ledger.nextCursor).toBeNull();
    }
  });

  it('goes page by page', async () => {
    const first = await organizer.ok.get(`/v1/ledger?roundId=${roundId}&limit=1`);
    expect(first.items.map(({ act }: any) => act)).toEqual(['openRound']);
    const second = await organizer.ok.get(
      `/v1/ledger?roundId=${roundId}&limit=1&cursor=${first.nextCursor}`,
    );
    expect(second.items.map(({ act }: any) => act)).toEqual(['reserve']);
    expect(second.nextCursor).toBeNull();
  });

  it('is absent for officers of elsewhere, forbidden for others, and needs its round', async () => {
    const otherStreet = await stage.unit(stage.cityId, 'street', 'dashi', '大石街道');
    const path = `/v1/ledger?roundId=${roundId}`;
    await expectRefusal(
      (await officer(stage, 'organizer', otherStreet)).get(path),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(organizer.get(`/v1/ledger?roundId=${newId()}`), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal((await officer(stage, 'resident')).get(path), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(organizer.get('/v1/ledger'), 400, 'REQUEST.INVALID');
  });

  function mandated(duty: string): Promise<Actor> {
    return stage.person(`${duty} of the round`, [{ duty, scopeKind: 'round', scopeId: roundId }]);
  }
});

describe('a hold', () => {
  const reason = '质疑已受理';
  const newHold = async (id: string, causeId: string) => ({
    subject: { kind: 'award', id } as const,
    cause: { kind: 'challenge', id: causeId } as const,
    unitPath: (await unitOf(streetId)).unitPath,
    reason,
  });

  it('stands once per cause until its cause is decided', async () => {
    const holds = stage.get(Holds);
    const awardId = newId();
    const challenges = [newId(), newId()];
    const active = () => inSystem(stage, (ctx) => holds.active(ctx, [awardId, newId()]));
    expect(await active()).toEqual([]);
    for (const id of [...challenges, challenges[0]!]) {
      const hold = await newHold(awardId, id);
      await inSystem(stage, (ctx) => holds.place(ctx, hold));
    }
    expect((await active()).map(({ cause }) => cause.id)).toEqual(challenges);
    await inSystem(stage, (ctx) => holds.lift(ctx, { kind: 'challenge', id: challenges[0]! }));
    expect(await active()).toMatchObject([
      { subject: { kind: 'award', id: awardId }, cause: { id: challenges[1] }, reason },
    ]);
    for (let i = 0; i < 2; i += 1) {
      await inSystem(stage, (ctx) => holds.lift(ctx, { kind: 'challenge', id: challenges[1]! }));
    }
    expect(await active()).toEqual([]);
  });

  it('is listed for officers of its unit and above, and for nobody else', async () => {
    const awardId = newId();
    const hold = await newHold(awardId, newId());
    await inSystem(stage, (ctx) => stage.get(Holds).place(ctx, hold));
    const ofStreet = await officer(stage, 'supervisor', streetId);
    const standing = (await ofStreet.ok.get('/v1/holds?state=standing')).items;
    expect(standing.map(({ subjectId }: any) => subjectId)).toContain(awardId);
    const otherStreet = await stage.unit(stage.cityId, 'street', 'shiqi', '石碁街道');
    expect(
      (await (await officer(stage, 'organizer', otherStreet)).ok.get('/v1/holds')).items,
    ).toEqual([]);
    const maker = await officer(stage, 'maker');
    await expectRefusal(maker.get('/v1/holds'), 403, 'ACCESS.DUTY_MISSING');
    await inSystem(stage, (ctx) => stage.get(Holds).lift(ctx, hold.cause));
    const lifted = (await approver.ok.get('/v1/holds?state=lifted')).items;
    expect(lifted.map(({ subjectId }: any) => subjectId)).toContain(awardId);
    await expectRefusal(approver.get('/v1/holds?state=gone'), 400, 'REQUEST.INVALID');
  });

  it('is not placed while somebody goes on because there was none', async () => {
    const holds = stage.get(Holds);
    const awardId = newId();
    const order: string[] = [];
    const hold = await newHold(awardId, newId());
    const placing: Promise<unknown>[] = [];
    await inSystem(stage, async (ctx) => {
      expect(await holds.active(ctx, [awardId])).toEqual([]);
      const placed = inSystem(stage, (other) => holds.place(other, hold));
      placing.push(placed.then(() => order.push('placed')));
      await untilSomebodyWaits();
      order.push('signed');
    });
    await Promise.all(placing);
    expect(order).toEqual(['signed', 'placed']);
    expect(await inSystem(stage, (ctx) => holds.active(ctx, [awardId]))).toHaveLength(1);
  });

  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const rows = await stage.sql(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      if (rows.length > 0) return;
    }
  }
});

async function unitOf(id: string): Promise<{ unitPath: string }> {
  const rows = await stage.sql<{ path: string }>(`SELECT path::text FROM units WHERE id = $1`, [
    id,
  ]);
  return { unitPath: rows[0]!.path };
}
