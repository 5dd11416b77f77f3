import { Ledger } from '../../src/registers/ledger';
import { newId } from '../../src/kernel/id';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  asSystem,
  seedPayingRound,
  seedProject,
  verifyPayee,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { expectRefusal, openStage, type Actor, type Answer, type Stage } from '../support/stage';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('the closing of a budget year', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let running: PaidProject;
  let failing: PaidProject;
  let paymentId: string;
  let id: string;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
      for (const evaluation of evaluations) delete evaluation.survey;
    });
    story = new PaymentsStory(stage, round);
    running = await seedProject(stage, round, '独居老人助餐');
    failing = await seedProject(stage, round, '残疾人手作');
    paymentId = (await story.paid(running, 'first')).id;
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    for (const project of [running, failing]) await story.evaluate(project, 'midterm', '80');
  });
  afterAll(() => stage.close());

  const propose = (
    year: number,
    who: Actor = round.maker,
    fund = round.lotteryId,
  ): Promise<Answer> => who.post(`/v1/funds/${fund}/year-closings`, { year });
  const decide = async (who: Actor, name: string, body?: object, of = id): Promise<Answer> => {
    const { items } = await round.approver.ok.get('/v1/year-closings');
    const { version } = items.find((item: any) => item.id === of);
    return who.post(`/v1/year-closings/${of}/${name}`, body, { ifMatch: version });
  };
  const fundNow = async (fund = round.lotteryId): Promise<any> =>
    (await round.maker.ok.get('/v1/funds')).items.find((item: any) => item.id === fund);
  /** The figures of a year that are not nothing, in yuan. */
  const yearOf = async (year: number): Promise<Record<string, string>> => {
    const { isClosed, ...figures } = (await fundNow()).years.find((one: any) => one.year === year);
    const amounts = Object.entries<any>({ ...figures, year: { amount: '0.00' } }).map(
      ([name, { amount }]) => [name, amount],
    );
    return Object.fromEntries([
      ...amounts.filter(([, amount]) => amount !== '0.00'),
      ...(isClosed ? [['isClosed', 'yes']] : []),
    ]);
  };
  const reserve = (amountFen: bigint): Promise<unknown> => {
    const awardId = newId();
    const { roundId, lotteryId: fundId } = round;
    const cause = { kind: 'award', id: awardId };
    return asSystem(stage, (ctx) =>
      stage.get(Ledger).reserve(ctx, { fundId, roundId, awardId, amountFen, cause }),
    );
  };

  it('is proposed from the last day of the year on, by the finance staff, for a year that has money', async () => {
    const early = await expectRefusal(propose(2020), 409, 'FUNDS.YEAR_RUNNING');
    expect(early.body.facts).toEqual({ lastDay: '2020-12-31' });
    await stage.advanceTo('2020-12-30T23:59:00+08:00');
    await expectRefusal(propose(2020), 409, 'FUNDS.YEAR_RUNNING');
    await stage.advanceTo('2020-12-31T00:00:00+08:00');
    await expectRefusal(propose(2019), 422, 'FUNDS.YEAR_UNKNOWN');
    await expectRefusal(propose(2020, round.approver), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(propose(2020, round.maker, newId()), 404, 'ACCESS.NOT_FOUND');
    expect(taken(await propose(2020))).toMatchObject({ state: 'proposed', lapsed: null });
    await expectRefusal(propose(2020), 409, 'FUNDS.CLOSING_PROPOSED');
    expect(await story.tasks(round.approver)).toContain('funds.closeYear');
  });

  it('changes nothing when it is refused, and may be proposed again', async () => {
    const [closing] = (await round.maker.ok.get('/v1/year-closings')).items;
    const before = await yearOf(2020);
    const reason = { reason: '尚有支付在途' };
    await expectRefusal(
      decide(round.maker, 'refusal', reason, closing.id),
      403,
      'ACCESS.DUTY_MISSING',
    );
    const refused = taken(await decide(round.approver, 'refusal', reason, closing.id));
    expect(refused).toMatchObject({ state: 'refused', refusalReason: reason.reason });
    const late = decide(round.approver, 'approval', undefined, closing.id);
    await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    expect(await yearOf(2020)).toEqual(before);
    expect(before).toEqual({
      budget: '500000.00',
      available: '440000.00',
      committed: '6000.00',
      due: '39000.00',
      paid: '15000.00',
    });
  });

  it('is not approved by whoever proposed it', async () => {
    const both = await stage.person(
      '郑双',
      ['maker', 'approver'].map(
        (duty) => ({ duty, scopeKind: 'unit', scopeId: stage.cityId }) as const,
      ),
    );
    id = taken(await propose(2020, both)).id;
    await expectRefusal(decide(both, 'approval'), 409, 'FUNDS.SAME_PERSON');
  });

  it('sends what is free back to its source, and carries what is on its way over by name', async () => {
    const [closed] = [taken(await decide(round.approver, 'approval'))];
    expect(closed).toMatchObject({ state: 'approved', lapsed: yuan('440000.00') });
    const carried = closed.carried.map(({ awardId, kind, amount }: any) => [
      awardId,
      kind,
      amount.amount,
    ]);
    expect(carried.sort()).toEqual(
      [
        [running.awardId, 'committed', '3000.00'],
        [running.awardId, 'due', '12000.00'],
        [failing.awardId, 'committed', '3000.00'],
        [failing.awardId, 'due', '27000.00'],
      ].sort(),
    );
    expect(await yearOf(2020)).toEqual({
      isClosed: 'yes',
      budget: '500000.00',
      lapsed: '440000.00',
      carriedOut: '45000.00',
      paid: '15000.00',
    });
    expect(await yearOf(2021)).toEqual({
      carriedIn: '45000.00',
      committed: '6000.00',
      due: '39000.00',
    });
    const { accounts, items } = await round.approver.ok.get(
      `/v1/ledger?roundId=${round.roundId}&limit=200`,
    );
    const acts = new Set(items.map(({ act }: any) => act));
    expect(acts).toEqual(
      new Set([
        ...['openRound', 'reserve', 'commit', 'makeDue', 'pay'],
        ...['lapsePot', 'carryCommitted', 'carryDue'],
      ]),
    );
    expect(new Set(accounts.map(({ year }: any) => year))).toEqual(new Set([2020, 2021]));
    const again = decide(round.approver, 'approval');
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(propose(2020), 409, 'FUNDS.YEAR_CLOSED');
  });

  it('leaves the year neither to a new award nor to a new budget', async () => {
    await expect(reserve(1n)).rejects.toMatchObject({ code: 'LEDGER.INSUFFICIENT' });
    const path = `/v1/funds/${round.lotteryId}/budgets`;
    const late = round.approver.post(path, { year: 2020, amount: yuan('1.00') });
    await expectRefusal(late, 409, 'FUNDS.YEAR_CLOSED');
    await round.approver.ok.post(path, { year: 2021, amount: yuan('100.00') });
    expect(await yearOf(2021)).toMatchObject({ budget: '100.00', fund: '100.00' });
  });

  it('goes on paying what was carried over, out of the next year', async () => {
    await story.paid(failing, 'first');
    expect(await yearOf(2021)).toMatchObject({ due: '24000.00', paid: '15000.00' });
    expect(await yearOf(2020)).toMatchObject({ paid: '15000.00' });
  });

  it('sends carried money that falls free back to its source: no other award gets it', async () => {
    await stage.advanceTo('2021-01-05T09:00:00+08:00');
    await story.evaluate(failing, 'final', '10');
    expect(await yearOf(2021)).toEqual({
      budget: '100.00',
      carriedIn: '45000.00',
      lapsed: '3000.00',
      fund: '100.00',
      committed: '3000.00',
      due: '24000.00',
      paid: '15000.00',
    });
    await expect(reserve(1n)).rejects.toMatchObject({ code: 'LEDGER.INSUFFICIENT' });
  });

  it('makes a payment of the closed year that comes back due in the next one', async () => {
    const { now } = await stage.nobody.ok.get('/v1/clock');
    const slip = { number: 'TP-1', returnedOn: now.slice(0, 10) as string };
    taken(await story.act(round.maker, paymentId, 'return', { ...slip, reason: '账号有误' }));
    taken(await story.act(round.checker, paymentId, 'return-confirmation', slip));
    expect(await yearOf(2020)).toEqual({
      isClosed: 'yes',
      budget: '500000.00',
      lapsed: '440000.00',
      carriedOut: '60000.00',
    });
    expect(await yearOf(2021)).toMatchObject({ carriedIn: '60000.00', due: '39000.00' });
    await verifyPayee(round, running, '6222020299990010');
    taken(await story.enter(running, 'first'));
  });

  it('is done year by year', async () => {
    await stage.advanceTo('2021-12-31T09:00:00+08:00');
    const other = { fund: round.fiscalId };
    await round.approver.ok.post(`/v1/funds/${other.fund}/budgets`, {
      year: 2021,
      amount: yuan('1.00'),
    });
    const skipped = propose(2021, round.maker, other.fund);
    const { body } = await expectRefusal(skipped, 409, 'FUNDS.EARLIER_YEAR_OPEN');
    expect(body.facts).toEqual({ year: 2020 });
    expect(taken(await propose(2020, round.maker, other.fund)).state).toBe('proposed');
  });
});
