// Long because the races are one story: each case takes the panel where the one before has left it.
import { newId } from '../../src/kernel/id';
import { People } from '../../src/registers/people';
import { Notices } from '../../src/registers/notices';
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
import { expectRefusal, openStage, type Answer, type Stage } from '../support/stage';

jest.setTimeout(180_000);

// So many that no kind of seat runs out of people, whoever is drawn.
const FIELDS = [
  ...Array.from({ length: 12 }, () => ['social-work']),
  ...Array.from({ length: 10 }, () => ['finance', 'law']),
];

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

/** What the database holds by itself, and what many may do at once. The seats overlap here: any expert may take two of them. */
describe('a review under attack and under load', () => {
  let stage: Stage;
  let round: QualifiedRound;
  let pool: StoryExpert[];
  let panelId: string;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-03-09T09:00:00+08:00' });
    round = await playToQualified(stage, {
      code: 'gy-2',
      bids: 2,
      beforeOpening: async (organizer) => {
        pool = await addExperts(stage, organizer, FIELDS);
      },
    });
    const { items } = await round.organizer.ok.get(`/v1/panels?lotId=${round.lotId}`);
    panelId = items[0].id;
  });
  afterAll(() => stage.close());

  const asApplication = (statement: string, parameters: unknown[] = []) =>
    inSystem(stage, (ctx) => ctx.manager.query(statement, parameters));
  const panelState = async (): Promise<string> =>
    (await round.organizer.ok.get(`/v1/panels/${panelId}`)).state;

  describe('the database', () => {
    const copyOf = `INSERT INTO draws (panel_id, no, tenant_id, frozen, pool_digest, members, excluded, frozen_at)
      SELECT panel_id, 9, tenant_id, frozen, pool_digest, members, excluded, app_now() - interval '1 minute' FROM draws WHERE no = 1`;
    const seedIt = `UPDATE draws SET entropy = d.entropy, seed = d.seed, orders = d.orders, drawn_at = app_now()
      FROM (SELECT * FROM draws WHERE no = 1) d WHERE draws.no = 9 AND draws.panel_id = d.panel_id`;

    it('refuses a seed in the transaction that freezes the pool', async () => {
      const both = stage.sql(`DO $$ BEGIN ${copyOf}; ${seedIt}; END $$`);
      await expect(both).rejects.toMatchObject({ code: '23001' });
    });

    it('refuses a draw that comes with its seed', async () => {
      const drawn = copyOf
        .replace('frozen_at)', 'frozen_at, entropy, seed, orders, drawn_at)')
        .replace(`interval '1 minute'`, `interval '1 minute', entropy, seed, orders, app_now()`);
      await expect(stage.sql(drawn)).rejects.toMatchObject({ code: '23001' });
    });

    it('refuses a digest that is not of the pool, and a seed that is not of both', async () => {
      const otherDigest = copyOf.replace(
        'frozen, pool_digest, members, excluded, app',
        `frozen || ' ', pool_digest, members, excluded, app`,
      );
      await expect(stage.sql(otherDigest)).rejects.toMatchObject({
        constraint: 'digest_is_of_the_pool',
      });
      await stage.sql(copyOf);
      const otherSeed = seedIt.replace('d.entropy', `sha256('chosen')`);
      await expect(stage.sql(otherSeed)).rejects.toMatchObject({
        constraint: 'seed_is_of_pool_and_entropy',
      });
      const early = seedIt.replace('app_now()', 'draws.frozen_at');
      await expect(stage.sql(early)).rejects.toMatchObject({ constraint: 'frozen_before_drawn' });
      await stage.sql(`ALTER TABLE draws DISABLE TRIGGER USER`);
      await stage.sql(`DELETE FROM draws WHERE no = 9`);
      await stage.sql(`ALTER TABLE draws ENABLE TRIGGER USER`);
    });

    it('lets the application change nothing that was frozen, scored or signed', async () => {
      for (const statement of [
        `UPDATE draws SET members = '[]'`,
        `DELETE FROM draws`,
        `UPDATE sheets SET scores = '{}'`,
        `DELETE FROM sheets`,
        `UPDATE rankings SET document = ''`,
        `UPDATE panel_signatures SET agrees = true`,
      ]) {
        await expect(asApplication(statement)).rejects.toMatchObject({
          driverError: { code: '42501' },
        });
      }
    });

    it('seats nobody twice', async () => {
      const twice = `INSERT INTO seats SELECT gen_random_uuid(), tenant_id, panel_id, round_id, lot_id, unit_path, draw_no,
        seat_code, leaf, place, expert_id, person_id, state, cause, reason, tie_party_id, bidders_digest, invited_at,
        answered_at, left_at, version FROM seats LIMIT 1`;
      await expect(stage.sql(twice)).rejects.toMatchObject({ constraint: 'invited_once' });
    });
  });

  describe('at once', () => {
    it('an acceptance and a declination of one seat: one of them holds', async () => {
      const [{ expert, seat }] = (await seatsOf(pool, ['invited'])) as any;
      const path = `/v1/panel-seats/${seat.id}`;
      const { digest } = await expert.actor.ok.get(`${path}/bidders`);
      const options = { ifMatch: seat.version };
      const answers = await Promise.all([
        expert.actor.post(`${path}/acceptance`, { biddersDigest: digest }, options),
        expert.actor.post(`${path}/declination`, { reason: '临时有事。' }, options),
      ]);
      expect(statuses(answers)).toEqual([201, 412]);
      await stage.settled();
    });

    it('an acceptance by somebody who has another duty on the round leaves no trace', async () => {
      const [{ expert, seat }] = (await seatsOf(pool, ['invited'])) as any;
      const { personId } = expert.actor;
      await inSystem(stage, (ctx) =>
        stage.get(People).noteDuty(ctx, personId, round.roundId, 'organizer'),
      );
      const path = `/v1/panel-seats/${seat.id}`;
      const { digest } = await expert.actor.ok.get(`${path}/bidders`);
      const body = { biddersDigest: digest };
      const call = expert.actor.post(`${path}/acceptance`, body, { ifMatch: seat.version });
      await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
      const rows = await stage.sql(
        `SELECT state, seats.version, count(e.id)::int AS events FROM seats
         JOIN audit_events e ON e.aggregate_id = seats.id WHERE seats.id = $1 GROUP BY seats.id`,
        [seat.id],
      );
      expect(rows).toEqual([{ state: 'invited', version: 1, events: 1 }]);
      const reason = '参与过本轮次的组织工作。';
      const recusal = await expert.actor.post(`${path}/recusal`, { reason }, { ifMatch: 1 });
      expect(recusal.body).toMatchObject({ state: 'recused', cause: 'other' });
      await stage.settled();
    });

    it('all acceptances: the panel is seated once', async () => {
      const open = await seatsOf(pool, ['invited']);
      await Promise.all(open.map(({ expert, seat }) => accept(expert, seat)));
      await stage.settled();
      expect(await panelState()).toBe('seated');
      const seats = await seatsOf(pool, ['accepted']);
      expect(seats.map(({ seat }) => seat.seatCode).sort()).toEqual([
        'field',
        'field',
        'finance',
        'funder',
        'resident',
      ]);
      expect(new Set(seats.map(({ expert }) => expert.expertId)).size).toBe(5);
    });

    it('one sheet from two windows: it is locked once', async () => {
      const [{ expert, seat }] = (await seatsOf(pool, ['accepted'])) as any;
      const { bidId } = round.bidders[0]!;
      const post = (total: number) =>
        expert.actor.post(`/v1/panel-seats/${seat.id}/sheets`, {
          bidId,
          scores: scoresOf(round.ruleSet, total),
          comment: '同时提交。',
        });
      const answers = await Promise.all([post(71), post(72), post(73)]);
      expect(statuses(answers)).toEqual([201, 409, 409]);
    });

    it('a sheet and the replacement of its expert: none counts that came too late', async () => {
      const [, second] = (await seatsOf(pool, ['accepted'])) as any;
      const { bidId } = round.bidders[0]!;
      const sheet = { bidId, scores: scoresOf(round.ruleSet, 70), comment: '同时提交。' };
      const path = `/v1/panel-seats/${second.seat.id}`;
      const replacement = { cause: 'illness', reason: '突发疾病。' };
      const [locked, replaced] = await Promise.all([
        second.expert.actor.post(`${path}/sheets`, sheet),
        round.organizer.post(`${path}/replacement`, replacement, { ifMatch: second.seat.version }),
      ]);
      expect(replaced.status).toBe(201);
      expect([201, 409]).toContain(locked.status);
      await stage.settled();
      const { sheetsIn } = await round.organizer.ok.get(`/v1/panels/${panelId}`);
      expect(sheetsIn).toBe(1);
      const [{ expert, seat }] = (await seatsOf(pool, ['invited'])) as any;
      expect(seat.seatCode).toBe(second.seat.seatCode);
      await accept(expert, seat);
      await stage.settled();
    });

    let late: { expert: StoryExpert; seat: any };

    /** Every sheet that is still owed, all handed in at the same time. */
    async function scoreTheRest(): Promise<void> {
      const posts: (() => Promise<Answer>)[] = [];
      for (const { expert, seat } of await seatsOf(pool, ['accepted'])) {
        const { items } = await expert.actor.ok.get(`/v1/panel-seats/${seat.id}/bids`);
        for (const { bidId, sheetId } of items) {
          if (sheetId !== null) continue;
          const body = { bidId, scores: scoresOf(round.ruleSet, 75), comment: '同时提交。' };
          posts.push(() => expert.actor.post(`/v1/panel-seats/${seat.id}/sheets`, body));
        }
      }
      const answers = await Promise.all(posts.map((post) => post()));
      expect(new Set(statuses(answers))).toEqual(new Set([201]));
    }

    it('a tie that is registered after the sheets of its expert: the next of the draw scores anew', async () => {
      late = (await seatsOf(pool, ['accepted'])).at(-1)!;
      const { expert, seat } = late;
      for (const { bidId } of round.bidders) {
        const body = { bidId, scores: scoresOf(round.ruleSet, 75), comment: '先行提交。' };
        await expert.actor.ok.post(`/v1/panel-seats/${seat.id}/sheets`, body);
      }
      await stage.settled();
      const tie = { partyId: round.bidders[1]!.partyId, kind: 'pay', from: '2020-01-01' };
      const path = `/v1/experts/${expert.expertId}/ties`;
      await round.organizer.ok.post(path, tie, { ifMatch: 1 });
      await stage.settled();
      expect(await panelState()).toBe('drawn');
      const next = (await seatsOf(pool, ['invited']))[0]!;
      expect(next.seat.seatCode).toBe(late.seat.seatCode);
      await accept(next.expert, next.seat);
      await stage.settled();
      const [left] = await stage.sql(`SELECT state, cause, tie_party_id FROM seats WHERE id = $1`, [
        late.seat.id,
      ]);
      expect(left).toEqual({
        state: 'recused',
        cause: 'tie',
        tie_party_id: round.bidders[1]!.partyId,
      });
    });

    it('all last sheets: the scoring ends once', async () => {
      await scoreTheRest();
      await stage.settled();
      expect(await panelState()).toBe('ranked');
    });

    it('all signatures: the report is closed once', async () => {
      const members = await seatsOf(pool, ['accepted']);
      const path = `/v1/panels/${panelId}`;
      const { version } = await members[0]!.expert.actor.ok.get(`${path}/report`);
      const answers = await Promise.all(
        members.flatMap(({ expert: { actor } }) => [
          actor.post(`${path}/signature`, { agrees: true }, { ifMatch: version }),
          actor.post(`${path}/signature`, { agrees: true }, { ifMatch: version }),
        ]),
      );
      expect(statuses(answers).filter((status) => status === 201)).toHaveLength(5);
      await stage.settled();
      expect(await panelState()).toBe('reported');
      const signed = await stage.sql(`SELECT count(*)::int AS n FROM panel_signatures`);
      expect(signed).toEqual([{ n: 5 }]);
    });

    it('leaves a path of the graph behind every panel and seat', async () => {
      const broken = await stage.sql(
        `SELECT aggregate_id FROM audit_events WHERE aggregate_kind IN ('panel', 'seat', 'sheet')
         GROUP BY aggregate_id HAVING max(version) <> count(*)`,
      );
      expect(broken).toEqual([]);
    });
  });

  describe('a re-review', () => {
    const inReview = (work: (reviews: Reviews, ctx: any) => Promise<unknown>) =>
      inSystem(stage, (ctx) => work(stage.get(Reviews), ctx));

    it('gives the ranking and the experts by name to the stages that follow', async () => {
      await inReview(async (reviews, ctx) => {
        const { bids } = await reviews.ranking(ctx, round.lotId);
        expect(bids.map(({ rank, passed }) => [rank, passed])).toEqual([
          [1, true],
          [2, true],
        ]);
        const { panels, experts } = await reviews.reviewedBy(ctx, round.lotId);
        expect(panels).toEqual([{ panelId, code: 'lot' }]);
        const signed = experts.filter(({ left }) => left === null);
        expect(signed.map(({ seatCode }) => seatCode)).toEqual([
          'field',
          'field',
          'finance',
          'resident',
          'funder',
        ]);
        // Those who had taken a seat and left it are named with the cause; whoever never sat is not.
        expect(experts.filter(({ left }) => left !== null).length).toBe(
          (
            await ctx.manager.query(
              `SELECT FROM seats WHERE state <> 'accepted' AND answered_at IS NOT NULL`,
            )
          ).length,
        );
        expect(await reviews.isUnderWay(ctx, round.lotId)).toBe(false);
      });
    });

    it('draws a further panel without those who were called before', async () => {
      const more = FIELDS.filter((_, n) => n % 3 === 0);
      await addExperts(stage, round.organizer, more);
      await inReview((reviews, ctx) => reviews.restart(ctx, round.lotId));
      await stage.settled();
      const { items } = await round.organizer.ok.get(`/v1/panels?lotId=${round.lotId}`);
      expect(items.map(({ no, state }: any) => [no, state])).toEqual([
        [1, 'reported'],
        [2, 'drawn'],
      ]);
      const again = await stage.sql(
        `SELECT a.expert_id FROM seats a JOIN seats b ON a.expert_id = b.expert_id
         WHERE a.panel_id = $1 AND b.panel_id = $2`,
        [items[0].id, items[1].id],
      );
      expect(again).toEqual([]);
    });

    it('keeps secret whom it calls, though a notice has told of the review before', async () => {
      await inSystem(stage, async (ctx) => {
        await stage.get(Notices).publish(ctx, {
          kind: 'award',
          subject: { kind: 'lot', id: round.lotId },
          roundId: round.roundId,
          title: { zh: '拟立项公示', en: 'Proposed awards' },
          content: {},
        });
      });
      const { items } = await round.organizer.ok.get(`/v1/panels?lotId=${round.lotId}`);
      const openedBy = async ({ id }: any) =>
        (await stage.nobody.ok.get(`/v1/public/gz/panels/${id}/draw`)).opened;
      expect(await openedBy(items[0])).not.toBeNull();
      expect(await openedBy(items[1])).toBeNull();
    });

    it('is refused while one is under way, or where there was none', async () => {
      const restart = (lotId: string) => inReview((reviews, ctx) => reviews.restart(ctx, lotId));
      await expect(restart(round.lotId)).rejects.toMatchObject({ code: 'REVIEWS.UNDER_WAY' });
      await expect(restart(newId())).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND' });
      await inReview(async (reviews, ctx) => {
        expect(await reviews.isUnderWay(ctx, round.lotId)).toBe(true);
        await expect(reviews.ranking(ctx, round.lotId)).rejects.toMatchObject({
          code: 'ACCESS.NOT_FOUND',
        });
      });
    });
  });
});
