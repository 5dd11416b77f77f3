// Long because it is one story: each case takes the panels where the one before has left them.
import { splitPanel } from '../../src/rules/panels.fixture';
import { Reviews } from '../../src/stages/reviews';
import { inSystem } from '../support/registers';
import {
  accept,
  addExperts,
  playToQualified,
  scoresOf,
  seatsOf,
  type QualifiedRound,
  type StoryExpert,
} from '../support/review-story';
import { openStage, type Stage } from '../support/stage';

jest.setTimeout(180_000);

const SOCIAL = ['social-work'];
const FINANCE = ['finance'];
/** Who is needed for two panels of five, and nobody more. */
const JUST_ENOUGH = [...Array(8).fill(SOCIAL), FINANCE, FINANCE];

/** Two panels of one lot that draw on the same few people, and what may happen on both at once. */
describe('two panels of one lot', () => {
  let stage: Stage;
  let round: QualifiedRound;
  let pool: StoryExpert[];

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-03-09T09:00:00+08:00' });
    round = await playToQualified(stage, {
      code: 'gy-q',
      bids: 2,
      change: (rules) => {
        splitPanel(rules, {
          elderly: ['elderly'],
          disability: ['disability'],
          others: ['youth', 'relief', 'other'],
        });
        for (const panel of rules.panels!) panel.selection = { variant: 'draw', substitutes: 0 };
      },
      beforeOpening: async (organizer) => {
        pool = await addExperts(stage, organizer, JUST_ENOUGH);
      },
    });
  });
  afterAll(() => stage.close());

  const panels = async (): Promise<any[]> =>
    (await round.organizer.ok.get(`/v1/panels?lotId=${round.lotId}`)).items;
  const panel = async (code: string) => (await panels()).find((one) => one.code === code);
  const seats = async (code: string, state: string) => {
    const { id } = await panel(code);
    return (await seatsOf(pool, [state])).filter(({ seat }) => seat.panelId === id);
  };
  const drawsOf = async (code: string) => {
    const { id } = await panel(code);
    return (await stage.nobody.ok.get(`/v1/public/gz/panels/${id}/draw`)).draws;
  };

  it('are opened where there is something to review, and not for categories without a bid', async () => {
    expect((await panels()).map(({ code, state }) => [code, state])).toEqual([
      ['elderly', 'drawn'],
      ['disability', 'drawn'],
    ]);
  });

  it('go back alone when their draw has nobody left, while the other goes on', async () => {
    const { expert, seat } = (await seats('elderly', 'invited')).find(
      (one) => one.seat.seatCode === 'finance',
    )!;
    const body = { reason: '当周外出，无法参加。' };
    const options = { ifMatch: seat.version };
    await expert.actor.ok.post(`/v1/panel-seats/${seat.id}/declination`, body, options);
    await stage.settled();
    expect(await panel('elderly')).toMatchObject({
      state: 'forming',
      lacking: { seat: 'elderly/finance', needed: 1, found: 0 },
    });
    await Promise.all(
      [...(await seats('elderly', 'invited')), ...(await seats('disability', 'invited'))].map(
        (one) => accept(one.expert, one.seat),
      ),
    );
    await stage.settled();
    expect((await panel('elderly')).state).toBe('forming');
    expect((await panel('disability')).state).toBe('seated');
  });

  it('hold a later draw for themselves alone', async () => {
    pool.push(...(await addExperts(stage, round.organizer, [FINANCE])));
    const { id, version } = await panel('elderly');
    await round.organizer.ok.post(`/v1/panels/${id}/pool`, undefined, { ifMatch: version });
    await stage.settled();
    const [first, second] = await drawsOf('elderly');
    expect(JSON.parse(first.frozen).panels).toHaveLength(2);
    expect(JSON.parse(second.frozen)).toMatchObject({
      panel: id,
      seats: [{ code: 'elderly/finance', count: 1 }],
    });
    expect(await drawsOf('disability')).toHaveLength(1);
    const { expert, seat } = (await seats('elderly', 'invited'))[0]!;
    await accept(expert, seat);
    await stage.settled();
    expect((await panel('elderly')).state).toBe('seated');
  });

  it('rank the lot once, though all sign at the same time', async () => {
    for (const code of ['elderly', 'disability']) {
      for (const { expert, seat } of await seats(code, 'accepted')) {
        const { items } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bids`);
        expect(items).toHaveLength(1);
        const [{ bidId }] = items;
        const sheet = { bidId, scores: scoresOf(round.ruleSet, 75), comment: '可行。' };
        await expert.actor.ok.post(`/v1/panel-seats/${seat.id}/sheets`, sheet);
      }
    }
    await stage.settled();
    const signing: (() => Promise<unknown>)[] = [];
    for (const code of ['elderly', 'disability']) {
      const { id, version } = await panel(code);
      for (const { expert } of await seats(code, 'accepted')) {
        const path = `/v1/panels/${id}/signature`;
        signing.push(() => expert.actor.ok.post(path, { agrees: true }, { ifMatch: version }));
      }
    }
    await Promise.all(signing.map((sign) => sign()));
    await stage.settled();
    expect((await panels()).map(({ state }) => state)).toEqual(['reported', 'reported']);
    const rankings = await stage.sql('SELECT no, document FROM lot_rankings');
    expect(rankings).toHaveLength(1);
    expect(JSON.parse(rankings[0]!.document).bids.map(({ rank }: any) => rank)).toEqual([1, 2]);
  });

  it('are all drawn anew for a re-review, without anybody who was called before', async () => {
    pool.push(...(await addExperts(stage, round.organizer, JUST_ENOUGH)));
    await inSystem(stage, (ctx) => stage.get(Reviews).restart(ctx, round.lotId));
    await stage.settled();
    expect((await panels()).map(({ no, code, state }) => [no, code, state])).toEqual([
      [1, 'elderly', 'reported'],
      [1, 'disability', 'reported'],
      [2, 'elderly', 'drawn'],
      [2, 'disability', 'drawn'],
    ]);
    const [called] = await stage.sql(
      'SELECT count(*)::int AS calls, count(DISTINCT expert_id)::int AS experts FROM seats',
    );
    expect([called.calls, called.experts]).toEqual([21, 21]);
    await inSystem(stage, async (ctx) => {
      expect(await stage.get(Reviews).isUnderWay(ctx, round.lotId)).toBe(true);
    });
  });
});
