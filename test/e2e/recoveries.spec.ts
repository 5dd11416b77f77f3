import { upload } from '../support/attachments-story';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  asSystem,
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { Ledger } from '../../src/registers/ledger';
import { expectRefusal, openStage, type Actor, type Answer, type Stage } from '../support/stage';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const wanted = { amount: yuan('10000.01'), reason: '中期评估不合格，项目终止', payWithinDays: 30 };

describe('paid money that is asked back', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let stopped: PaidProject;
  let failed: PaidProject;
  let id: string;
  let slips = 0;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7', ({ evaluations }) => {
      for (const evaluation of evaluations) delete evaluation.survey;
    });
    story = new PaymentsStory(stage, round);
    stopped = await seedProject(stage, round, '残疾人手作');
    failed = await seedProject(stage, round, '独居老人助餐');
    for (const project of [stopped, failed]) await story.paid(project, 'first');
    await stage.advanceTo('2020-09-02T09:00:00+08:00');
    await story.evaluate(failed, 'midterm', '80');
  });
  afterAll(() => stage.close());

  const propose = async (
    project: PaidProject,
    change: object = {},
    who: Actor = round.organizer,
  ): Promise<Answer> => {
    const path = `/v1/projects/${project.awardId}`;
    const { version } = await round.organizer.ok.get(path);
    return who.post(`${path}/recoveries`, { ...wanted, ...change }, { ifMatch: version });
  };
  const read = (of = id): Promise<any> => round.organizer.ok.get(`/v1/recoveries/${of}`);
  const act = async (who: Actor, name: string, body?: object, of = id): Promise<Answer> => {
    const { version } = await read(of);
    return who.post(`/v1/recoveries/${of}/${name}`, body, { ifMatch: version });
  };
  const slip = async (amount: string) => {
    slips += 1;
    const { now } = await stage.nobody.ok.get('/v1/clock');
    return { amount: yuan(amount), number: `HD-${slips}`, receivedOn: now.slice(0, 10) as string };
  };
  const check = async (who: Actor, of: any, name: string, body: object): Promise<Answer> =>
    who.post(`/v1/repayments/${of.id}/${name}`, body, { ifMatch: of.version });
  /** Entered by one and confirmed by another. */
  const repaid = async (amount: string): Promise<any> => {
    const given = await slip(amount);
    const entered = taken(await act(round.maker, 'repayments', given));
    return taken(await check(round.checker, entered, 'confirmation', given));
  };
  /** What the ledger has of a project in the lottery's and the fiscal fund. */
  const money = async ({ awardId }: PaidProject) => {
    const rows = await asSystem(stage, (ctx) => stage.get(Ledger).awardBalances(ctx, awardId));
    const of = (fund: string) => {
      const { paidFen, receivableFen, returnedFen } = rows.find(({ fundId }) => fundId === fund)!;
      return [paidFen, receivableFen, returnedFen].map(Number);
    };
    return { lottery: of(round.lotteryId), fiscal: of(round.fiscalId) };
  };
  const processEnded = async ({ awardId }: PaidProject): Promise<boolean> => {
    const [process] = await stage.sql(
      `SELECT ended_at IS NOT NULL AS ended FROM processes WHERE kind = 'project' AND id = $1`,
      [awardId],
    );
    return process.ended;
  };

  describe('is proposed', () => {
    it('not of a project that runs, and not by somebody else than an organizer', async () => {
      await expectRefusal(propose(stopped), 409, 'RECOVERIES.NO_GROUND');
      await expectRefusal(propose(stopped, {}, round.maker), 403, 'ACCESS.DUTY_MISSING');
      await story.evaluate(stopped, 'midterm', '10');
      expect(await processEnded(stopped)).toBe(true);
    });

    it('for more than nothing and at most what was paid', async () => {
      const nothing = propose(stopped, { amount: yuan('0.00') });
      await expectRefusal(nothing, 422, 'RECOVERIES.AMOUNT_ZERO');
      const tooMuch = propose(stopped, { amount: yuan('25000.01') });
      const { body } = await expectRefusal(tooMuch, 422, 'RECOVERIES.ABOVE_PAID');
      expect(body.facts).toEqual({ paid: '25000.00' });
      for (const change of [{ reason: '' }, { payWithinDays: 0 }, { payWithinDays: 366 }]) {
        await expectRefusal(propose(stopped, change), 400, 'REQUEST.INVALID');
      }
    });

    it('not by whoever decides, nor twice at a time', async () => {
      const both = await stage.person(
        '郑双',
        ['organizer', 'approver'].map(
          (duty) => ({ duty, scopeKind: 'unit', scopeId: stage.cityId }) as const,
        ),
      );
      const own = taken(await propose(stopped, {}, both));
      expect(own).toMatchObject({ state: 'proposed', ground: 'stopped', payBy: null });
      await expectRefusal(act(both, 'approval', undefined, own.id), 409, 'RECOVERIES.SAME_PERSON');
      await expectRefusal(propose(stopped), 409, 'RECOVERIES.OPEN_ALREADY');
      const refusal = { reason: '金额须再核实' };
      await expectRefusal(act(round.maker, 'refusal', refusal, own.id), 403, 'ACCESS.DUTY_MISSING');
      const refused = taken(await act(round.approver, 'refusal', refusal, own.id));
      expect(refused).toMatchObject({ state: 'refused', refusalReason: refusal.reason });
      const late = act(round.approver, 'approval', undefined, own.id);
      await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
      id = taken(await propose(stopped)).id;
    });

    it('without the party’s knowing, and without moving money', async () => {
      const path = `/v1/recoveries/${id}`;
      await expectRefusal(stopped.applicant.get(path), 404, 'ACCESS.NOT_FOUND');
      expect((await stopped.applicant.ok.get('/v1/recoveries')).items).toEqual([]);
      expect(await story.tasks(round.approver)).toContain('recoveries.approve');
      expect((await money(stopped)).lottery).toEqual([1_500_000, 0, 0]);
      const early = act(round.maker, 'repayments', await slip('1.00'));
      await expectRefusal(early, 409, 'STATE.OUT_OF_ORDER');
    });
  });

  it('is receivable of each fund as it paid, by a letter with a task, once another person approved', async () => {
    await expectRefusal(act(round.organizer, 'approval'), 403, 'ACCESS.DUTY_MISSING');
    const stale = round.approver.post(`/v1/recoveries/${id}/approval`, undefined, { ifMatch: 7 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    const asked = taken(await act(round.approver, 'approval'));
    expect(asked).toMatchObject({ state: 'asked', payBy: '2020-10-02' });
    expect(await money(stopped)).toEqual({
      lottery: [899_999, 600_001, 0],
      fiscal: [600_000, 400_000, 0],
    });
    expect(await story.mails(stopped.applicant)).toContain('recoveries.letter');
    const { items } = await stopped.applicant.ok.get('/v1/tasks?limit=200');
    const [task] = items.filter(({ kind }: any) => kind === 'recoveries.letter');
    expect(task.dueAt).toBe('2020-10-03T00:00:00.000+08:00');
    const letter = (await stopped.applicant.ok.get(`/v1/recoveries/${id}`)).letter;
    expect(letter.zh.body).toContain('10000.01元');
    expect(letter.en.body).toContain('2020-10-02');
    await stage.settled();
    expect(await processEnded(stopped)).toBe(false);
  });

  describe('comes back in parts', () => {
    it('not more than is open, nor on a day that cannot be', async () => {
      const enter = (body: object, who = round.maker) => act(who, 'repayments', body);
      const given = await slip('10000.02');
      const tooMuch = await expectRefusal(enter(given), 422, 'RECOVERIES.ABOVE_OPEN');
      expect(tooMuch.body.facts).toEqual({ open: '10000.01' });
      const nothing = enter({ ...given, amount: yuan('0.00') });
      await expectRefusal(nothing, 422, 'RECOVERIES.AMOUNT_ZERO');
      for (const receivedOn of ['2020-09-01', '2020-09-03']) {
        const outside = enter({ ...given, amount: yuan('1.00'), receivedOn });
        await expectRefusal(outside, 422, 'RECOVERIES.RECEIVED_ON_OUTSIDE');
      }
      await expectRefusal(enter(given, round.checker), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(enter(given, stopped.applicant), 403, 'ACCESS.DUTY_MISSING');
    });

    it('entered by one with its proof, and typed again by another from the paper', async () => {
      const given = await slip('5000.00');
      const proof = await upload(round.maker);
      const attachments = [proof];
      const entered = taken(await act(round.maker, 'repayments', { ...given, attachments }));
      expect(entered).toMatchObject({ state: 'entered', amount: yuan('5000.00') });
      const seen = (await round.checker.ok.get(`/v1/recoveries/${id}`)).repayments;
      expect(seen).toMatchObject([{ amount: null, number: null, receivedOn: null }]);
      expect((await stopped.applicant.get(`/v1/attachments/${proof.id}`)).status).toBe(200);
      await expectRefusal(act(round.maker, 'repayments', given), 409, 'RECOVERIES.SLIP_USED');
      const confirm = (who: Actor, body: object) => check(who, entered, 'confirmation', body);
      await expectRefusal(confirm(round.maker, given), 403, 'ACCESS.DUTY_MISSING');
      for (const wrong of [{ amount: yuan('5000.01') }, { number: 'HD-X' }]) {
        const differs = confirm(round.checker, { ...given, ...wrong });
        await expectRefusal(differs, 409, 'RECOVERIES.SLIP_DIFFERS');
      }
      expect((await money(stopped)).lottery).toEqual([899_999, 600_001, 0]);
      const confirmed = taken(await confirm(round.checker, given));
      expect(confirmed).toMatchObject({ state: 'confirmed' });
      const twice = check(round.checker, confirmed, 'confirmation', given);
      await expectRefusal(twice, 409, 'STATE.OUT_OF_ORDER');
      expect(await read()).toMatchObject({ state: 'asked', returned: yuan('5000.00') });
      expect(await money(stopped)).toEqual({
        lottery: [899_999, 300_001, 300_000],
        fiscal: [600_000, 200_000, 200_000],
      });
    });

    it('never by one person for both sides', async () => {
      const both = await stage.person(
        '吴双',
        ['maker', 'checker'].map(
          (duty) => ({ duty, scopeKind: 'unit', scopeId: stage.cityId }) as const,
        ),
      );
      const given = await slip('1.00');
      const entered = taken(await act(both, 'repayments', given));
      const alone = check(both, entered, 'confirmation', given);
      await expectRefusal(alone, 409, 'PAYMENTS.SAME_PERSON');
      const reason = { reason: '重复登记' };
      await expectRefusal(check(both, entered, 'rejection', reason), 409, 'PAYMENTS.SAME_PERSON');
      const rejected = taken(await check(round.checker, entered, 'rejection', reason));
      expect(rejected).toMatchObject({ state: 'rejected', ...reason });
      expect(await story.mails(both)).toContain('recoveries.rejectedRepayment');
    });
  });

  it('is reminded of, and overdue once its last day is over: those in charge are told, the record says so', async () => {
    await stage.advanceTo('2020-09-26T00:00:00+08:00');
    expect(await story.mails(stopped.applicant)).toContain('recoveries.reminder');
    const credit = () => round.approver.ok.get(`/v1/parties/${stopped.partyId}/credit`);
    await stage.advanceTo('2020-10-02T23:59:00+08:00');
    expect((await read()).state).toBe('asked');
    await stage.advanceTo('2020-10-03T00:00:00+08:00');
    expect((await read()).state).toBe('overdue');
    expect(await story.tasks(round.organizer)).toContain('recoveries.overdue');
    expect(await story.mails(round.approver)).toContain('recoveries.overdue');
    expect((await credit()).items).toContainEqual(
      expect.objectContaining({
        kind: 'sanction',
        code: 'recovery-overdue',
        from: '2020-10-03',
        until: '2023-10-03',
      }),
    );
  });

  it('is over once all has come, late or not: each fund has back to the fen what was asked for it', async () => {
    await repaid('5000.00');
    expect((await read()).state).toBe('overdue');
    await repaid('0.01');
    expect(await read()).toMatchObject({ state: 'recovered', returned: yuan('10000.01') });
    expect(await money(stopped)).toEqual({
      lottery: [899_999, 0, 600_001],
      fiscal: [600_000, 0, 400_000],
    });
    const more = act(round.maker, 'repayments', await slip('0.01'));
    await expectRefusal(more, 409, 'STATE.OUT_OF_ORDER');
    await stage.settled();
    expect(await processEnded(stopped)).toBe(true);
    expect(await story.tasks(round.organizer)).not.toContain('recoveries.overdue');
    expect(await story.tasks(stopped.applicant)).not.toContain('recoveries.letter');
    const again = propose(stopped, { amount: yuan('15000.00') });
    await expectRefusal(again, 422, 'RECOVERIES.ABOVE_PAID');
  });

  it('may be asked back after a failed final evaluation; what only waits for the checker is not overdue', async () => {
    await expectRefusal(propose(failed), 409, 'RECOVERIES.NO_GROUND');
    await stage.advanceTo('2021-01-05T09:00:00+08:00');
    await story.evaluate(failed, 'final', '20');
    id = taken(await propose(failed, { payWithinDays: 5 })).id;
    expect(await read()).toMatchObject({ ground: 'final-failed' });
    taken(await act(round.approver, 'approval'));
    const entered = taken(await act(round.maker, 'repayments', await slip('10000.01')));
    await stage.advanceTo('2021-01-12T00:00:00+08:00');
    expect((await read()).state).toBe('asked');
    taken(await check(round.checker, entered, 'rejection', { reason: '回单作废' }));
    expect((await read()).state).toBe('overdue');
    await stage.settled();
  });

  it('comes to the same end after its workflow was ended by force', async () => {
    await stage.terminate('project', failed.awardId);
    await repaid('10000.01');
    await stage.settled();
    expect((await read()).state).toBe('recovered');
  });
});
