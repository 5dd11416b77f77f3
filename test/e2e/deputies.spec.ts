import { officer } from '../support/registers';
import { fundingBody, roundRequest, type FundingBody } from '../support/round-story';
import { Actor, expectRefusal, openStage, type GivenMandate, type Stage } from '../support/stage';

const STARTS = '2020-02-03T09:00:00+08:00';
const UNTIL = '2020-02-20T00:00:00+08:00';

describe('a deputy', () => {
  let stage: Stage;
  let body: FundingBody;
  beforeAll(async () => {
    stage = await openStage({ startsAt: STARTS });
    body = await fundingBody(stage);
  });
  afterAll(() => stage.close());

  const ofCity = (duty: string): GivenMandate => ({
    duty,
    scopeKind: 'unit',
    scopeId: stage.cityId,
  });
  const mandateOf = async ({ personId }: Actor, duty: string): Promise<string> => {
    const rows = await stage.sql(`SELECT id FROM mandates WHERE person_id = $1 AND duty = $2`, [
      personId,
      duty,
    ]);
    return rows[0].id;
  };
  const appoint = async (principal: Actor, duty: string, deputy: Actor, changes: object = {}) =>
    principal.post(`/v1/mandates/${await mandateOf(principal, duty)}/deputies`, {
      personId: deputy.personId,
      untilAt: UNTIL,
      reason: '因公出差',
      ...changes,
    });
  const appointed = async (...call: Parameters<typeof appoint>): Promise<any> => {
    const { status, text, body: made } = await appoint(...call);
    expect({ status, text }).toEqual({ status: 201, text });
    return made;
  };
  const end = (who: Actor, { id, version }: any) =>
    who.post(`/v1/deputies/${id}/end`, undefined, { ifMatch: version });
  let programmes = 0;
  const programme = (who: Actor) => {
    programmes += 1;
    return who.post('/v1/programmes', {
      unitId: stage.cityId,
      year: 2020,
      stream: 'public-interest-venture',
      name: `代理人的公益创投计划${programmes}`,
    });
  };
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
      await expectRefusal(programme(deputy), 403, 'ACCESS.DUTY_MISSING');
      const made = await appointed(principal, 'organizer', deputy);
      const { status, body: done } = await programme(deputy);
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
      await appointed(principal, 'approver', deputy);
      const { mandates } = await deputy.ok.get('/v1/persons/me');
      expect(mandates).toMatchObject([{ duty: 'approver', onBehalfOf: principal.personId }]);
      const round = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
      const { items } = await deputy.ok.get('/v1/tasks?limit=200');
      expect(items).toContainEqual(
        expect.objectContaining({
          kind: 'rounds.approve',
          subject: expect.objectContaining({ id: round.id }),
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
      await appointed(principal, 'organizer', colleague);
      const { id } = (await programme(colleague)).body;
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
      await appointed(principal, 'organizer', deputy, {
        fromAt: '2020-02-05T00:00:00+08:00',
        untilAt: '2020-02-06T00:00:00+08:00',
      });
      await expectRefusal(programme(deputy), 403, 'ACCESS.DUTY_MISSING');
      await stage.advanceTo('2020-02-05T09:00:00+08:00');
      const until = performance.now() + 5_000;
      while ((await programme(deputy)).status !== 201 && performance.now() < until);
      expect((await programme(deputy)).status).toBe(201);
      await stage.advanceTo('2020-02-06T00:00:00+08:00');
      await refusedSoon(() => programme(deputy));
    });

    it.each(['the principal', 'the deputy', 'the administrator', 'an approver of the unit'])(
      'after %s has ended it',
      async (who) => {
        const principal = await officer(stage, 'organizer');
        const deputy = await stage.person('冯代');
        const made = await appointed(principal, 'organizer', deputy);
        expect((await programme(deputy)).status).toBe(201);
        const by: Record<string, Actor> = {
          'the principal': principal,
          'the deputy': deputy,
          'the administrator': stage.admin,
          'an approver of the unit': body.approver,
        };
        const { status, body: ended } = await end(by[who]!, made);
        expect([status, ended.endedBy]).toEqual([201, by[who]!.personId]);
        await expectRefusal(programme(deputy), 403, 'ACCESS.DUTY_MISSING');
        await expectRefusal(end(by[who]!, ended), 409, 'DEPUTIES.ENDED');
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
      await appointed(principal, 'organizer', deputy);
      const id = await mandateOf(principal, 'organizer');
      await stage.admin.ok.post(`/v1/mandates/${id}/end`, undefined, { ifMatch: 1 });
      await refusedSoon(() => programme(deputy));
      await expectRefusal(appoint(principal, 'organizer', deputy), 409, 'DEPUTIES.MANDATE_ENDED');
    });
  });

  describe('is not ended', () => {
    it('by somebody else, to whom it is absent', async () => {
      const street = await stage.unit(stage.cityId, 'street', 'dalong', '大龙街道');
      const principal = await officer(stage, 'organizer');
      const deputy = await stage.person('冯代');
      const made = await appointed(principal, 'organizer', deputy);
      const below = await officer(stage, 'approver', street);
      for (const who of [await stage.person('路人'), below, body.supervisor]) {
        const { text } = await expectRefusal(end(who, made), 404, 'ACCESS.NOT_FOUND');
        const absent = await end(who, { id: '01890000-0000-7000-8000-000000000000', version: 1 });
        expect(withoutTrace(text)).toEqual(withoutTrace(absent.text));
      }
      expect((await programme(deputy)).status).toBe(201);
    });

    it('without its ETag, or with a stale one', async () => {
      const principal = await officer(stage, 'organizer');
      const made = await appointed(principal, 'organizer', await stage.person('冯代'));
      const path = `/v1/deputies/${made.id}/end`;
      await expectRefusal(principal.post(path), 428, 'HTTP.MATCH_REQUIRED');
      await expectRefusal(principal.post(path, undefined, { ifMatch: 7 }), 412, 'HTTP.STALE');
    });
  });

  describe('is not appointed', () => {
    let principal: Actor;
    let deputy: Actor;
    beforeAll(async () => {
      principal = await officer(stage, 'organizer');
      deputy = await stage.person('冯代');
    });
    const none = async (call: Promise<any>, status: number, code: string): Promise<void> => {
      const count = async () => (await stage.sql(`SELECT count(*) FROM deputies`))[0].count;
      const before = await count();
      await expectRefusal(call, status, code);
      expect(await count()).toBe(before);
    };

    it('for a mandate of somebody else, not even by the administrator', async () => {
      const id = await mandateOf(principal, 'organizer');
      const wanted = { personId: deputy.personId, untilAt: UNTIL, reason: '因公出差' };
      for (const who of [await officer(stage, 'organizer'), body.approver, stage.admin]) {
        await none(who.post(`/v1/mandates/${id}/deputies`, wanted), 404, 'ACCESS.NOT_FOUND');
      }
    });

    it('by a deputy, onward', async () => {
      const other = await officer(stage, 'organizer');
      await appointed(other, 'organizer', deputy);
      const id = await mandateOf(other, 'organizer');
      const wanted = { personId: principal.personId, untilAt: UNTIL, reason: '因公出差' };
      await none(deputy.post(`/v1/mandates/${id}/deputies`, wanted), 404, 'ACCESS.NOT_FOUND');
    });

    it('by and for the same person', () =>
      none(appoint(principal, 'organizer', principal), 422, 'DEPUTIES.OWN_DEPUTY'));

    it('when nobody knows them', () => {
      const personId = '01890000-0000-7000-8000-000000000000';
      return none(appoint(principal, 'organizer', deputy, { personId }), 422, 'PEOPLE.UNKNOWN');
    });

    it.each(['expert', 'evaluator', 'resident'])('for what is done in person: %s', async (duty) =>
      none(appoint(await officer(stage, duty), duty, deputy), 422, 'DEPUTIES.DUTY_IN_PERSON'),
    );

    it('for the administrator, nor as one', async () => {
      await none(appoint(stage.admin, 'administrator', deputy), 422, 'DEPUTIES.DUTY_IN_PERSON');
      await none(appoint(principal, 'organizer', stage.admin), 409, 'DEPUTIES.DUTIES_CONFLICT');
    });

    it.each([
      ['that has begun', { fromAt: '2020-02-03T08:00:00+08:00' }],
      ['that ends before it begins', { fromAt: '2020-02-21T00:00:00+08:00' }],
      ['that is over', { untilAt: '2020-02-02T00:00:00+08:00' }],
      ['of more than a year', { untilAt: '2021-06-03T00:00:00+08:00' }],
    ])('for a time %s', (_, changes) =>
      none(appoint(principal, 'organizer', deputy, changes), 422, 'DEPUTIES.TIME_UNSOUND'),
    );

    it('beside another at the same time, but after that one', async () => {
      const holder = await officer(stage, 'organizer');
      const first = await appointed(holder, 'organizer', deputy);
      const second = await stage.person('陈代');
      await none(appoint(holder, 'organizer', second), 409, 'DEPUTIES.OVERLAPS');
      const later = { fromAt: UNTIL, untilAt: '2020-03-01T00:00:00+08:00' };
      await appointed(holder, 'organizer', second, later);
      await end(holder, first);
      await appointed(holder, 'organizer', second);
    });

    it('without a reason', async () => {
      for (const reason of [undefined, '', '  ']) {
        const call = appoint(principal, 'organizer', deputy, { reason });
        await none(call, 400, 'REQUEST.INVALID');
      }
    });

    it('when they have been on the other side of the round', async () => {
      const { id } = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
      const ofRound = { duty: 'organizer', scopeKind: 'round', scopeId: id } as const;
      const holder = await stage.person('陈组', [ofRound]);
      await noteBidder(deputy, id);
      await none(appoint(holder, 'organizer', deputy), 409, 'DEPUTIES.DUTIES_CONFLICT');
      await appointed(holder, 'organizer', await stage.person('陈代'));
    });
  });

  it('is made administrator no more than an administrator is made deputy', async () => {
    const deputy = await stage.person('冯代');
    await appointed(await officer(stage, 'organizer'), 'organizer', deputy);
    const call = stage.admin.post(
      `/v1/persons/${deputy.personId}/mandates`,
      ofCity('administrator'),
    );
    await expectRefusal(call, 409, 'PEOPLE.DUTIES_CONFLICT');
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
      await appointed(both, 'organizer', deputy);
      const round = await draw(deputy);
      await stage.admin.ok.post(`/v1/persons/${deputy.personId}/mandates`, ofCity('approver'));
      await expectRefusal(approve(both, round), 409, 'ROUNDS.SAME_PERSON');
      await expectRefusal(approve(deputy, round), 409, 'ROUNDS.SAME_PERSON');
      expect((await approve(body.approver, round)).status).toBe(201);
    });

    it('so that a deputy does not approve what the approver drew up', async () => {
      const both = await stage.person('陈双', [ofCity('organizer'), ofCity('approver')]);
      const deputy = await stage.person('冯代');
      await appointed(both, 'approver', deputy);
      await expectRefusal(approve(deputy, await draw(both)), 409, 'ROUNDS.SAME_PERSON');
      expect((await approve(deputy, await draw(body.organizer))).status).toBe(201);
    });

    it('so that what either has been on a round keeps both from the other side', async () => {
      const principal = await officer(stage, 'approver');
      const deputy = await stage.person('冯代');
      await appointed(principal, 'approver', deputy);
      const [first, second, third] = [
        await draw(body.organizer),
        await draw(body.organizer),
        await draw(body.organizer),
      ];
      await noteBidder(deputy, first.id);
      await noteBidder(principal, second.id);
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
    const { id } = await appointed(principal, 'organizer', deputy);
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

  it('cannot be written otherwise than by appointing and ending', async () => {
    const principal = await officer(stage, 'organizer');
    const { id } = await appointed(principal, 'organizer', await stage.person('冯代'));
    const change = stage.sql(`UPDATE deputies SET until_at = until_at + '1 day' WHERE id = $1`, [
      id,
    ]);
    await expect(change).rejects.toThrow('only ended');
    const expert = await officer(stage, 'expert');
    const insert = stage.sql(
      `INSERT INTO deputies (id, tenant_id, mandate_id, principal_id, person_id, from_at, until_at, reason, appointed_at)
       SELECT gen_random_uuid(), $1, m.id, m.person_id, $3, app_now(), app_now() + '1 day', '代理', app_now()
       FROM mandates m WHERE m.person_id = $2`,
      [stage.cityId, expert.personId, principal.personId],
    );
    await expect(insert).rejects.toThrow('not done in person');
  });

  async function noteBidder({ personId }: Actor, roundId: string): Promise<void> {
    await stage.sql(
      `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
      [personId, roundId, stage.cityId],
    );
  }
});

const withoutTrace = (text: string): unknown => ({ ...JSON.parse(text), traceId: '' });
