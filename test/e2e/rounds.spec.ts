import { newId } from '../../src/kernel/id';
import { toInstant } from '../../src/kernel/instant';
import { officer } from '../support/registers';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  CALL_CLOSES,
  CALL_OPENS,
  fundingBody,
  roundRequest,
  submit,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let streetId: string;
let body: FundingBody;
let ofStreet: Actor;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  streetId = await stage.unit(stage.cityId, 'street', 'luopu', '洛浦街道');
  body = await fundingBody(stage);
  ofStreet = await officer(stage, 'organizer', streetId);
});
afterAll(() => stage.close());

const codesOf = (answer: any): string[] => answer.body.errors.map(({ rule }: any) => rule);
const taskKinds = async (actor: Actor, subjectId: string): Promise<string[]> =>
  (await actor.ok.all('/v1/tasks'))
    .filter(({ subject }) => subject.id === subjectId)
    .map(({ kind }) => kind);
const eventNames = async (actor: Actor, subjectId: string): Promise<string[]> =>
  (await actor.ok.get('/v1/events?limit=200')).items
    .filter(({ subject }: any) => subject.id === subjectId)
    .map(({ name }: any) => name);

describe('a programme', () => {
  const wanted = (name: string) => ({
    unitId: stage.cityId,
    year: 2020,
    stream: 'public-interest-venture',
    name,
  });

  it('is set up by an organizer of its unit, and listed within reach', async () => {
    const made = await body.organizer.ok.post('/v1/programmes', wanted('社区治理计划'));
    expect(made).toMatchObject({ ...wanted('社区治理计划'), version: 1 });
    expect(await body.supervisor.ok.all('/v1/programmes')).toContainEqual(made);
    expect(await ofStreet.ok.all('/v1/programmes')).not.toContainEqual(made);
  });

  it('is refused twice under one name in a year, and allowed in another', async () => {
    await body.organizer.ok.post('/v1/programmes', wanted('助老计划'));
    const again = body.organizer.post('/v1/programmes', wanted('助老计划'));
    await expectRefusal(again, 409, 'ROUNDS.PROGRAMME_TAKEN');
    await body.organizer.ok.post('/v1/programmes', { ...wanted('助老计划'), year: 2021 });
  });

  it('is refused for another’s unit, an unknown one, and by who has another duty', async () => {
    const call = ofStreet.post('/v1/programmes', wanted('街道计划'));
    await expectRefusal(call, 404, 'ACCESS.NOT_FOUND');
    const unknown = { ...wanted('街道计划'), unitId: newId() };
    await expectRefusal(body.organizer.post('/v1/programmes', unknown), 422, 'UNITS.UNKNOWN');
    const approver = body.approver.post('/v1/programmes', wanted('街道计划'));
    await expectRefusal(approver, 403, 'ACCESS.DUTY_MISSING');
    const invalid = { ...wanted('街道计划'), stream: 'loans' };
    await expectRefusal(body.organizer.post('/v1/programmes', invalid), 400, 'REQUEST.INVALID');
  });
});

describe('drawing up a round', () => {
  it('keeps its rule set as the first revision, plans its lots, and asks the approvers', async () => {
    const request = roundRequest(body);
    const round = await body.organizer.ok.post('/v1/rounds', request);
    expect(round).toMatchObject({
      code: request.code,
      state: 'draft',
      revision: 1,
      ruleSet: request.ruleSet,
      pots: request.pots,
      lots: [{ code: 'main', state: 'planned', bidCount: null, bidsRoot: null }],
      createdBy: body.organizer.personId,
      approvedBy: null,
      version: 1,
    });
    expect(toInstant(round.lots[0].closesAt)).toEqual(toInstant(CALL_CLOSES));
    expect(await body.approver.ok.get(`/v1/rounds/${round.id}`)).toEqual(round);
    expect(await taskKinds(body.approver, round.id)).toEqual(['rounds.approve']);
    const told = await stage.sql(`SELECT person_id FROM messages WHERE subject_id = $1`, [
      round.id,
    ]);
    expect(told).toEqual([{ person_id: body.approver.personId }]);
  });

  it('refuses a rule set with faults, each with its place', async () => {
    const broken = roundRequest(body, (rules) => {
      rules.tranches[0]!.share = '0.6';
      rules.panel.size = 4;
    });
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', broken, { locale: 'en' }),
      422,
      'RULES.INVALID',
    );
    expect(codesOf(answer)).toEqual(
      expect.arrayContaining(['RULES.TRANCHES_NOT_WHOLE', 'RULES.PANEL_EVEN']),
    );
    const pointers = answer.body.errors.map(({ pointer }: any) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/tranches', '/panel/size']));
    expect(answer.body.errors[0].detail).toMatch(/[a-z]/);
  });

  it('refuses what the schema does not know, and a regime that is not run yet', async () => {
    const misspelt = roundRequest(body, (rules) => Object.assign(rules, { passMark: '60' }));
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', misspelt),
      422,
      'RULES.INVALID',
    );
    expect(codesOf(answer)).toContain('RULES.UNKNOWN_NAME');
    const procurement = roundRequest(body, (rules) => {
      rules.regime = 'procurement';
    });
    const refused = await expectRefusal(
      body.organizer.post('/v1/rounds', procurement),
      422,
      'ROUNDS.REGIME_UNSUPPORTED',
    );
    expect(refused.body.errors).toMatchObject([{ pointer: '/ruleSet/regime' }]);
  });

  it.each([
    ['a pot without a fund', ['welfare-lottery']],
    ['a fund for no pot', ['welfare-lottery', 'own', 'another']],
    ['two funds for a pot', ['welfare-lottery', 'own', 'own']],
  ])('refuses %s', async (_, codes) => {
    const second = {
      code: 'own',
      name: { zh: '财政资金', en: 'Budget' },
      source: 'fiscal',
      amount: '1.00',
    } as const;
    const request = roundRequest(body, ({ funding, provenance }) => {
      funding.push(second);
      provenance.length = 0;
    });
    const pots = codes.map((code) => ({ code, fundId: body.fundId }));
    const answer = await expectRefusal(
      body.organizer.post('/v1/rounds', { ...request, pots }),
      422,
      'ROUNDS.POTS_DIFFER',
    );
    expect(answer.body.errors).toMatchObject([{ pointer: '/pots' }]);
  });

  it('refuses a fund of another source, and an unknown one', async () => {
    const fund = { code: 'fiscal-1', name: '财政专项', source: 'fiscal' };
    const { id: fundId } = await body.organizer.ok.post('/v1/funds', fund);
    const request = roundRequest({ ...body, fundId });
    await expectRefusal(
      body.organizer.post('/v1/rounds', request),
      422,
      'ROUNDS.FUND_SOURCE_DIFFERS',
    );
    const unknown = roundRequest({ ...body, fundId: newId() });
    await expectRefusal(body.organizer.post('/v1/rounds', unknown), 422, 'FUNDS.UNKNOWN');
  });

  it('refuses a code that another round has, and takes it once that is cancelled', async () => {
    const request = roundRequest(body);
    const first = await body.organizer.ok.post('/v1/rounds', request);
    await expectRefusal(body.organizer.post('/v1/rounds', request), 409, 'ROUNDS.CODE_TAKEN');
    const reason = { reason: '方案调整' };
    await body.approver.ok.post(`/v1/rounds/${first.id}/cancellation`, reason, { ifMatch: 1 });
    await body.organizer.ok.post('/v1/rounds', request);
  });

  it('is refused under another’s programme, an unknown one, by other duties, and without a key', async () => {
    const request = roundRequest(body);
    await expectRefusal(ofStreet.post('/v1/rounds', request), 404, 'ACCESS.NOT_FOUND');
    const unknown = { ...request, programmeId: newId() };
    await expectRefusal(
      body.organizer.post('/v1/rounds', unknown),
      422,
      'ROUNDS.PROGRAMME_UNKNOWN',
    );
    await expectRefusal(body.approver.post('/v1/rounds', request), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(stage.nobody.post('/v1/rounds', request), 401, 'ACCESS.SIGN_IN_REQUIRED');
    const keyless = body.organizer.post('/v1/rounds', request, { key: null });
    await expectRefusal(keyless, 400, 'HTTP.KEY_REQUIRED');
  });

  it('gives the first answer again for a repeated key, and refuses the key for another round', async () => {
    const request = roundRequest(body);
    const first = await body.organizer.post('/v1/rounds', request, { key: 'a-key-of-a-round' });
    const again = await body.organizer.post('/v1/rounds', request, { key: 'a-key-of-a-round' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    const other = body.organizer.post('/v1/rounds', roundRequest(body), {
      key: 'a-key-of-a-round',
    });
    await expectRefusal(other, 422, 'HTTP.KEY_REUSED');
  });
});

describe('approving a round', () => {
  const draft = async () => body.organizer.ok.post('/v1/rounds', roundRequest(body));
  const approval = (id: string) => `/v1/rounds/${id}/approval`;

  it('sets its money aside, and waits for the call to open', async () => {
    const { id, version } = await draft();
    const approved = await body.approver.ok.post(approval(id), undefined, { ifMatch: version });
    expect(approved).toMatchObject({
      state: 'approved',
      approvedBy: body.approver.personId,
      version: 2,
    });
    const ledger = await body.organizer.ok.get(`/v1/ledger?roundId=${id}`);
    expect(JSON.stringify(ledger)).toContain('1000000.00');
    const [clock] = await stage.sql(
      `SELECT rule, due_at FROM clocks WHERE process_id = $1 AND state = 'running'`,
      [id],
    );
    expect(clock).toEqual({ rule: 'round.callOpens', due_at: toInstant(CALL_OPENS) });
    expect(await taskKinds(body.approver, id)).toEqual([]);
    await expectRefusal(stage.nobody.get(`/v1/public/gz/rounds/${id}`), 404, 'ACCESS.NOT_FOUND');
  });

  it('is refused to whoever drew it up, also with an approver’s mandate', async () => {
    const both = await stage.person('一人两职', [
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    const { id } = await both.ok.post('/v1/rounds', roundRequest(body));
    const call = both.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 409, 'ROUNDS.SAME_PERSON');
  });

  it('is refused without enough money in the fund, and leaves nothing behind', async () => {
    const poor = roundRequest(body, (rules) => {
      rules.funding[0]!.amount = '99000000.00';
    });
    const { id } = await body.organizer.ok.post('/v1/rounds', poor);
    const call = body.approver.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 422, 'LEDGER.INSUFFICIENT');
    expect(await body.organizer.ok.get(`/v1/rounds/${id}`)).toMatchObject({
      state: 'draft',
      version: 1,
    });
    expect(await stage.sql(`SELECT 1 FROM processes WHERE id = $1`, [id])).toEqual([]);
  });

  it('is refused for money of a unit above the approver’s', async () => {
    const street = await fundingBody(stage, streetId);
    const { id } = await street.organizer.ok.post('/v1/rounds', {
      ...roundRequest(street),
      pots: [{ code: 'welfare-lottery', fundId: body.fundId }],
    });
    const call = street.approver.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 409, 'ROUNDS.FUND_BEYOND_REACH');
    await body.approver.ok.post(approval(id), undefined, { ifMatch: 1 });
  });

  it('is refused when the call is over already', async () => {
    const past = roundRequest(body, (rules) => {
      rules.timetable.callOpensAt = '2020-01-10T00:00:00+08:00';
      rules.timetable.callClosesAt = '2020-02-01T00:00:00+08:00';
    });
    const { id } = await body.organizer.ok.post('/v1/rounds', past);
    const call = body.approver.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(call, 409, 'ROUNDS.CALL_OVER');
  });

  it('is refused by other duties, for an absent round, stale, without If-Match, and a second time', async () => {
    const { id } = await draft();
    const byOrganizer = body.organizer.post(approval(id), undefined, { ifMatch: 1 });
    await expectRefusal(byOrganizer, 403, 'ACCESS.DUTY_MISSING');
    const byStreet = await officer(stage, 'approver', streetId);
    await expectRefusal(
      byStreet.post(approval(id), undefined, { ifMatch: 1 }),
      404,
      'ACCESS.NOT_FOUND',
    );
    const absent = body.approver.post(approval(newId()), undefined, { ifMatch: 1 });
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    const stale = body.approver.post(approval(id), undefined, { ifMatch: 7 });
    await expectRefusal(stale, 412, 'HTTP.STALE');
    await expectRefusal(body.approver.post(approval(id)), 428, 'HTTP.MATCH_REQUIRED');
    await body.approver.ok.post(approval(id), undefined, { ifMatch: 1 });
    const again = body.approver.post(approval(id), undefined, { ifMatch: 2 });
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
  });
});

describe('reading rounds', () => {
  it('lists them within reach, and one that is another unit’s is absent', async () => {
    const street = await fundingBody(stage, streetId);
    const { id } = await street.organizer.ok.post('/v1/rounds', roundRequest(street));
    const city = await body.organizer.ok.post('/v1/rounds', roundRequest(body));
    const seenByStreet = await street.organizer.ok.all('/v1/rounds');
    expect(seenByStreet.map((round) => round.id)).toEqual(expect.arrayContaining([id]));
    expect(seenByStreet.map((round) => round.id)).not.toContain(city.id);
    await expectRefusal(street.approver.get(`/v1/rounds/${city.id}`), 404, 'ACCESS.NOT_FOUND');
    const filtered = await body.organizer.ok.all(`/v1/rounds?programmeId=${street.programmeId}`);
    expect(filtered.map((round) => round.id)).toEqual([id]);
    const ofRound = await stage.person('项目监督', [
      { duty: 'supervisor', scopeKind: 'round', scopeId: city.id },
    ]);
    expect((await ofRound.ok.all('/v1/rounds')).map((round) => round.id)).toEqual([city.id]);
    const { actor } = await bidder(stage);
    await expectRefusal(actor.get('/v1/rounds'), 403, 'ACCESS.DUTY_MISSING');
  });
});

describe('a call', () => {
  let round: any;
  let lotId: string;
  const publicPath = () => `/v1/public/gz/rounds/${round.id}`;

  beforeAll(async () => {
    round = await approvedRound(body);
    lotId = round.lots[0].id;
    await stage.advanceTo('2020-03-09T23:59:59+08:00');
  });

  it('is not announced a second early', async () => {
    await expectRefusal(stage.nobody.get(publicPath()), 404, 'ACCESS.NOT_FOUND');
  });

  it('opens when its rule set says: notice, public page, events, running deadline', async () => {
    await stage.advanceTo(CALL_OPENS);
    const seen = await stage.nobody.ok.get(publicPath());
    expect(seen).toMatchObject({
      state: 'announced',
      announcedAt: expect.stringMatching(/^2020-03-10T00:00:0/),
      revision: 1,
      lots: [{ id: lotId, state: 'open', closesAt: '2020-04-11T00:00:00.000+08:00' }],
    });
    expect(seen.sealingWarning.zh).toContain('未加密');
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=call&roundId=${round.id}`,
    );
    const whole = await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`);
    expect(whole.content).toMatchObject({ code: round.code, revision: 1, lots: [{ id: lotId }] });
    const { actor } = await bidder(stage);
    expect(await eventNames(actor, round.id)).toContain('rounds.round-announced');
    const [clock] = await stage.sql(
      `SELECT due_at, why FROM clocks WHERE subject_id = $1 AND state = 'running'`,
      [lotId],
    );
    expect(clock.due_at).toEqual(toInstant(CALL_CLOSES));
  });

  it('is not found under another tenant’s name, nor is its notice', async () => {
    await expectRefusal(
      stage.nobody.get(`/v1/public/elsewhere/rounds/${round.id}`),
      404,
      'ACCESS.NOT_FOUND',
    );
    await expectRefusal(
      stage.nobody.get(`/v1/public/gz/notices/${newId()}`),
      404,
      'ACCESS.NOT_FOUND',
    );
  });

  it('is extended later only, by an approver, with a reason that is published', async () => {
    const bidding = await bidder(stage);
    await submit(bidding, lotId);
    const { version } = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    const path = `/v1/rounds/${round.id}/extension`;
    const to = (callClosesAt: string) => ({ callClosesAt, reason: '疫情防控需要' });
    const later = to('2020-04-13T00:00:00+08:00');
    const refused = [
      [body.approver.post(path, to(CALL_CLOSES), { ifMatch: version }), 422, 'ROUNDS.NOT_LATER'],
      [
        body.approver.post(path, to('2020-07-01T00:00:00+08:00'), { ifMatch: version }),
        422,
        'RULES.INVALID',
      ],
      [
        body.approver.post(path, to('2020-02-30T00:00:00+08:00'), { ifMatch: version }),
        400,
        'REQUEST.INVALID',
      ],
      [
        body.approver.post(path, to('2020-04-13T00:00:00'), { ifMatch: version }),
        400,
        'REQUEST.INVALID',
      ],
      [
        body.approver.post(path, { callClosesAt: later.callClosesAt }, { ifMatch: version }),
        400,
        'REQUEST.INVALID',
      ],
      [body.approver.post(path, later, { ifMatch: version - 1 }), 412, 'HTTP.STALE'],
      [body.organizer.post(path, later, { ifMatch: version }), 403, 'ACCESS.DUTY_MISSING'],
    ] as const;
    for (const [call, status, code] of refused) await expectRefusal(call, status, code);

    const extended = await body.approver.ok.post(path, later, { ifMatch: version });
    expect(extended).toMatchObject({ revision: 2, version: version + 1, state: 'announced' });
    expect(extended.revisions[1]).toMatchObject({
      revision: 2,
      reason: '疫情防控需要',
      difference: [
        {
          pointer: '/timetable/callClosesAt',
          before: '2020-04-11T00:00:00+08:00',
          after: '2020-04-13T00:00:00.000+08:00',
        },
      ],
    });
    expect(extended.revisions[0].digest).not.toBe(extended.revisions[1].digest);
    expect(extended.lots[0].closesAt).toBe('2020-04-13T00:00:00.000+08:00');
    const [clock] = await stage.sql(
      `SELECT due_at FROM clocks WHERE subject_id = $1 AND state = 'running'`,
      [lotId],
    );
    expect(clock.due_at).toEqual(toInstant('2020-04-13T00:00:00+08:00'));
    const notices = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=correction&roundId=${round.id}`,
    );
    expect(notices).toHaveLength(1);
    const mails = await stage.sql(
      `SELECT person_id FROM messages WHERE template = 'rounds.extended' AND subject_id = $1`,
      [round.id],
    );
    expect(mails).toEqual([{ person_id: bidding.actor.personId }]);
  });

  it('stays open past its first deadline and closes at the second', async () => {
    await stage.advanceTo('2020-04-12T23:59:00+08:00');
    expect((await stage.nobody.ok.get(publicPath())).lots[0].state).toBe('open');
    await stage.advanceTo('2020-04-13T00:00:00+08:00');
    const [lot] = (await stage.nobody.ok.get(publicPath())).lots;
    expect(lot).toMatchObject({ state: 'closed', bidCount: 1 });
    expect(lot.bidsRoot).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is neither extended nor cancelled once it has closed', async () => {
    const { version } = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    const later = { callClosesAt: '2020-05-01T00:00:00+08:00', reason: '延期' };
    const extension = body.approver.post(`/v1/rounds/${round.id}/extension`, later, {
      ifMatch: version,
    });
    await expectRefusal(extension, 409, 'ROUNDS.CALL_CLOSED');
    const cancellation = body.approver.post(
      `/v1/rounds/${round.id}/cancellation`,
      { reason: '取消' },
      { ifMatch: version },
    );
    await expectRefusal(cancellation, 409, 'ROUNDS.CALL_CLOSED');
  });
});

describe('a round that takes another way', () => {
  const in2020 = (opens: string, closes: string) => (rules: any) => {
    rules.timetable.callOpensAt = opens;
    rules.timetable.callClosesAt = closes;
  };

  it('is cancelled with its bids: nothing is opened, the money goes back, the reason is public', async () => {
    const change = in2020('2020-04-20T00:00:00+08:00', '2020-05-20T00:00:00+08:00');
    const round = await approvedRound(body, change);
    await stage.advanceTo('2020-04-21T00:00:00+08:00');
    const bidding = await bidder(stage);
    const bid = await submit(bidding, round.lots[0].id);
    const { version } = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    const path = `/v1/rounds/${round.id}/cancellation`;
    const reason = { reason: '资金来源发生变化' };
    await expectRefusal(
      body.organizer.post(path, reason, { ifMatch: version }),
      403,
      'ACCESS.DUTY_MISSING',
    );
    const cancelled = await body.approver.ok.post(path, reason, { ifMatch: version });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cancelReason: reason.reason,
      lots: [{ state: 'cancelled', bidCount: null }],
    });
    expect(await bidding.actor.ok.get(`/v1/bids/${bid.id}`)).toMatchObject({
      state: 'lapsed',
      number: null,
      application: null,
    });
    const [{ left }] = await stage.sql(
      `SELECT sum(balance_fen)::text AS left FROM ledger_accounts WHERE round_id = $1`,
      [round.id],
    );
    expect(left).toBe('0');
    const mails = await stage.sql(
      `SELECT person_id FROM messages WHERE template = 'rounds.cancelled' AND subject_id = $1`,
      [round.id],
    );
    expect(mails).toEqual([{ person_id: bidding.actor.personId }]);
    const [process] = await stage.sql(`SELECT ended_at FROM processes WHERE id = $1`, [round.id]);
    expect(process.ended_at).not.toBeNull();
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=result&roundId=${round.id}`,
    );
    expect((await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`)).content).toEqual({
      outcome: 'cancelled',
      ...reason,
    });
    await expectRefusal(
      bidding.actor.post(`/v1/lots/${round.lots[0].id}/bids`, {
        partyId: bidding.partyId,
        revision: 1,
        content: 'e30=',
      }),
      409,
      'BIDS.CALL_CANCELLED',
    );
    const again = body.approver.post(path, reason, { ifMatch: cancelled.version });
    await expectRefusal(again, 409, 'STATE.OUT_OF_ORDER');
  });

  it('fails when nobody has bid, ends, and says so in public', async () => {
    const change = in2020('2020-04-22T00:00:00+08:00', '2020-04-25T00:00:00+08:00');
    const round = await approvedRound(body, change);
    await stage.advanceTo('2020-04-26T00:00:00+08:00');
    expect(await stage.nobody.ok.get(`/v1/public/gz/rounds/${round.id}`)).toMatchObject({
      state: 'ended',
      lots: [{ state: 'failed', bidCount: 0 }],
    });
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=result&roundId=${round.id}`,
    );
    expect(notice.title.zh).toContain('流标');
    const [process] = await stage.sql(`SELECT ended_at FROM processes WHERE id = $1`, [round.id]);
    expect(process.ended_at).not.toBeNull();
  });

  it('catches up by itself when its workflow is ended by force', async () => {
    const change = in2020('2020-04-27T00:00:00+08:00', '2020-04-29T00:00:00+08:00');
    const round = await approvedRound(body, change);
    await stage.settled();
    await stage.terminate('round', round.id);
    await stage.advanceTo('2020-04-28T00:00:00+08:00');
    const state = async () => (await body.organizer.ok.get(`/v1/rounds/${round.id}`)).state;
    expect(await state()).toBe('announced');
    await stage.terminate('round', round.id);
    await stage.advanceTo('2020-04-30T00:00:00+08:00');
    expect(await state()).toBe('ended');
  });
});

describe('what was recorded', () => {
  it('is one event per version of every round, lot, programme and notice', async () => {
    const faults = await stage.sql(
      `SELECT kind, id FROM (
         SELECT 'round' AS kind, id, version FROM rounds UNION ALL
         SELECT 'lot', id, version FROM lots UNION ALL
         SELECT 'programme', id, version FROM programmes UNION ALL
         SELECT 'notice', id, version FROM notices) thing
       WHERE version <> (SELECT count(*) FROM audit_events e
         WHERE e.aggregate_kind = thing.kind AND e.aggregate_id = thing.id)`,
    );
    expect(faults).toEqual([]);
  });
});
