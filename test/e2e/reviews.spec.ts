// Long because it is one story: each part begins where the one before has left the panel.
import { createHash } from 'node:crypto';
import { newId } from '../../src/kernel/id';
import { aggregateSheets, rankBids } from '../../src/rules';
import { drawOrders } from '../../src/stages/reviews/draw/draw';
import { leafOf } from '../../src/stages/reviews/draw/frozen-pool';
import { Notices } from '../../src/registers/notices';
import { inSystem, officer } from '../support/registers';
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

/** A review from the forming of its panel to the bidders' results; every allowed act with its forbidden twins. */
describe('the review of a lot', () => {
  let stage: Stage;
  let round: QualifiedRound;
  let pool: StoryExpert[];
  let tied: StoryExpert;
  let panelId: string;

  const SOCIAL = ['social-work'];
  const FINANCE = ['finance'];

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-03-09T09:00:00+08:00' });
    round = await playToQualified(stage, {
      code: 'gy-1',
      bids: 3,
      // One field for each kind of seat, so that the story can say who is left for which.
      change: ({ panel }) => {
        panel!.seats[2]!.field = 'resident';
        panel!.seats[3]!.field = 'funder';
      },
      beforeOpening: async (organizer, bidders) => {
        pool = await addExperts(stage, organizer, [
          ...[SOCIAL, SOCIAL, SOCIAL, FINANCE, FINANCE, FINANCE],
          ...[['resident'], ['resident'], ['resident'], ['funder'], ['funder'], ['funder']],
        ]);
        [tied] = (await addExperts(stage, organizer, [SOCIAL])) as [StoryExpert];
        await tie(organizer, tied, bidders[0]!.partyId);
        const bidder = { personId: bidders[1]!.actor.personId, fields: SOCIAL };
        await organizer.ok.post('/v1/experts', bidder);
        const { personId } = await officer(stage, 'organizer');
        await organizer.ok.post('/v1/experts', { personId, fields: SOCIAL });
        const [away] = (await addExperts(stage, organizer, [SOCIAL])) as [StoryExpert];
        const leave = { from: '2020-04-01', until: '2020-04-30' };
        const path = `/v1/experts/${away.expertId}/leave`;
        await away.actor.ok.post(path, leave, { ifMatch: 1 });
      },
    });
    const { items } = await round.organizer.ok.get(`/v1/panels?lotId=${round.lotId}`);
    panelId = items[0].id;
  });
  afterAll(() => stage.close());

  async function tie(by: Actor, { expertId }: StoryExpert, partyId: string): Promise<void> {
    const body = { partyId, kind: 'employer', from: '2019-01-01' };
    const [{ version }] = await stage.sql(`SELECT version FROM experts WHERE id = $1`, [expertId]);
    await by.ok.post(`/v1/experts/${expertId}/ties`, body, { ifMatch: version });
  }

  const panel = (by = round.organizer) => by.ok.get(`/v1/panels/${panelId}`);
  const versionOfPanel = async (): Promise<number> => (await panel()).version;
  const invited = () => seatsOf(pool, ['invited']);
  const seated = () => seatsOf(pool, ['accepted']);
  const invitedTo = async (code: string) =>
    (await invited()).find(({ seat }) => seat.seatCode === code)!;
  /** The members, the two experts of the field first. */
  const members = async () => {
    const all = await seated();
    const of = (code: string) => all.filter(({ seat }) => seat.seatCode === code);
    const [firstOfField, secondOfField] = of('field');
    return {
      firstOfField: firstOfField!,
      secondOfField: secondOfField!,
      finance: of('finance')[0]!,
      resident: of('resident')[0]!,
      funder: of('funder')[0]!,
    };
  };
  const tasksOf = async (who: Actor): Promise<string[]> =>
    (await who.ok.get('/v1/tasks')).items.map(({ kind }: any) => kind);
  const attack = (statement: string, ...parameters: unknown[]) =>
    expect(stage.sql(statement, parameters)).rejects.toMatchObject({ code: '23001' });
  const mailsTo = async ({ actor }: StoryExpert): Promise<string[]> =>
    (
      await stage.sql(`SELECT template FROM messages WHERE person_id = $1 ORDER BY id`, [
        actor.personId,
      ])
    ).map(({ template }) => template);

  describe('with a pool that is too small', () => {
    it('waits, and asks the organizer for more experts', async () => {
      expect(await panel()).toMatchObject({
        state: 'forming',
        lacking: { seat: 'field', needed: 4, found: 3 },
        experts: [],
      });
      expect(await tasksOf(round.organizer)).toContain('reviews.poolTooSmall');
      const mails = await stage.sql(
        `SELECT DISTINCT person_id FROM messages WHERE template = 'reviews.poolTooSmall'`,
      );
      expect(mails.map(({ person_id: id }) => id)).toContain(round.organizer.personId);
    });

    it('refuses to go on while nobody came', async () => {
      const version = await versionOfPanel();
      const call = round.organizer.post(`/v1/panels/${panelId}/pool`, undefined, {
        ifMatch: version,
      });
      const { body } = await expectRefusal(call, 409, 'REVIEWS.POOL_TOO_SMALL');
      expect(body.facts).toEqual({ seat: 'field', needed: 4, found: 3 });
    });

    it('is carried on by an organizer alone, on the panel as it is', async () => {
      const version = await versionOfPanel();
      const post = (who: Actor, options: object, id = panelId) =>
        who.post(`/v1/panels/${id}/pool`, undefined, options);
      const { organizer, supervisor, bidders } = round;
      await expectRefusal(post(supervisor, { ifMatch: version }), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(pool[0]!.actor, { ifMatch: version }), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(bidders[0]!.actor, { ifMatch: 1 }), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(organizer, { ifMatch: 1 }, newId()), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(post(organizer, {}), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(post(organizer, { ifMatch: version - 1 }), 412, 'HTTP.STALE');
      const noKey = post(organizer, { ifMatch: version, key: null });
      await expectRefusal(noKey, 400, 'HTTP.KEY_REQUIRED');
    });

    it('draws once the pool has been enlarged', async () => {
      await stage.terminate('panelReview', panelId);
      pool.push(...(await addExperts(stage, round.organizer, [SOCIAL])));
      const version = await versionOfPanel();
      const options = { ifMatch: version, key: 'pool-is-larger' };
      const path = `/v1/panels/${panelId}/pool`;
      await round.organizer.ok.post(path, undefined, options);
      await stage.settled();
      expect(await panel()).toMatchObject({ state: 'drawn', lacking: null });
      expect(await tasksOf(round.organizer)).not.toContain('reviews.poolTooSmall');
      const again = await round.organizer.post(path, undefined, options);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const reused = round.organizer.post(path, undefined, { ...options, ifMatch: version + 1 });
      await expectRefusal(reused, 422, 'HTTP.KEY_REUSED');
      const late = round.organizer.post(path, undefined, { ifMatch: (await panel()).version });
      await expectRefusal(late, 409, 'STATE.OUT_OF_ORDER');
    });
  });

  describe('the draw', () => {
    const proof = (who: Actor) => who.ok.get(`/v1/panels/${panelId}/draw`);

    it('fills every seat with one of its field', async () => {
      const seats = (await invited()).map(({ seat }) => seat.seatCode).sort();
      expect(seats).toEqual(['field', 'field', 'finance', 'funder', 'resident']);
    });

    it('leaves out ties, the bidders’ people and officials, and who is away', async () => {
      const [{ members, excluded }] = await stage.sql(`SELECT members, excluded FROM draws`);
      // The officer and the bidder's representative have a duty; a tie is only looked at where none stands.
      expect(excluded.map(({ cause }: any) => cause).sort()).toEqual(['duty', 'duty', 'tie']);
      expect(excluded).toContainEqual({
        expertId: tied.expertId,
        cause: 'tie',
        partyId: round.bidders[0]!.partyId,
      });
      const drawn = members.map(({ expertId }: any) => expertId).sort();
      expect(drawn).toEqual(pool.map(({ expertId }) => expertId).sort());
    });

    it('had its pool frozen and on the record before there was a seed', async () => {
      const [draw] = await stage.sql(`SELECT * FROM draws`);
      expect(draw.frozen_at.getTime()).toBeLessThan(draw.drawn_at.getTime());
      const events = await stage.sql(
        `SELECT name, body FROM audit_events WHERE aggregate_id = $1 ORDER BY version`,
        [panelId],
      );
      expect(events.map(({ name }) => name)).toEqual([
        'reviews.panel-opened',
        'reviews.pool-found-too-small',
        'reviews.pool-enlarged',
        'reviews.pool-frozen',
        'reviews.panel-drawn',
      ]);
      expect(JSON.parse(events[3]!.body)).toMatchObject({ poolDigest: draw.pool_digest });
      expect(JSON.parse(events[4]!.body)).toMatchObject({ seed: draw.seed });
    });

    it('can be drawn again by anyone from what is public', async () => {
      const { draws, calls } = await proof(round.bidders[0]!.actor);
      const [{ frozen, poolDigest, entropy, seed, orders }] = draws;
      expect(createHash('sha256').update(frozen).digest('hex')).toBe(poolDigest);
      const again = drawOrders(JSON.parse(frozen), poolDigest, Buffer.from(entropy, 'hex'));
      expect(again).toEqual({ seed, orders });
      for (const { seatCode, leaf, place } of calls) expect(orders[seatCode][place - 1]).toBe(leaf);
      expect(calls.map(({ place }: any) => place).sort()).toEqual([1, 1, 1, 1, 2]);
    });

    it('is public without signing in, and tells nobody who was called', async () => {
      const path = `/v1/public/gz/panels/${panelId}/draw`;
      const answer = await stage.nobody.get(path);
      expect(answer.status).toBe(200);
      expect(answer.body.opened).toBeNull();
      for (const { expertId, actor } of pool) {
        expect(answer.text).not.toContain(expertId);
        expect(answer.text).not.toContain(actor.personId);
      }
      expect(await proof(round.supervisor)).toEqual(answer.body);
      const unknown = `/v1/public/gz/panels/${newId()}/draw`;
      await expectRefusal(stage.nobody.get(unknown), 404, 'ACCESS.NOT_FOUND');
      const unsigned = stage.nobody.get(`/v1/panels/${panelId}/draw`);
      await expectRefusal(unsigned, 401, 'ACCESS.SIGN_IN_REQUIRED');
    });

    it('is kept by the database from being changed', async () => {
      await attack(`UPDATE draws SET members = '[]'`);
      await attack(`UPDATE draws SET frozen = frozen || ' '`);
      await attack(`UPDATE draws SET entropy = sha256('again')`);
      await attack(`DELETE FROM draws`);
    });
  });

  describe('names', () => {
    it('are seen by organizers and supervisors', async () => {
      for (const who of [round.organizer, round.supervisor]) {
        const { experts } = await panel(who);
        expect(experts).toHaveLength(5);
        expect(experts[0]).toMatchObject({ name: expect.stringContaining('专家') });
      }
    });

    it('are secret to everybody else', async () => {
      const read = (who: Actor) => who.get(`/v1/panels/${panelId}`);
      const { approver, bidders } = round;
      const { expert } = (await invited())[0]!;
      for (const who of [approver, bidders[0]!.actor, expert.actor]) {
        await expectRefusal(read(who), 403, 'ACCESS.DUTY_MISSING');
        await expectRefusal(who.get('/v1/panels'), 403, 'ACCESS.DUTY_MISSING');
      }
      const { items } = await round.supervisor.ok.get('/v1/panels');
      expect(Object.keys(items[0])).not.toContain('experts');
    });

    it('of seats are each expert’s own alone', async () => {
      const [first, second] = await invited();
      const { items } = await first!.expert.actor.ok.get('/v1/panel-seats');
      expect(items.map(({ id }: any) => id)).toEqual([first!.seat.id]);
      const path = `/v1/panel-seats/${second!.seat.id}/bidders`;
      await expectRefusal(first!.expert.actor.get(path), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(round.organizer.get(path), 403, 'ACCESS.DUTY_MISSING');
    });
  });

  describe('an invitation', () => {
    it('is answered by the invited expert alone, on the seat as it is', async () => {
      const { expert, seat } = await invitedTo('resident');
      const other = await invitedTo('funder');
      const { digest } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bidders`);
      const path = `/v1/panel-seats/${seat.id}/acceptance`;
      const post = (who: Actor, options: object) =>
        who.post(path, { biddersDigest: digest }, options);
      const ifMatch = seat.version;
      const { actor } = expert;
      await expectRefusal(post(other.expert.actor, { ifMatch }), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(post(round.organizer, { ifMatch }), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(actor, {}), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(post(actor, { ifMatch: Number(ifMatch) + 1 }), 412, 'HTTP.STALE');
      await expectRefusal(post(actor, { ifMatch, key: null }), 400, 'HTTP.KEY_REQUIRED');
      expect(await tasksOf(actor)).toEqual(['reviews.invitation']);
    });

    it('is accepted with a declaration on the list of bidders, and on no other', async () => {
      const { expert, seat } = await invitedTo('resident');
      const { bidders } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bidders`);
      expect(bidders).toHaveLength(3);
      const post = (body: object) =>
        expert.actor.post(`/v1/panel-seats/${seat.id}/acceptance`, body, { ifMatch: 1 });
      await expectRefusal(post({}), 400, 'REQUEST.INVALID');
      const otherList = post({ biddersDigest: '0'.repeat(64) });
      await expectRefusal(otherList, 409, 'REVIEWS.BIDDERS_CHANGED');
      const taken = await accept(expert, seat);
      expect(taken).toMatchObject({ state: 'accepted', version: 2 });
      expect(await tasksOf(expert.actor)).toEqual([]);
      const twice = expert.actor.post(
        `/v1/panel-seats/${seat.id}/acceptance`,
        { biddersDigest: '0'.repeat(64) },
        { ifMatch: 2 },
      );
      await expectRefusal(twice, 409, 'REVIEWS.BIDDERS_CHANGED');
      await expect(accept(expert, seat)).rejects.toThrow('STATE.OUT_OF_ORDER');
    });

    it('is refused to somebody whose tie came up since, who recuses; the next of the draw is called', async () => {
      const { expert, seat } = await invitedTo('field');
      await tie(expert.actor, expert, round.bidders[2]!.partyId);
      await expect(accept(expert, seat)).rejects.toThrow('REVIEWS.TIED');
      const recuse = (body: object) =>
        expert.actor.post(`/v1/panel-seats/${seat.id}/recusal`, body, { ifMatch: seat.version });
      const reason = '曾任该机构督导。';
      const unknown = recuse({ partyId: newId(), reason });
      await expectRefusal(unknown, 422, 'REVIEWS.NOT_A_BIDDER');
      await expectRefusal(recuse({ partyId: newId() }), 400, 'REQUEST.INVALID');
      const done = await recuse({ partyId: round.bidders[2]!.partyId, reason });
      expect(done.body).toMatchObject({ state: 'recused', cause: 'tie' });
      await stage.settled();
      const places = (await panel()).experts
        .filter(({ seatCode }: any) => seatCode === 'field')
        .map(({ place, state }: any) => [place, state]);
      expect(places).toContainEqual([3, 'invited']);
    });

    it('is declined with a reason, and then answered no more', async () => {
      const { expert, seat } = await invitedTo('finance');
      const path = `/v1/panel-seats/${seat.id}/declination`;
      const post = (body: object, ifMatch: number) => expert.actor.post(path, body, { ifMatch });
      await expectRefusal(post({}, 1), 400, 'REQUEST.INVALID');
      const { body } = await post({ reason: '出差在外。' }, seat.version);
      expect(body).toMatchObject({ state: 'declined', cause: 'refusal' });
      const again = post({ reason: '出差在外。' }, body.version);
      await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
      await stage.settled();
      expect((await invitedTo('finance')).seat.id).not.toBe(seat.id);
    });

    it('lapses when nobody answers in two working days; the next of the draw is called', async () => {
      for (const code of ['field', 'field', 'funder']) {
        const { expert, seat } = await invitedTo(code);
        await accept(expert, seat);
      }
      const silent = await invitedTo('finance');
      await stage.terminate('panelReview', panelId);
      await stage.advanceTo('2020-04-16T09:00:00+08:00');
      const { experts } = await panel();
      const seat = experts.find(({ seatId }: any) => seatId === silent.seat.id);
      expect(seat).toMatchObject({ state: 'replaced', cause: 'no-answer' });
      expect(await mailsTo(silent.expert)).toEqual(['reviews.invitation', 'reviews.seatLost']);
      expect((await invitedTo('finance')).seat.id).not.toBe(silent.seat.id);
    });

    it('is withdrawn by an organizer from somebody who is ill, with a reason', async () => {
      const { expert, seat } = await invitedTo('finance');
      const path = `/v1/panel-seats/${seat.id}/replacement`;
      const body = { cause: 'illness', reason: '来电告知住院。' };
      const post = (who: Actor, given: object, ifMatch = seat.version) =>
        who.post(path, given, { ifMatch });
      await expectRefusal(post(round.supervisor, body), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(expert.actor, body), 403, 'ACCESS.DUTY_MISSING');
      const unknown = `/v1/panel-seats/${newId()}/replacement`;
      const elsewhere = round.organizer.post(unknown, body, { ifMatch: 1 });
      await expectRefusal(elsewhere, 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(post(round.organizer, { cause: 'illness' }), 400, 'REQUEST.INVALID');
      const other = { ...body, cause: 'tie' };
      await expectRefusal(post(round.organizer, other), 400, 'REQUEST.INVALID');
      await expectRefusal(post(round.organizer, body, Number(seat.version) + 1), 412, 'HTTP.STALE');
      const answer = await post(round.organizer, body);
      expect(answer.body).toMatchObject({ state: 'replaced', cause: 'illness' });
      await stage.settled();
    });

    it('goes to the next of the first draw as long as it has somebody, whatever another seat waits for', async () => {
      expect(await panel()).toMatchObject({
        state: 'forming',
        lacking: { seat: 'finance', needed: 1, found: 0 },
      });
      const leaving = (await seated()).find(({ seat }) => seat.seatCode === 'resident')!;
      const path = `/v1/panel-seats/${leaving.seat.id}/declination`;
      const body = { cause: 'illness', reason: '感冒发烧。' };
      const options = { ifMatch: leaving.seat.version };
      const left = await leaving.expert.actor.ok.post(path, body, options);
      expect(left).toMatchObject({ state: 'declined', cause: 'illness' });
      await stage.settled();
      expect((await invitedTo('resident')).seat.id).not.toBe(leaving.seat.id);
      expect((await panel()).state).toBe('forming');
    });

    it('goes to a supplementary draw when the first has nobody left', async () => {
      pool.push(...(await addExperts(stage, round.organizer, [FINANCE])));
      // The organizer says when the pool is complete: a look in between freezes nothing.
      const { expert: resident, seat: ofResident } = await invitedTo('resident');
      await accept(resident, ofResident);
      await stage.settled();
      expect(await panel()).toMatchObject({ state: 'forming', lacking: { found: 0 } });
      const version = await versionOfPanel();
      const path = `/v1/panels/${panelId}/pool`;
      await round.organizer.ok.post(path, undefined, { ifMatch: version });
      await stage.settled();
      const { draws } = await stage.nobody.ok.get(`/v1/public/gz/panels/${panelId}/draw`);
      expect(JSON.parse(draws[1].frozen)).toMatchObject({
        draw: 2,
        seats: [{ code: 'finance', count: 1 }],
      });
      const { expert, seat } = await invitedTo('finance');
      expect(expert).toBe(pool.at(-1));
      await accept(expert, seat);
      await stage.settled();
      expect(await panel()).toMatchObject({ state: 'seated', sheetsIn: 0, sheetsWanted: 15 });
    });
  });

  describe('scoring', () => {
    const sheetFor = (bidId: string, total = 80) => ({
      bidId,
      scores: scoresOf(round.ruleSet, total),
      comment: '需求清楚，方案可行。',
    });
    const post = (who: Actor, seatId: string, body: object, options = {}) =>
      who.post(`/v1/panel-seats/${seatId}/sheets`, body, options);
    const bid = (n: number) => round.bidders[n]!;

    it('waits in the inbox of every member', async () => {
      for (const { expert } of await seated()) {
        expect(await tasksOf(expert.actor)).toEqual(['reviews.score']);
      }
    });

    it('shows a member what the bids say, and not who says it', async () => {
      const [{ expert, seat }] = (await seated()) as any;
      const answer = await expert.actor.get(`/v1/panel-seats/${seat.id}/bids`);
      expect(answer.body.items).toHaveLength(3);
      expect(answer.body.items[0]).toMatchObject({
        title: expect.stringMatching(/^公益项目\d$/),
        requested: { amount: '100000.00', currency: 'CNY' },
        application: { schema: 'yichuang/application/1' },
        sheetId: null,
      });
      for (const { partyId, actor } of round.bidders) {
        expect(answer.text).not.toContain(partyId);
        expect(answer.text).not.toContain(actor.personId);
      }
    });

    it('is not for organizers, bidders, others’ seats, or seats that were left', async () => {
      const [first, second] = (await seated()) as any;
      const sheet = sheetFor(bid(0).bidId);
      const { id } = first.seat;
      await expectRefusal(post(round.organizer, id, sheet), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(bid(0).actor, id, sheet), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(post(second.expert.actor, id, sheet), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(post(tied.actor, id, sheet), 404, 'ACCESS.NOT_FOUND');
      const [left] = (await seatsOf(pool, ['recused'])) as any;
      const toLeft = post(left.expert.actor, left.seat.id, sheet);
      await expectRefusal(toLeft, 409, 'REVIEWS.NOT_SEATED');
      const bidsOfLeft = left.expert.actor.get(`/v1/panel-seats/${left.seat.id}/bids`);
      await expectRefusal(bidsOfLeft, 409, 'REVIEWS.NOT_SEATED');
      const bids = second.expert.actor.get(`/v1/panel-seats/${id}/bids`);
      await expectRefusal(bids, 404, 'ACCESS.NOT_FOUND');
    });

    it('takes each criterion once, within its points, and a comment', async () => {
      const [{ expert, seat }] = (await seated()) as any;
      const good = sheetFor(bid(0).bidId);
      const withScores = (scores: object) => ({ ...good, scores });
      const cases: [object, number, string][] = [
        [withScores({ ...good.scores, need: '21' }), 422, 'SCORES.ABOVE_MOST'],
        [withScores({ ...good.scores, need: '-1' }), 422, 'SCORES.NOT_A_SCORE'],
        [withScores({ ...good.scores, need: '9.5' }), 422, 'SCORES.NOT_A_SCORE'],
        [withScores({ ...good.scores, charm: '1' }), 422, 'SCORES.UNKNOWN'],
        [withScores({ need: '20' }), 422, 'SCORES.MISSING'],
        [withScores({ ...good.scores, need: 20 }), 400, 'REQUEST.INVALID'],
        [{ ...good, comment: '' }, 400, 'REQUEST.INVALID'],
        [{ ...good, bidId: newId() }, 422, 'REVIEWS.BID_UNKNOWN'],
      ];
      for (const [body, status, code] of cases) {
        await expectRefusal(post(expert.actor, seat.id, body), status, code);
      }
      await expectRefusal(
        post(expert.actor, seat.id, good, { key: null }),
        400,
        'HTTP.KEY_REQUIRED',
      );
      expect((await panel()).sheetsIn).toBe(0);
    });

    it('is refused for a bid to whose bidder a tie came up', async () => {
      const { expert, seat } = (await members()).funder;
      await tie(expert.actor, expert, bid(1).partyId);
      const call = post(expert.actor, seat.id, sheetFor(bid(1).bidId));
      await expectRefusal(call, 409, 'REVIEWS.TIED');
      const body = { partyId: bid(1).partyId, reason: '近日受聘为该机构顾问。' };
      const path = `/v1/panel-seats/${seat.id}/recusal`;
      await expert.actor.ok.post(path, body, { ifMatch: seat.version });
      await stage.settled();
      const next = await invitedTo('funder');
      await accept(next.expert, next.seat);
      await stage.settled();
      expect((await panel()).state).toBe('seated');
    });

    it('locks a sheet at once, and takes none twice', async () => {
      const { expert, seat } = (await members()).firstOfField;
      const { body } = await post(expert.actor, seat.id, sheetFor(bid(0).bidId), {
        key: 'sheet-one',
      });
      expect(body).toMatchObject({ state: 'locked', total: '80', version: 1 });
      const again = post(expert.actor, seat.id, sheetFor(bid(0).bidId, 90));
      await expectRefusal(again, 409, 'REVIEWS.ALREADY_SCORED');
      const reused = post(expert.actor, seat.id, sheetFor(bid(0).bidId, 90), { key: 'sheet-one' });
      await expectRefusal(reused, 422, 'HTTP.KEY_REUSED');
      const { items } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bids`);
      expect(items.map(({ sheetId }: any) => sheetId)).toContain(body.id);
    });

    it('is kept by the database from being changed', async () => {
      await attack(`UPDATE sheets SET total = '100'`);
      await attack(`UPDATE sheets SET scores = '{}'`);
      await attack(`UPDATE sheets SET comment = 'another'`);
      await attack(`DELETE FROM sheets`);
      const copy = `INSERT INTO sheets SELECT gen_random_uuid(), tenant_id, panel_id, $1, person_id, bid_id, scores, total,
        comment, digest, locked_at, state, reason, confirmed_at, version FROM sheets LIMIT 1`;
      const [left] = (await seatsOf(pool, ['recused'])) as any;
      await attack(copy, left.seat.id);
    });

    it('hides a sheet from everybody else until all are in', async () => {
      const { firstOfField: first, resident } = await members();
      await post(resident.expert.actor, resident.seat.id, sheetFor(bid(1).bidId, 70));
      const list = (who: Actor) => who.ok.get(`/v1/panels/${panelId}/sheets`);
      const own = await list(first.expert.actor);
      expect(own).toMatchObject({ areAllIn: false, items: [{ seatId: first.seat.id }] });
      expect(own.items).toHaveLength(1);
      expect((await list(round.organizer)).items).toEqual([]);
      expect((await list(round.supervisor)).items).toEqual([]);
      await expectRefusal(tied.actor.get(`/v1/panels/${panelId}/sheets`), 404, 'ACCESS.NOT_FOUND');
      const bidder = bid(0).actor.get(`/v1/panels/${panelId}/sheets`);
      await expectRefusal(bidder, 403, 'ACCESS.DUTY_MISSING');
      const { digest } = (await stage.sql(`SELECT digest FROM sheets LIMIT 1`))[0];
      await stage.sequenced();
      const feed = await round.organizer.get('/v1/events?limit=200');
      expect(feed.text).not.toContain(digest);
      expect(feed.text).not.toContain('reviews.sheet-locked');
    });

    it('confirms nothing before all are in', async () => {
      const { expert } = (await members()).firstOfField;
      const { items } = await expert.actor.ok.get(`/v1/panels/${panelId}/sheets`);
      const path = `/v1/sheets/${items[0].id}/confirmation`;
      const call = expert.actor.post(path, { reason: '理由充分。' }, { ifMatch: 1 });
      await expectRefusal(call, 409, 'REVIEWS.SHEETS_STILL_OUT');
      const report = expert.actor.get(`/v1/panels/${panelId}/report`);
      await expectRefusal(report, 404, 'ACCESS.NOT_FOUND');
    });

    it('reminds who owes sheets, and then tells the organizer', async () => {
      const { firstOfField, secondOfField, finance, resident, funder } = await members();
      for (const { expert, seat } of [firstOfField, finance, resident]) {
        for (const { bidId } of round.bidders) await post(expert.actor, seat.id, sheetFor(bidId));
        expect(await tasksOf(expert.actor)).toEqual([]);
      }
      await stage.advanceTo('2020-04-28T09:00:00+08:00');
      for (const { expert } of [secondOfField, funder]) {
        expect(await mailsTo(expert)).toContain('reviews.scoreReminder');
      }
      expect(await mailsTo(firstOfField.expert)).not.toContain('reviews.scoreReminder');
      expect(await tasksOf(round.organizer)).not.toContain('reviews.scoreOverdue');
      await stage.advanceTo('2020-04-30T09:00:00+08:00');
      expect(await tasksOf(round.organizer)).toContain('reviews.scoreOverdue');
      const [{ facts }] = await stage.sql(
        `SELECT facts FROM tasks WHERE kind = 'reviews.scoreOverdue'`,
      );
      expect(facts).toEqual({ round: 'gy-1', count: 2 });
    });

    it('starts anew for the successor of a member who is replaced, and keeps the others’ sheets', async () => {
      const slow = (await members()).secondOfField;
      await post(slow.expert.actor, slow.seat.id, sheetFor(bid(0).bidId));
      const body = { cause: 'no-sheets', reason: '多次催办未评分。' };
      const { version } = slow.seat;
      const path = `/v1/panel-seats/${slow.seat.id}/replacement`;
      await round.organizer.ok.post(path, body, { ifMatch: version });
      await stage.settled();
      expect((await panel()).state).toBe('drawn');
      const { expert, seat } = await invitedTo('field');
      await accept(expert, seat);
      await stage.settled();
      expect(await panel()).toMatchObject({ state: 'seated', sheetsIn: 9, sheetsWanted: 15 });
      const late = post(slow.expert.actor, slow.seat.id, sheetFor(bid(2).bidId));
      await expectRefusal(late, 409, 'REVIEWS.NOT_SEATED');
    });

    it('ends when every member has scored every bid, in whatever state the process was killed', async () => {
      await stage.terminate('panelReview', panelId);
      for (const { expert, seat } of await seated()) {
        const { items } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bids`);
        for (const { bidId, sheetId } of items) {
          if (sheetId !== null) continue;
          const isStray = bidId === bid(2).bidId && seat.seatCode === 'funder';
          await post(expert.actor, seat.id, sheetFor(bidId, isStray ? 40 : 78));
        }
      }
      await stage.settled();
      expect((await panel()).state).toBe('scored');
    });
  });

  describe('a sheet that strays', () => {
    let stray: any;
    let owner: StoryExpert;

    beforeAll(async () => {
      const { items, areAllIn } = await round.supervisor.ok.get(`/v1/panels/${panelId}/sheets`);
      expect(areAllIn).toBe(true);
      const counting = (await seated()) as any[];
      stray = items.find(({ total }: any) => Number(total) < 60);
      owner = counting.find(({ seat }) => seat.id === stray?.seatId)?.expert;
    });

    it('waits for its expert, while all may read all sheets', async () => {
      expect(stray).toBeDefined();
      expect(await tasksOf(owner.actor)).toEqual(['reviews.confirm']);
      const { items } = await owner.actor.ok.get(`/v1/panels/${panelId}/sheets`);
      expect(new Set(items.map(({ seatId }: any) => seatId)).size).toBeGreaterThan(1);
    });

    it('is confirmed by its expert alone, with a reason, and no other sheet is', async () => {
      const path = `/v1/sheets/${stray.id}/confirmation`;
      const reason = '服务对象与指南不符，经复核维持评分。';
      const other = (await seated()).find(({ expert }) => expert !== owner)!.expert;
      const confirm = (who: Actor, body: object, options: object = { ifMatch: 1 }) =>
        who.post(path, body, options);
      await expectRefusal(confirm(other.actor, { reason }), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(confirm(round.organizer, { reason }), 403, 'ACCESS.DUTY_MISSING');
      const unknown = `/v1/sheets/${newId()}/confirmation`;
      const elsewhere = owner.actor.post(unknown, { reason }, { ifMatch: 1 });
      await expectRefusal(elsewhere, 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(confirm(owner.actor, {}), 400, 'REQUEST.INVALID');
      await expectRefusal(confirm(owner.actor, { reason }, {}), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(confirm(owner.actor, { reason }, { ifMatch: 2 }), 412, 'HTTP.STALE');
      const { items } = await other.actor.ok.get(`/v1/panels/${panelId}/sheets`);
      const otherSeat = (await seated()).find(({ expert }) => expert === other)!.seat;
      const straight = items.find(({ seatId }: any) => seatId === otherSeat.id);
      const needless = other.actor.post(
        `/v1/sheets/${straight.id}/confirmation`,
        { reason },
        { ifMatch: 1 },
      );
      await expectRefusal(needless, 409, 'REVIEWS.DOES_NOT_STRAY');
    });

    it('changes nobody’s seat any more', async () => {
      const { seat } = (await seated())[0]!;
      const body = { cause: 'illness', reason: '病假。' };
      const path = `/v1/panel-seats/${seat.id}/replacement`;
      const call = round.organizer.post(path, body, { ifMatch: seat.version });
      await expectRefusal(call, 409, 'REVIEWS.SHEETS_ALL_IN');
      const { expert } = (await seated())[0]!;
      const leave = expert.actor.post(
        `/v1/panel-seats/${seat.id}/recusal`,
        { reason: '想起有关联。' },
        { ifMatch: seat.version },
      );
      await expectRefusal(leave, 409, 'REVIEWS.SHEETS_ALL_IN');
    });

    it('is told to the organizer when its expert lets two working days go by', async () => {
      await stage.advanceTo('2020-05-08T09:00:00+08:00');
      expect(await tasksOf(round.organizer)).toContain('reviews.confirmOverdue');
      expect((await panel()).state).toBe('scored');
    });

    it('lets the bids be ranked once it is confirmed', async () => {
      const path = `/v1/sheets/${stray.id}/confirmation`;
      const body = { reason: '服务对象与指南不符，经复核维持评分。' };
      const confirmed = await owner.actor.ok.post(path, body, { ifMatch: 1 });
      expect(confirmed).toMatchObject({ state: 'confirmed', total: '40', version: 2 });
      await expectRefusal(owner.actor.post(path, body, { ifMatch: 2 }), 409, 'STATE.OUT_OF_ORDER');
      await stage.settled();
      expect((await panel()).state).toBe('ranked');
      expect(await tasksOf(round.organizer)).not.toContain('reviews.confirmOverdue');
      await attack(`UPDATE sheets SET reason = 'another' WHERE state = 'confirmed'`);
    });
  });

  describe('the report', () => {
    const report = (who: Actor) => who.ok.get(`/v1/panels/${panelId}/report`);
    const sign = (who: Actor, body: object, options: object) =>
      who.post(`/v1/panels/${panelId}/signature`, body, options);

    it('ranks as anybody ranks who has the sheets and the rules', async () => {
      const { ranking, digest } = await report(round.supervisor);
      expect(createHash('sha256').update(ranking).digest('hex')).toBe(digest);
      const sheets = await stage.sql(
        `SELECT s.id, s.bid_id, s.scores FROM sheets s JOIN seats t ON t.id = s.seat_id WHERE t.state = 'accepted'`,
      );
      const received = await stage.sql(
        `SELECT bid_id, max(received_at) AS at FROM bid_versions GROUP BY bid_id`,
      );
      const { scoring } = round.ruleSet;
      const scored = received.map(({ bid_id: bidId, at }) => {
        const own = sheets.filter((sheet) => sheet.bid_id === bidId);
        const given = own.map(({ id, scores }) => ({ sheetId: id, scores }));
        return { bidId, receivedAt: at, score: aggregateSheets(scoring, given).score };
      });
      const expected = rankBids(scoring, scored).ranked.map(({ bidId, rank, score }) => ({
        bidId,
        rank,
        mean: score,
      }));
      const published = JSON.parse(ranking).bids.map(({ bidId, rank, mean }: any) => ({
        bidId,
        rank,
        mean,
      }));
      expect(published).toEqual(expected);
      expect(sheets).toHaveLength(15);
    });

    it('is read by members, organizers, approvers and supervisors alone', async () => {
      const [{ expert }] = (await seated()) as any;
      for (const who of [round.organizer, round.approver, round.supervisor, expert.actor]) {
        expect((await report(who)).signatures).toEqual([]);
      }
      const path = `/v1/panels/${panelId}/report`;
      await expectRefusal(tied.actor.get(path), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(round.bidders[0]!.actor.get(path), 403, 'ACCESS.DUTY_MISSING');
      const unknown = `/v1/panels/${newId()}`;
      const elsewhere = round.organizer.get(`${unknown}/report`);
      await expectRefusal(elsewhere, 404, 'ACCESS.NOT_FOUND');
      const signature = expert.actor.post(`${unknown}/signature`, { agrees: true }, { ifMatch: 1 });
      await expectRefusal(signature, 404, 'ACCESS.NOT_FOUND');
    });

    it('is signed by each member once, with consent or with a dissent and its reasons', async () => {
      const [first, second, third] = (await seated()) as any[];
      const { version } = await report(first.expert.actor);
      const ifMatch = version;
      const agrees = { agrees: true };
      const { actor } = first.expert;
      await expectRefusal(sign(round.organizer, agrees, { ifMatch }), 403, 'ACCESS.DUTY_MISSING');
      await expectRefusal(sign(tied.actor, agrees, { ifMatch }), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(sign(actor, agrees, {}), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(sign(actor, agrees, { ifMatch: 1 }), 412, 'HTTP.STALE');
      await expectRefusal(sign(actor, {}, { ifMatch }), 400, 'REQUEST.INVALID');
      const silent = sign(actor, { agrees: false }, { ifMatch });
      await expectRefusal(silent, 422, 'REVIEWS.DISSENT_REQUIRED');
      const unclear = sign(actor, { agrees: true, dissent: '不同意。' }, { ifMatch });
      await expectRefusal(unclear, 422, 'REVIEWS.DISSENT_UNCLEAR');
      expect((await sign(actor, agrees, { ifMatch })).status).toBe(201);
      await expectRefusal(sign(actor, agrees, { ifMatch }), 409, 'REVIEWS.ALREADY_SIGNED');
      const dissent = '第二名的预算依据不足，应当下调。';
      const against = await sign(second.expert.actor, { agrees: false, dissent }, { ifMatch });
      expect(against.body).toMatchObject({ agrees: false, isDeemed: false, dissent });
      await sign(third.expert.actor, agrees, { ifMatch });
      await stage.settled();
      expect((await panel()).state).toBe('ranked');
      await attack(`UPDATE panel_signatures SET agrees = true, dissent = NULL`);
      await attack(`UPDATE rankings SET document = document || ' '`);
    });

    it('takes the silence of the others as consent after two working days, and ends the panel', async () => {
      await stage.terminate('panelReview', panelId);
      await stage.advanceTo('2020-05-13T09:00:00+08:00');
      expect((await panel()).state).toBe('reported');
      const { signatures, version } = await report(round.supervisor);
      const kinds = signatures.map(({ agrees, isDeemed }: any) => [agrees, isDeemed]);
      expect(kinds.filter(([, isDeemed]: boolean[]) => isDeemed)).toHaveLength(2);
      expect(kinds.filter(([agrees]: boolean[]) => !agrees)).toHaveLength(1);
      const last = (await seated()).at(-1)!.expert.actor;
      await expectRefusal(
        sign(last, { agrees: true }, { ifMatch: version }),
        409,
        'STATE.OUT_OF_ORDER',
      );
      const [{ ended_at: endedAt }] = await stage.sql(
        `SELECT ended_at FROM processes WHERE kind = 'panelReview' AND id = $1`,
        [panelId],
      );
      expect(endedAt).not.toBeNull();
    });

    it('moves the lot on', async () => {
      const events = await stage.sql(`SELECT name FROM audit_events WHERE aggregate_id = $1`, [
        round.lotId,
      ]);
      expect(events.map(({ name }) => name)).toContain('rounds.lot-reviewed');
    });
  });

  describe('the result', () => {
    const review = (who: Actor, bidId: string, options = {}) =>
      who.get(`/v1/bids/${bidId}/review`, options);

    it('is kept from the bidders until the award notice', async () => {
      const [{ count }] = await stage.sql(
        `SELECT count(*)::int AS count FROM notices WHERE kind = 'award'`,
      );
      expect(count).toBe(0);
      const { actor, bidId } = round.bidders[0]!;
      await expectRefusal(review(actor, bidId), 409, 'REVIEWS.NOT_YET_PUBLISHED');
      const { opened } = await stage.nobody.ok.get(`/v1/public/gz/panels/${panelId}/draw`);
      expect(opened).toBeNull();
    });

    it('tells each bidder of its own bid alone, and why, once the notice is published', async () => {
      await inSystem(stage, async (ctx) => {
        await stage.get(Notices).publish(ctx, {
          kind: 'award',
          subject: { kind: 'lot', id: round.lotId },
          roundId: round.roundId,
          title: { zh: '拟立项公示', en: 'Proposed awards' },
          content: {},
        });
      });
      const ranked = JSON.parse(
        (await round.supervisor.ok.get(`/v1/panels/${panelId}/report`)).ranking,
      ).bids;
      for (const { actor, bidId } of round.bidders) {
        const entry = ranked.find((one: any) => one.bidId === bidId);
        const { body } = await review(actor, bidId);
        expect(body).toMatchObject({ rank: entry.rank, of: 3, mean: entry.mean, passed: true });
        expect(body.sheets).toHaveLength(5);
        expect(Object.keys(body.sheets[0]).sort()).toEqual(['comment', 'scores', 'total']);
        expect(body.why).toContain(`第${entry.rank}名`);
        const english = await review(actor, bidId, { locale: 'en' });
        expect(english.body.why).toContain(`rank ${entry.rank} of the 3`);
      }
      const [one, two] = round.bidders;
      await expectRefusal(review(one!.actor, two!.bidId), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(review(one!.actor, newId()), 404, 'ACCESS.NOT_FOUND');
      await expectRefusal(review(round.organizer, one!.bidId), 403, 'ACCESS.DUTY_MISSING');
    });

    it('opens the leaves of everybody who was called, so that anyone sees whose they are', async () => {
      const path = `/v1/public/gz/panels/${panelId}/draw`;
      const { opened, calls } = await stage.nobody.ok.get(path);
      expect(opened).toHaveLength(calls.length);
      for (const { leaf, salt, expertId } of opened) {
        const { seatCode } = calls.find((call: any) => call.leaf === leaf);
        expect(leafOf(Buffer.from(salt, 'hex'), expertId, seatCode)).toBe(leaf);
      }
    });
  });
});
