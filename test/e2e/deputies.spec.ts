import { DeputiesStory } from '../support/deputies-story';
import { officer } from '../support/registers';
import { fundingBody, roundRequest, type FundingBody } from '../support/round-story';
import {
  expectRefusal,
  openStage,
  type Actor,
  type GivenMandate,
  type Stage,
} from '../support/stage';

const STARTS = '2020-02-03T09:00:00+08:00';

describe('a deputy', () => {
  let stage: Stage;
  let body: FundingBody;
  let story: DeputiesStory;
  beforeAll(async () => {
    stage = await openStage({ startsAt: STARTS });
    body = await fundingBody(stage);
    story = new DeputiesStory(stage);
  });
  afterAll(() => stage.close());

  const ofCity = (duty: string): GivenMandate => ({
    duty,
    scopeKind: 'unit',
    scopeId: stage.cityId,
  });
  /** What was remembered of somebody may be a second old. */
  const refusedSoon = async (call: () => Promise<{ status: number }>): Promise<void> => {
    const until = performance.now() + 5_000;
    while ((await call()).status !== 403 && performance.now() < until);
    expect((await call()).status).toBe(403);
  };

  describe('once appointed', () => {
    it('does the duty, and the record has both names', async () => {
      const principal = await officer(stage, 'organizer');
      const deputy = await stage.person('冯代');
      await expectRefusal(story.programme(deputy), 403, 'ACCESS.DUTY_MISSING');
      const made = await story.appointed(principal, 'organizer', deputy);
      const { status, body: done } = await story.programme(deputy);
      expect(status).toBe(201);
      const events = await stage.sql(
        `SELECT aggregate_kind, actor_id, on_behalf_of FROM audit_events WHERE aggregate_id = ANY($1) ORDER BY recorded_at`,
        [[made.id, done.id]],
      );
      expect(events).toEqual([
        { aggregate_kind: 'deputy', actor_id: principal.personId, on_behalf_of: null },
        {
          aggregate_kind: 'programme',
          actor_id: deputy.personId,
          on_behalf_of: principal.personId,
        },
      ]);
    });

    it('is told so by mail, sees the duty among their own, and gets its tasks and mails', async () => {
      const principal = await officer(stage, 'approver');
      const deputy = await stage.person('冯代');
      await story.appointed(principal, 'approver', deputy);
      const { mandates } = await deputy.ok.get('/v1/persons/me');
      expect(mandates).toMatchObject([{ duty: 'approver', onBehalfOf: principal.personId }]);
      const round = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
      const { items } = await deputy.ok.get('/v1/tasks?limit=200');
      expect(items).toContainEqual(
        expect.objectContaining({
          kind: 'rounds.approve',
          subject: expect.objectContaining({ id: round.id }),
          onBehalfOf: { id: principal.personId, name: 'approver of the tests' },
        }),
      );
      const mails = await stage.sql(
        `SELECT template, facts FROM messages WHERE person_id = $1 ORDER BY id`,
        [deputy.personId],
      );
      expect(mails[0]).toEqual({
        template: 'deputies.appointed',
        facts: {
          duty: '审批人 (approver)',
          from: expect.stringContaining('2020-02-03T09:'),
          until: '2020-02-20T00:00:00.000+08:00',
        },
      });
    });

    it('does as themselves what they may do themselves', async () => {
      const principal = await officer(stage, 'organizer');
      const colleague = await officer(stage, 'organizer');
      await story.appointed(principal, 'organizer', colleague);
      const { id } = (await story.programme(colleague)).body;
      const [event] = await stage.sql(
        `SELECT on_behalf_of FROM audit_events WHERE aggregate_id = $1`,
        [id],
      );
      expect(event.on_behalf_of).toBeNull();
    });
  });

  describe('does nothing', () => {
    it('before the beginning and after the end, which comes by itself', async () => {
      const principal = await officer(stage, 'organizer');
      const deputy = await stage.person('冯代');
      await story.appointed(principal, 'organizer', deputy, {
        fromAt: '2020-02-05T00:00:00+08:00',
        untilAt: '2020-02-06T00:00:00+08:00',
      });
      await expectRefusal(story.programme(deputy), 403, 'ACCESS.DUTY_MISSING');
      await stage.advanceTo('2020-02-05T09:00:00+08:00');
      const until = performance.now() + 5_000;
      while ((await story.programme(deputy)).status !== 201 && performance.now() < until);
      expect((await story.programme(deputy)).status).toBe(201);
      await stage.advanceTo('2020-02-06T00:00:00+08:00');
      await refusedSoon(() => story.programme(deputy));
    });

    it.each(['the principal', 'the deputy', 'the administrator', 'an approver of the unit'])(
      'after %s has ended it',
      async (who) => {
        const principal = await officer(stage, 'organizer');
        const deputy = await stage.person('冯代');
        const made = await story.appointed(principal, 'organizer', deputy);
        expect((await story.programme(deputy)).status).toBe(201);
        const by: Record<string, Actor> = {
          'the principal': principal,
          'the deputy': deputy,
          'the administrator': stage.admin,
          'an approver of the unit': body.approver,
        };
        const { status, body: ended } = await story.end(by[who]!, made);
        expect([status, ended.endedBy]).toEqual([201, by[who]!.personId]);
        await expectRefusal(story.programme(deputy), 403, 'ACCESS.DUTY_MISSING');
        await expectRefusal(story.end(by[who]!, ended), 409, 'DEPUTIES.ENDED');
        const told = await stage.sql(
          `SELECT person_id FROM messages WHERE template = 'deputies.ended' AND subject_id = $1`,
          [made.id],
        );
        expect(told.map(({ person_id }) => person_id).sort()).toEqual(
          [principal.personId, deputy.personId].sort(),
        );
      },
    );

    it('after the mandate has ended', async () => {
      const principal = await officer(stage, 'organizer');
      const deputy = await stage.person('冯代');
      await story.appointed(principal, 'organizer', deputy);
      const id = await story.mandateOf(principal, 'organizer');
      await stage.admin.ok.post(`/v1/mandates/${id}/end`, undefined, { ifMatch: 1 });
      await refusedSoon(() => story.programme(deputy));
      await expectRefusal(
        story.appoint(principal, 'organizer', deputy),
        409,
        'DEPUTIES.MANDATE_ENDED',
      );
    });
  });

  describe('is not ended', () => {
    it('by somebody else, to whom it is absent', async () => {
      const street = await stage.unit(stage.cityId, 'street', 'dalong', '大龙街道');
      const principal = await officer(stage, 'organizer');
      const deputy = await stage.person('冯代');
      const made = await story.appointed(principal, 'organizer', deputy);
      const below = await officer(stage, 'approver', street);
      for (const who of [await stage.person('路人'), below, body.supervisor]) {
        const { text } = await expectRefusal(story.end(who, made), 404, 'ACCESS.NOT_FOUND');
        const absent = await story.end(who, {
          id: '01890000-0000-7000-8000-000000000000',
          version: 1,
        });
        expect(withoutTrace(text)).toEqual(withoutTrace(absent.text));
      }
      expect((await story.programme(deputy)).status).toBe(201);
    });

    it('without its ETag, or with a stale one', async () => {
      const principal = await officer(stage, 'organizer');
      const made = await story.appointed(principal, 'organizer', await stage.person('冯代'));
      const path = `/v1/deputies/${made.id}/end`;
      await expectRefusal(principal.post(path), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(principal.post(path, undefined, { ifMatch: 7 }), 412, 'HTTP.STALE');
    });
  });

  describe('counts as the one they act for', () => {
    const draw = async (who: Actor) => {
      const { status, text, body: round } = await who.post('/v1/rounds', roundRequest(body));
      expect({ status, text }).toEqual({ status: 201, text });
      return round;
    };
    const approve = (who: Actor, { id, version }: any) =>
      who.post(`/v1/rounds/${id}/approval`, undefined, { ifMatch: version });

    it('so that nobody approves what their deputy drew up, nor the deputy', async () => {
      const both = await stage.person('陈双', [ofCity('organizer'), ofCity('approver')]);
      const deputy = await stage.person('冯代');
      await story.appointed(both, 'organizer', deputy);
      const round = await draw(deputy);
      await stage.admin.ok.post(`/v1/persons/${deputy.personId}/mandates`, ofCity('approver'));
      await expectRefusal(approve(both, round), 409, 'ROUNDS.SAME_PERSON');
      await expectRefusal(approve(deputy, round), 409, 'ROUNDS.SAME_PERSON');
      expect((await approve(body.approver, round)).status).toBe(201);
    });

    it('so that a deputy does not approve what the approver drew up', async () => {
      const both = await stage.person('陈双', [ofCity('organizer'), ofCity('approver')]);
      const deputy = await stage.person('冯代');
      await story.appointed(both, 'approver', deputy);
      await expectRefusal(approve(deputy, await draw(both)), 409, 'ROUNDS.SAME_PERSON');
      expect((await approve(deputy, await draw(body.organizer))).status).toBe(201);
    });

    it('so that what either has been on a round keeps both from the other side', async () => {
      const principal = await officer(stage, 'approver');
      const deputy = await stage.person('冯代');
      await story.appointed(principal, 'approver', deputy);
      const [first, second, third] = [
        await draw(body.organizer),
        await draw(body.organizer),
        await draw(body.organizer),
      ];
      await story.noteBidder(deputy, first.id);
      await story.noteBidder(principal, second.id);
      await expectRefusal(approve(deputy, first), 409, 'PEOPLE.DUTIES_CONFLICT');
      await expectRefusal(approve(deputy, second), 409, 'PEOPLE.DUTIES_CONFLICT');
      expect((await approve(deputy, third)).status).toBe(201);
      const noted = await stage.sql(
        `SELECT person_id FROM subject_duties WHERE subject_id = $1 AND person_id = ANY($2)`,
        [third.id, [principal.personId, deputy.personId]],
      );
      expect(noted).toHaveLength(2);
    });
  });

  it('is listed to both, to who is over them, and to nobody else', async () => {
    const principal = await officer(stage, 'organizer');
    const deputy = await stage.person('冯代');
    const { id } = await story.appointed(principal, 'organizer', deputy);
    const sees = async (who: Actor) =>
      (await who.ok.all('/v1/deputies')).some((item) => item.id === id);
    for (const who of [principal, deputy, body.approver, body.supervisor, stage.admin]) {
      expect(await sees(who)).toBe(true);
    }
    const street = await stage.unit(stage.cityId, 'street', 'shiji', '石基街道');
    const others = [
      await stage.person('路人'),
      await officer(stage, 'organizer'),
      await officer(stage, 'approver', street),
    ];
    for (const who of others) expect(await sees(who)).toBe(false);
    const [item] = await deputy.ok.all('/v1/deputies');
    expect(item).toMatchObject({
      duty: 'organizer',
      scopeKind: 'unit',
      scopeId: stage.cityId,
      principalId: principal.personId,
      personId: deputy.personId,
      endedAt: null,
    });
  });
});

const withoutTrace = (text: string): unknown => ({ ...JSON.parse(text), traceId: '' });
