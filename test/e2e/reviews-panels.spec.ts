// Long because it is one story: each part begins where the one before has left the panels.
import { newId } from '../../src/kernel/id';
import { splitPanel } from '../../src/rules/panels.fixture';
import { smallRoundScreening } from '../../src/rules/small-round.fixture';
import { drawOrders } from '../../src/stages/reviews/draw/draw';
import { fillSeats } from '../../src/stages/reviews/draw/fill-seats';
import { leafOf } from '../../src/stages/reviews/draw/frozen-pool';
import { recompute } from '../support/referee';
import {
  accept,
  addExperts,
  playToQualified,
  scoresOf,
  seatsOf,
  type QualifiedRound,
  type StoryExpert,
} from '../support/review-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

jest.setTimeout(180_000);

const SOCIAL = ['social-work'];
const FINANCE = ['finance'];

/** One lot that two panels review: `care` the bids for the elderly and the disabled, `others` the rest. */
describe('the review of a lot by panels of categories', () => {
  let stage: Stage;
  let round: QualifiedRound;
  let pool: StoryExpert[];
  let tied: StoryExpert;
  let ids: { care: string; others: string };

  /** The bids of each panel, by their place in the round. */
  const OF = { care: [0, 1, 5], others: [2, 3, 4] } as const;
  type Panel = keyof typeof OF;
  const PANELS: readonly Panel[] = ['care', 'others'];

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-03-09T09:00:00+08:00' });
    round = await playToQualified(stage, {
      code: 'gy-p',
      bids: 6,
      change: (rules) =>
        splitPanel(rules, {
          care: ['elderly', 'disability'],
          others: ['youth', 'relief', 'other'],
        }),
      beforeOpening: async (organizer, bidders) => {
        // Enough for either panel, and too few for both.
        pool = await addExperts(stage, organizer, [
          ...[SOCIAL, SOCIAL, SOCIAL, SOCIAL, FINANCE, FINANCE, FINANCE],
        ]);
        [tied] = (await addExperts(stage, organizer, [SOCIAL])) as [StoryExpert];
        await tie(organizer, tied, bidders[0]!.partyId);
      },
    });
    const panels = await panelsOfLot();
    const idOf = (wanted: Panel) => panels.find(({ code }) => code === wanted).id;
    ids = { care: idOf('care'), others: idOf('others') };
  });
  afterAll(() => stage.close());

  async function tie(by: Actor, { expertId }: StoryExpert, partyId: string): Promise<void> {
    const [{ version }] = await stage.sql(`SELECT version FROM experts WHERE id = $1`, [expertId]);
    const body = { partyId, kind: 'employer', from: '2019-01-01' };
    await by.ok.post(`/v1/experts/${expertId}/ties`, body, { ifMatch: version });
  }

  const panelsOfLot = async (): Promise<any[]> =>
    (await round.organizer.ok.get(`/v1/panels?lotId=${round.lotId}`)).items;
  const panel = (which: Panel) => round.organizer.ok.get(`/v1/panels/${ids[which]}`);
  const seatsIn = async (which: Panel, state: string) =>
    (await seatsOf([...pool, tied], [state])).filter(({ seat }) => seat.panelId === ids[which]);
  const proof = (which: Panel) => stage.nobody.ok.get(`/v1/public/gz/panels/${ids[which]}/draw`);
  const bidIdsOf = (which: Panel) => OF[which].map((n) => round.bidders[n]!.bidId).sort();
  const partyIdsOf = (which: Panel) => OF[which].map((n) => round.bidders[n]!.partyId).sort();
  const score = (expert: StoryExpert, seat: any, bidId: string, total: number) =>
    expert.actor.post(`/v1/panel-seats/${seat.id}/sheets`, {
      bidId,
      scores: scoresOf(round.ruleSet, total),
      comment: '可行，预算合理。',
    });
  const acceptAll = async (which: Panel) => {
    for (const { expert, seat } of await seatsIn(which, 'invited')) await accept(expert, seat);
    await stage.settled();
  };

  describe('the draw', () => {
    it('is refused for all panels while the pool has too few for everybody to sit on one alone', async () => {
      expect(await panel('care')).toMatchObject({
        ...{ state: 'forming', lacking: null, code: 'care' },
        categories: ['elderly', 'disability'],
      });
      expect(await panel('others')).toMatchObject({
        state: 'forming',
        lacking: { seat: 'others/resident', needed: 1, found: 0 },
      });
      const path = `/v1/panels/${ids.others}/pool`;
      const { version } = await panel('others');
      const call = round.organizer.post(path, undefined, { ifMatch: version });
      const { body } = await expectRefusal(call, 409, 'REVIEWS.POOL_TOO_SMALL');
      expect(body.facts).toEqual({ seat: 'others/resident', needed: 1, found: 0 });
      expect(await stage.sql('SELECT FROM draws')).toEqual([]);
    });

    it('is held for all panels together once the pool has been enlarged', async () => {
      // So many that no kind of seat runs out of people, whoever is drawn.
      const more = Array.from({ length: 16 }, (_, n) => (n % 2 === 0 ? SOCIAL : FINANCE));
      pool.push(...(await addExperts(stage, round.organizer, more)));
      const { version } = await panel('others');
      await round.organizer.ok.post(`/v1/panels/${ids.others}/pool`, undefined, {
        ifMatch: version,
      });
      await stage.settled();
      for (const which of PANELS) expect((await panel(which)).state).toBe('drawn');
      const draws = await stage.sql('SELECT * FROM draws ORDER BY panel_id');
      expect(draws).toHaveLength(2);
      expect(draws[0]!.frozen).toBe(draws[1]!.frozen);
      expect(draws[0]!.seed).toBe(draws[1]!.seed);
      const instants = (name: string) => draws.map((draw) => draw[name].getTime());
      expect(Math.max(...instants('frozen_at'))).toBeLessThan(Math.min(...instants('drawn_at')));
    });

    it('leaves out of a panel whoever is tied to one of its own bidders, and lets them sit on another', async () => {
      const drawOf = async (which: Panel) =>
        (await stage.sql('SELECT * FROM draws WHERE panel_id = $1', [ids[which]]))[0];
      const care = await drawOf('care');
      const others = await drawOf('others');
      const [{ partyId }] = round.bidders as [any];
      expect(care.excluded).toEqual([{ expertId: tied.expertId, cause: 'tie', partyId }]);
      expect(others.excluded).toEqual([]);
      const inPool = (draw: any) => draw.members.map(({ expertId }: any) => expertId);
      expect(inPool(care)).not.toContain(tied.expertId);
      expect(inPool(others)).toContain(tied.expertId);
      for (const { leaves } of others.members) {
        expect(Object.keys(leaves).every((code) => code.startsWith('others/'))).toBe(true);
      }
    });

    it('calls nobody to two panels, and can be done again by anyone for each of them', async () => {
      const called = await stage.sql('SELECT DISTINCT expert_id FROM seats');
      expect(called).toHaveLength(10);
      for (const which of PANELS) {
        const { code, draws, calls, opened, calledElsewhere } = await proof(which);
        expect([code, opened, calledElsewhere]).toEqual([which, null, null]);
        const [{ frozen, poolDigest, entropy, seed, orders }] = draws;
        const document = JSON.parse(frozen);
        expect(document.panels).toEqual([ids.care, ids.others]);
        const again = drawOrders(document, poolDigest, Buffer.from(entropy, 'hex'));
        expect(again).toEqual({ seed, orders });
        const seating = Object.entries(fillSeats(document.seats, orders, document.pool))
          .filter(([seatCode]) => seatCode.startsWith(`${which}/`))
          .flatMap(([seatCode, leaves]) => leaves.map((leaf) => ({ seatCode, leaf })));
        expect(calls.map(({ seatCode, leaf }: any) => ({ seatCode, leaf }))).toEqual(seating);
      }
    });

    it('lets the database call nobody twice in a lot', async () => {
      const twice = stage.sql(
        `INSERT INTO seats SELECT (jsonb_populate_record(s, jsonb_build_object('id', $1::text, 'panel_id', $2::text))).*
         FROM seats s WHERE s.panel_id = $3 LIMIT 1`,
        [newId(), ids.others, ids.care],
      );
      await expect(twice).rejects.toMatchObject({ constraint: 'called_once_in_a_lot' });
    });
  });

  describe('an expert', () => {
    it('declares on the bidders of the own panel alone', async () => {
      for (const which of PANELS) {
        const { expert, seat } = (await seatsIn(which, 'invited'))[0]!;
        const path = `/v1/panel-seats/${seat.id}`;
        const { bidders } = await expert.actor.ok.get(`${path}/bidders`);
        expect(bidders.map(({ partyId }: any) => partyId).sort()).toEqual(partyIdsOf(which));
        const [elsewhere] = partyIdsOf(which === 'care' ? 'others' : 'care');
        const recusal = expert.actor.post(
          `${path}/recusal`,
          { reason: '与其有劳动关系。', partyId: elsewhere },
          { ifMatch: seat.version },
        );
        await expectRefusal(recusal, 422, 'REVIEWS.NOT_A_BIDDER');
      }
      for (const which of PANELS) await acceptAll(which);
      for (const which of PANELS) {
        expect(await panel(which)).toMatchObject({ state: 'seated', sheetsWanted: 15 });
      }
    });

    it('sees and scores the bids of the own panel alone', async () => {
      for (const which of PANELS) {
        const { expert, seat } = (await seatsIn(which, 'accepted'))[0]!;
        const { items } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bids`);
        expect(items.map(({ bidId }: any) => bidId).sort()).toEqual(bidIdsOf(which));
        const [elsewhere] = bidIdsOf(which === 'care' ? 'others' : 'care');
        await expectRefusal(score(expert, seat, elsewhere!, 80), 422, 'REVIEWS.BID_UNKNOWN');
        const besides = stage.sql(
          `INSERT INTO sheets (id, tenant_id, panel_id, seat_id, person_id, bid_id, scores, total, comment, digest,
             locked_at, state, version)
           SELECT $1, tenant_id, panel_id, id, person_id, $3, '{}', '80', '可行', leaf, app_now(), 'locked', 1
           FROM seats WHERE id = $2`,
          [newId(), seat.id, elsewhere],
        );
        await expect(besides).rejects.toMatchObject({ code: '23001' });
      }
    });
  });

  describe('a conflict', () => {
    let declared: StoryExpert;
    let found: StoryExpert;

    const sheetsOf = async ({ actor }: StoryExpert) =>
      stage.sql('SELECT total FROM sheets WHERE person_id = $1', [actor.personId]);
    const calledTo = async (which: Panel) =>
      (await panel(which)).experts.map(({ expertId }: any) => expertId);

    it('that a member declares after sheets were handed in gives the seat to the next of the draw', async () => {
      const { expert, seat } = (await seatsIn('care', 'accepted'))[0]!;
      declared = expert;
      const [first] = bidIdsOf('care');
      expect((await score(expert, seat, first!, 20)).status).toBe(201);
      const body = { reason: '想起三年内曾任其理事。', partyId: partyIdsOf('care')[0] };
      const path = `/v1/panel-seats/${seat.id}/recusal`;
      await expert.actor.ok.post(path, body, { ifMatch: seat.version });
      await stage.settled();
      const { draws, calls } = await proof('care');
      expect(calls.find(({ cause }: any) => cause === 'tie')).toMatchObject({ state: 'recused' });
      // The next of the order whom neither panel has called.
      const next = calls.at(-1);
      const order: string[] = draws[0].orders[next.seatCode];
      const before = order.slice(0, next.place - 1);
      const members = await stage.sql('SELECT members FROM draws WHERE panel_id = $1', [ids.care]);
      const expertOf = (leaf: string) =>
        members[0]!.members.find(({ leaves }: any) => leaves[next.seatCode]?.leaf === leaf)
          .expertId;
      const called = [...(await calledTo('care')), ...(await calledTo('others'))];
      for (const leaf of before) expect(called).toContain(expertOf(leaf));
      expect(new Set(called).size).toBe(called.length);
      await acceptAll('care');
      expect((await panel('care')).state).toBe('seated');
    });

    it('that an officer notes in the register takes the member off at once', async () => {
      const { expert, seat } = (await seatsIn('others', 'accepted'))[0]!;
      found = expert;
      await score(expert, seat, bidIdsOf('others')[0]!, 20);
      // A tie to a bidder of the other panel changes nothing.
      await tie(round.organizer, expert, partyIdsOf('care')[0]!);
      await stage.settled();
      expect((await panel('others')).state).toBe('seated');
      await tie(round.organizer, expert, partyIdsOf('others')[1]!);
      await stage.settled();
      const left = (await panel('others')).experts.find(
        ({ expertId }: any) => expertId === expert.expertId,
      );
      expect(left).toMatchObject({ state: 'recused', cause: 'tie' });
      const mails = await stage.sql(
        `SELECT FROM messages WHERE template = 'reviews.seatLost' AND person_id = $1`,
        [expert.actor.personId],
      );
      expect(mails).toHaveLength(1);
      await expectRefusal(
        score(expert, seat, bidIdsOf('others')[1]!, 80),
        409,
        'REVIEWS.NOT_SEATED',
      );
      await acceptAll('others');
      expect((await panel('others')).state).toBe('seated');
    });

    it('keeps the sheets of who was replaced, and does not count them', async () => {
      for (const expert of [declared, found]) expect(await sheetsOf(expert)).toHaveLength(1);
      for (const which of PANELS) {
        expect(await panel(which)).toMatchObject({ sheetsIn: 0, sheetsWanted: 15 });
      }
    });
  });

  describe('the reports', () => {
    /** By the place of the bid: each panel has a stronger and a weaker one, and one that does not pass. */
    const TOTALS = [90, 70, 88, 70, 50, 40];
    const report = (which: Panel, who: Actor) => who.get(`/v1/panels/${ids[which]}/report`);
    const ranking = (who: Actor, lotId = round.lotId) => who.get(`/v1/lots/${lotId}/ranking`);

    async function reportOn(which: Panel): Promise<void> {
      const members = await seatsIn(which, 'accepted');
      for (const { expert, seat } of members) {
        for (const n of OF[which]) await score(expert, seat, round.bidders[n]!.bidId, TOTALS[n]!);
      }
      await stage.settled();
      for (const { expert } of members) {
        const { version } = (await report(which, expert.actor)).body;
        const path = `/v1/panels/${ids[which]}/signature`;
        await expert.actor.ok.post(path, { agrees: true }, { ifMatch: version });
      }
      await stage.settled();
    }

    it('are each of one panel’s bids, and its members’ alone to sign', async () => {
      await reportOn('others');
      expect((await panel('others')).state).toBe('reported');
      expect((await panel('care')).state).toBe('seated');
      const { expert: member } = (await seatsIn('others', 'accepted'))[0]!;
      const { expert: stranger } = (await seatsIn('care', 'accepted'))[0]!;
      const document = JSON.parse((await report('others', member.actor)).body.ranking);
      expect(document.bids.map(({ bidId }: any) => bidId).sort()).toEqual(bidIdsOf('others'));
      await expectRefusal(report('others', stranger.actor), 404, 'ACCESS.NOT_FOUND');
      const sheets = stranger.actor.get(`/v1/panels/${ids.others}/sheets`);
      await expectRefusal(sheets, 404, 'ACCESS.NOT_FOUND');
    });

    it('rank the lot when the last is signed, and not before', async () => {
      await expectRefusal(ranking(round.organizer), 404, 'ACCESS.NOT_FOUND');
      const stateOfLot = async () =>
        (await stage.sql('SELECT state FROM lots WHERE id = $1', [round.lotId]))[0]!.state;
      expect(await stateOfLot()).toBe('qualified');
      await stage.terminate('panelReview', ids.care);
      await reportOn('care');
      expect(await stateOfLot()).toBe('proposed');
      const { body } = await ranking(round.supervisor);
      const place = (bidId: string) => round.bidders.findIndex((one) => one.bidId === bidId);
      const ranked = JSON.parse(body.ranking);
      expect(
        ranked.bids.map(({ bidId, rank, mean, panel: by }: any) => [place(bidId), rank, mean, by]),
      ).toEqual([
        [0, 1, '90.00', 'care'],
        [2, 2, '88.00', 'others'],
        [1, 3, '70.00', 'care'],
        [3, 4, '70.00', 'others'],
        [4, null, '50.00', 'others'],
        [5, null, '40.00', 'care'],
      ]);
      expect(ranked.panels.map(({ panelId }: any) => panelId)).toEqual([ids.care, ids.others]);
    });

    it('rank it for those who run and watch the round alone, and for ever', async () => {
      for (const who of [round.organizer, round.approver]) {
        expect((await ranking(who)).status).toBe(200);
      }
      const { expert } = (await seatsIn('care', 'accepted'))[0]!;
      for (const who of [round.bidders[0]!.actor, expert.actor]) {
        await expectRefusal(ranking(who), 403, 'ACCESS.DUTY_MISSING');
      }
      await expectRefusal(ranking(round.organizer, newId()), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(ranking(stage.nobody), 401, 'ACCESS.SIGN_IN_REQUIRED');
      const change = stage.sql(`UPDATE lot_rankings SET document = '{}'`);
      await expect(change).rejects.toMatchObject({ code: '23001' });
    });
  });

  describe('the public notice', () => {
    beforeAll(async () => {
      const path = `/v1/lots/${round.lotId}`;
      const { version } = await round.approver.ok.get(`${path}/award-proposal`);
      await round.approver.ok.post(`${path}/award-approval`, undefined, { ifMatch: version });
      await stage.settled();
    });

    it('names the experts by panel, and who was replaced with the cause', async () => {
      const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=award');
      const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${items[0].id}`);
      expect(content.panels).toEqual([
        { panelId: ids.care, code: 'care' },
        { panelId: ids.others, code: 'others' },
      ]);
      for (const which of PANELS) {
        const named = content.experts.filter(({ panel: by }: any) => by === which);
        expect(named.filter(({ left }: any) => left === undefined)).toHaveLength(5);
        expect(named.filter(({ left }: any) => left === 'tie')).toHaveLength(1);
      }
    });

    it('opens who was called, and whom the other panel had called', async () => {
      for (const which of PANELS) {
        const { calls, opened, calledElsewhere } = await proof(which);
        const other = which === 'care' ? 'others' : 'care';
        expect(opened).toHaveLength(calls.length);
        const inBoth = new Set(calledElsewhere.map(({ expertId }: any) => expertId));
        const calledByOther = (await panel(other)).experts.map(({ expertId }: any) => expertId);
        // One is tied to a bidder of `care` and is in the pool of `others` alone.
        const expected = calledByOther.filter(
          (id: string) => which === 'others' || id !== tied.expertId,
        );
        expect([...inBoth].sort()).toEqual(expected.sort());
        for (const { leaf, salt, expertId, seatCode, panelId } of calledElsewhere) {
          expect(leafOf(Buffer.from(salt, 'hex'), expertId, seatCode)).toBe(leaf);
          expect(panelId).toBe(ids[other]);
        }
      }
    });

    it('tells each bidder which panel scored it, in its place among all', async () => {
      for (const [n, code] of [
        [0, 'care'],
        [3, 'others'],
      ] as const) {
        const { actor, bidId } = round.bidders[n]!;
        const path = `/v1/bids/${bidId}/review`;
        const review = await actor.ok.get(path);
        expect(review).toMatchObject({ of: 4, panel: `评审小组${code}` });
        expect(review.why).toContain(`由评审小组“评审小组${code}”评分`);
        expect(review.why).toContain(`第${review.rank}名`);
        const english = (await actor.get(path, { locale: 'en' })).body;
        expect(english.why).toContain(`Scored by the panel “Panel ${code}”`);
        expect(review.sheets).toHaveLength(5);
      }
    });

    it('is drawn, scored and ranked alike by the referee', async () => {
      const { organizer, supervisor, ruleSet, lotId } = round;
      const bids: any[] = [];
      for (const { bidId } of round.bidders) {
        const bid = await organizer.ok.get(`/v1/bids/${bidId}`);
        bids.push({
          ...bid.application,
          ...{ bidId, number: bid.number, partyId: bid.partyId, state: bid.state },
          ...{ receivedAt: bid.receivedAt, ownFunds: bid.ownFunds.amount },
          requested: bid.requested.amount,
          isReadable: true,
          checks: bid.checks.filter(({ code }: any) => code !== 'readable'),
        });
      }
      const panels: any[] = [];
      const sheets: any[] = [];
      for (const which of PANELS) {
        panels.push({ draw: await proof(which), seats: (await panel(which)).experts });
        sheets.push(...(await supervisor.ok.all(`/v1/panels/${ids[which]}/sheets`)));
      }
      const { ranking } = await supervisor.ok.get(`/v1/lots/${lotId}/ranking`);
      const account = {
        schema: 'yichuang/account/1',
        rules: { ruleSet, screening: smallRoundScreening() },
        ...{ needs: [], bids, panels, sheets, ranking: JSON.parse(ranking).bids },
      };
      const { lines } = recompute(JSON.stringify(account));
      expect(lines.slice(0, 7).filter((line) => !line.startsWith('✓ '))).toEqual([]);
      expect(lines[6]).toBe('✓ 排名 ranking: 6 bids, 4 passed');
      const [care, others] = panels;
      const exchanged = { ...account, panels: [{ ...care, draw: others.draw }, others] };
      expect(recompute(JSON.stringify(exchanged)).lines[3]).toMatch(/^✗ /);
    });
  });
});
