import { newId } from '../../src/kernel/id';
import { toInstant } from '../../src/kernel/instant';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  CALL_CLOSES,
  CALL_OPENS,
  eventNames,
  fundingBody,
  submit,
  unrecorded,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

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
    expect(await eventNames(stage, actor, round.id)).toContain('rounds.round-announced');
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
    const left = async () => {
      const [{ fen }] = await stage.sql(
        `SELECT sum(balance_fen)::text AS fen FROM ledger_accounts WHERE round_id = $1`,
        [round.id],
      );
      return fen;
    };
    // Ended on 25 April; thirty days, that day not counted, end with 25 May: until then it may be commissioned.
    await stage.advanceTo('2020-05-25T23:59:00+08:00');
    expect(await left()).toBe('100000000');
    await stage.advanceTo('2020-05-26T00:00:00+08:00');
    expect(await left()).toBe('0');
    expect(await body.organizer.ok.get(`/v1/rounds/${round.id}`)).toMatchObject({
      state: 'ended',
      moneyReturnedAt: expect.stringMatching(/^2020-05-26T00:00:0/),
    });
    const [process] = await stage.sql(`SELECT ended_at FROM processes WHERE id = $1`, [round.id]);
    expect(process.ended_at).not.toBeNull();
  });

  it('catches up by itself when its workflow is ended by force', async () => {
    const change = in2020('2020-05-27T00:00:00+08:00', '2020-05-29T00:00:00+08:00');
    const round = await approvedRound(body, change);
    await stage.settled();
    await stage.terminate('round', round.id);
    await stage.advanceTo('2020-05-28T00:00:00+08:00');
    const state = async () => (await body.organizer.ok.get(`/v1/rounds/${round.id}`)).state;
    expect(await state()).toBe('announced');
    await stage.terminate('round', round.id);
    await stage.advanceTo('2020-05-30T00:00:00+08:00');
    expect(await state()).toBe('ended');
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
