import { StartProject } from '../../src/stages/monitoring/start-project';
import { FollowTriggers } from '../../src/stages/payments/tranches/follow-triggers';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  asSystem,
  seedPayingRound,
  seedProject,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { openStage, type Actor, type Answer, type Stage } from '../support/stage';

const MANY = 50;

describe('payments at once', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let others: Actor[];

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7');
    story = new PaymentsStory(stage, round);
    const ofCity = { duty: 'checker', scopeKind: 'unit', scopeId: stage.cityId } as const;
    others = [await stage.person('李核', [ofCity]), await stage.person('周核', [ofCity])];
  });
  afterAll(() => stage.close());

  const project = (title: string): Promise<PaidProject> => seedProject(stage, round, title);
  const atOnce = (call: (n: number) => Promise<Answer>): Promise<Answer[]> =>
    Promise.all(Array.from({ length: MANY }, (_, n) => call(n)));
  /** One was done; every other was refused as out of date or out of order. */
  const expectOneDone = (answers: readonly Answer[]): any => {
    const done = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(done).toHaveLength(1);
    expect(refused.filter((code) => !['HTTP.STALE', 'STATE.OUT_OF_ORDER'].includes(code))).toEqual(
      [],
    );
    return done[0]!.body;
  };
  const moves = async (id: string): Promise<string[]> =>
    (
      await stage.sql(`SELECT move FROM audit_events WHERE aggregate_id = $1 ORDER BY version`, [
        id,
      ])
    ).map(({ move }) => move);

  it('makes one plan and one tranche due, however often the step runs at once', async () => {
    const { awardId } = await seedProject(stage, round, '独居老人助餐', false);
    await asSystem(stage, (ctx) => stage.get(StartProject).execute(ctx, awardId));
    const follow = stage.get(FollowTriggers);
    await Promise.all(
      Array.from({ length: 12 }, () => asSystem(stage, (ctx) => follow.contract(ctx, awardId))),
    );
    const rows = await stage.sql(
      `SELECT code, state FROM tranches WHERE project_id = $1 ORDER BY place`,
      [awardId],
    );
    expect(rows).toEqual([
      { code: 'first', state: 'due' },
      { code: 'second', state: 'planned' },
      { code: 'last', state: 'planned' },
    ]);
  });

  it('enters one payment of a tranche out of fifty', async () => {
    const care = await project('困境儿童陪伴');
    taken(await story.claim(care, 'first'));
    const { id, version } = await story.tranche(care, 'first');
    const path = `/v1/tranches/${id}/payment`;
    const entered = expectOneDone(
      await atOnce(() => round.maker.post(path, undefined, { ifMatch: version })),
    );
    const rows = await stage.sql(`SELECT id FROM payments WHERE tranche_id = $1`, [id]);
    expect(rows).toEqual([{ id: entered.id }]);
  });

  it('does everything of a payment once out of fifty, and pays it once', async () => {
    const meals = await project('残疾人手作');
    taken(await story.claim(meals, 'first'));
    const { id } = taken(await story.enter(meals, 'first'));
    const checkers = [round.checker, ...others];
    const release = (n: number) =>
      checkers[n % checkers.length]!.post(`/v1/payments/${id}/release`, undefined, { ifMatch: 1 });
    const { batchId } = expectOneDone(await atOnce(release));
    const { version } = await story.batch(batchId);
    const dispatch = `/v1/payment-batches/${batchId}/dispatch`;
    expectOneDone(await atOnce(() => round.maker.post(dispatch, undefined, { ifMatch: version })));
    const voucher = await story.voucher();
    const enter = `/v1/payments/${id}/voucher`;
    expectOneDone(await atOnce(() => round.maker.post(enter, voucher, { ifMatch: 3 })));
    const confirm = (n: number) =>
      checkers[n % checkers.length]!.post(`/v1/payments/${id}/voucher-confirmation`, voucher, {
        ifMatch: 4,
      });
    expectOneDone(await atOnce(confirm));
    expect(await moves(id)).toEqual([null, 'release', 'send', 'answer', 'pay']);
    expect(await story.money(meals)).toEqual({ committed: 2_500_000, due: 0, paid: 2_500_000 });
  });

  it('answers fifty requests of one key with one effect and one answer', async () => {
    const sport = await project('社区运动');
    taken(await story.claim(sport, 'first'));
    const { id } = taken(await story.enter(sport, 'first'));
    const options = { ifMatch: 1, key: `release-${id}` };
    const answers = await atOnce(() =>
      round.checker.post(`/v1/payments/${id}/release`, undefined, options),
    );
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    const busy = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(busy.filter((code) => code !== 'HTTP.KEY_IN_FLIGHT')).toEqual([]);
    expect(await moves(id)).toEqual([null, 'release']);
  });

  it('puts payments released at once on lines of their own in one batch', async () => {
    const titles = ['邻里厨房', '邻里工坊', '邻里合唱', '邻里书屋', '邻里花园', '邻里影院'];
    const ids: string[] = [];
    for (const title of titles) {
      const one = await project(title);
      taken(await story.claim(one, 'first'));
      ids.push(taken(await story.enter(one, 'first')).id);
    }
    await sendWhatIsOpen();
    const released = await Promise.all(ids.map((id) => story.act(round.checker, id, 'release')));
    const lines = released.map((answer) => taken(answer));
    expect(new Set(lines.map(({ batchId }) => batchId)).size).toBe(1);
    expect(lines.map(({ lineNo }) => lineNo).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('opens the next batch after five hundred lines', async () => {
    const [open] = await stage.sql(`SELECT id FROM batches WHERE state = 'open'`);
    await stage.sql(`UPDATE batches SET last_line = 499 WHERE id = $1`, [open.id]);
    const full = await story.released(await project('心理热线'), 'first');
    const next = await story.released(await project('法律援助'), 'first');
    expect(full).toMatchObject({ batchId: open.id, lineNo: 500 });
    expect(next.lineNo).toBe(1);
    expect(next.batchId).not.toBe(open.id);
  });

  async function sendWhatIsOpen(): Promise<void> {
    for (const { id } of (await round.maker.ok.get('/v1/payment-batches?state=open')).items) {
      taken(await story.dispatch(id));
    }
  }
});
