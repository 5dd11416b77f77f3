import { newId } from '../../src/kernel/id';
import { toInstant } from '../../src/kernel/instant';
import { smallRound } from '../../src/rules/small-round.fixture';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  CALL_CLOSES,
  CALL_OPENS,
  closingAt,
  correct,
  eventNames,
  fundingBody,
  proposeCorrection,
  submit,
  unrecorded,
  type Bidder,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

let stage: Stage;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

describe('the deadline of a call', () => {
  let round: any;
  let lotId: string;
  let unapproved: any;
  const publicPath = () => `/v1/public/gz/rounds/${round.id}`;
  let bidding: Bidder;
  let version: number;
  let extension: any;
  const path = () => `/v1/rounds/${round.id}/correction`;
  const to = (callClosesAt: string) => ({
    ruleSet: smallRound(closingAt(callClosesAt)),
    reason: '疫情防控需要',
  });
  const later = to('2020-04-13T00:00:00+08:00');
  const approval = (by: Actor, ifMatch = 1) =>
    by.post(`/v1/corrections/${extension.id}/approval`, undefined, { ifMatch });
  const deadline = async () => (await stage.nobody.ok.get(publicPath())).lots[0].closesAt;

  beforeAll(async () => {
    round = await approvedRound(body);
    lotId = round.lots[0].id;
    await stage.advanceTo(CALL_OPENS);
    bidding = await bidder(stage);
    await submit(bidding, lotId);
    ({ version } = await body.organizer.ok.get(`/v1/rounds/${round.id}`));
  });

  it('is proposed later only, by an organizer, within what the rules allow, with a reason', async () => {
    const { organizer, approver } = body;
    const asked = (body: object, by = organizer, ifMatch = version) =>
      by.post(path(), body, { ifMatch });
    const refused = [
      [asked(to(CALL_CLOSES)), 422, 'ROUNDS.NOTHING_CORRECTED'],
      [asked(to('2020-04-10T23:59:59+08:00')), 422, 'ROUNDS.NOT_LATER'],
      [asked(to('2020-07-01T00:00:00+08:00')), 422, 'RULES.INVALID'],
      [asked(to('2020-02-30T00:00:00+08:00')), 422, 'RULES.INVALID'],
      [asked(to('2020-04-13T00:00:00')), 422, 'RULES.INVALID'],
      [asked({ ruleSet: later.ruleSet }), 400, 'REQUEST.INVALID'],
      [asked({ reason: later.reason }), 400, 'REQUEST.INVALID'],
      [asked(later, organizer, version + 1), 412, 'HTTP.STALE'],
      [asked(later, approver), 403, 'ACCESS.DUTY_MISSING'],
      [asked(later, bidding.actor), 403, 'ACCESS.DUTY_MISSING'],
      [organizer.post(path(), later), 428, 'HTTP.MATCH_REQUIRED'],
    ] as const;
    for (const [call, status, code] of refused) await expectRefusal(call, status, code);
  });

  it('by the proposal alone it is not: nothing changes, nobody outside hears of it', async () => {
    const before = await stage.nobody.ok.get(publicPath());
    extension = await body.organizer.ok.post(path(), later, { ifMatch: version });
    expect(extension).toMatchObject({
      state: 'proposed',
      from: '2020-04-11T00:00:00.000+08:00',
      to: '2020-04-13T00:00:00.000+08:00',
      proposedBy: body.organizer.personId,
      decidedBy: null,
      version: 1,
    });
    await stage.settled();
    expect(await stage.nobody.ok.get(publicPath())).toEqual(before);
    expect(await eventNames(stage, bidding.actor, extension.id)).toEqual([]);
    const again = body.organizer.post(path(), later, { ifMatch: version });
    await expectRefusal(again, 409, 'ROUNDS.CORRECTION_PROPOSED');
  });

  it('is refused by an approver, and then may be proposed anew', async () => {
    const refusal = `/v1/corrections/${extension.id}/refusal`;
    const reason = { reason: '时间已足够' };
    await expectRefusal(
      body.organizer.post(refusal, reason, { ifMatch: 1 }),
      403,
      'ACCESS.DUTY_MISSING',
    );
    await body.approver.ok.post(refusal, reason, { ifMatch: 1 });
    await expectRefusal(approval(body.approver), 412, 'HTTP.STALE');
    await expectRefusal(approval(body.approver, 2), 409, 'STATE.OUT_OF_ORDER');
    expect(await deadline()).toBe('2020-04-11T00:00:00.000+08:00');
    extension = await body.organizer.ok.post(path(), later, { ifMatch: version });
  });

  it('is approved by another person alone, an approver, as it was read', async () => {
    const both = await stage.person('自批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    const refusal = `/v1/corrections/${extension.id}/refusal`;
    await body.approver.ok.post(refusal, { reason: '改由他人提出' }, { ifMatch: 1 });
    extension = await both.ok.post(path(), later, { ifMatch: version });
    await expectRefusal(approval(both), 409, 'ROUNDS.SAME_PERSON_CORRECTS');
    await expectRefusal(approval(body.organizer), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(approval(body.approver, 2), 412, 'HTTP.STALE');
    const absent = body.approver.post(`/v1/corrections/${newId()}/approval`, undefined, {
      ifMatch: 1,
    });
    await expectRefusal(absent, 404, 'ACCESS.NOT_FOUND');
    expect(await deadline()).toBe('2020-04-11T00:00:00.000+08:00');
  });

  it('moves with the approval: the rules’ next revision, the clock, a notice, a mail to who has bid', async () => {
    const calls = Array.from({ length: 20 }, () => approval(body.approver));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(19);
    const extended = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    expect(extended).toMatchObject({ revision: 2, version: version + 1, state: 'announced' });
    expect(extended.revisions[1]).toMatchObject({
      revision: 2,
      reason: '疫情防控需要',
      difference: [
        {
          pointer: '/timetable/callClosesAt',
          before: '2020-04-11T00:00:00+08:00',
          after: '2020-04-13T00:00:00+08:00',
        },
      ],
    });
    expect(extended.revisions[0].digest).not.toBe(extended.revisions[1].digest);
    expect(extended.lots[0].closesAt).toBe('2020-04-13T00:00:00.000+08:00');
    expect(extended.corrections.map(({ state }: any) => state)).toEqual([
      'refused',
      'refused',
      'approved',
    ]);
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
    const { items } = await body.approver.ok.get('/v1/tasks?limit=200');
    expect(items.filter(({ subject }: any) => subject.id === extension.id)).toEqual([]);
  });

  it('keeps all former deadlines, for everybody to read', async () => {
    await correct(body, round.id, closingAt('2020-04-14T00:00:00+08:00'), { reason: '系统维护' });
    const { corrections, lots } = await stage.nobody.ok.get(publicPath());
    expect(corrections).toEqual([
      {
        from: '2020-04-11T00:00:00.000+08:00',
        to: '2020-04-13T00:00:00.000+08:00',
        requiresResubmission: false,
        reason: '疫情防控需要',
        revision: 2,
        approvedAt: expect.any(String),
      },
      {
        from: '2020-04-13T00:00:00.000+08:00',
        to: '2020-04-14T00:00:00.000+08:00',
        requiresResubmission: false,
        reason: '系统维护',
        revision: 3,
        approvedAt: expect.any(String),
      },
    ]);
    expect(lots[0].closesAt).toBe('2020-04-14T00:00:00.000+08:00');
  });

  it('is moved by nobody past the two, not even in the database', async () => {
    const moved = stage.sql(
      `UPDATE lots SET closes_at = closes_at + interval '1 day' WHERE id = $1`,
      [lotId],
    );
    await expect(moved).rejects.toThrow('two persons');
    const forged = stage.sql(
      `UPDATE corrections SET decided_by = proposed_by, state = 'approved' WHERE id = $1`,
      [extension.id],
    );
    await expect(forged).rejects.toThrow('decided once');
  });

  it('stays open past its first deadline and closes at the last', async () => {
    await stage.advanceTo('2020-04-13T23:59:00+08:00');
    expect((await stage.nobody.ok.get(publicPath())).lots[0].state).toBe('open');
    unapproved = await proposeCorrection(body, round.id, closingAt('2020-04-20T00:00:00+08:00'));
    await stage.advanceTo('2020-04-14T00:00:00+08:00');
    const [lot] = (await stage.nobody.ok.get(publicPath())).lots;
    expect(lot).toMatchObject({ state: 'closed', bidCount: 1 });
    expect(lot.bidsRoot).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is neither extended nor cancelled once it has closed', async () => {
    const { version, corrections } = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    const proposal = body.organizer.post(path(), to('2020-05-01T00:00:00+08:00'), {
      ifMatch: version,
    });
    await expectRefusal(proposal, 409, 'ROUNDS.CALL_CLOSED');
    expect(corrections.at(-1)).toMatchObject({ id: unapproved.id, state: 'lapsed', version: 2 });
    const approval = body.approver.post(`/v1/corrections/${unapproved.id}/approval`, undefined, {
      ifMatch: 2,
    });
    await expectRefusal(approval, 409, 'ROUNDS.CALL_CLOSED');
    const cancellation = body.approver.post(
      `/v1/rounds/${round.id}/cancellation`,
      { reason: '取消' },
      { ifMatch: version },
    );
    await expectRefusal(cancellation, 409, 'ROUNDS.CALL_CLOSED');
  });

  it('leaves one event per version of everything, and a record that holds', async () => {
    expect(await unrecorded(stage)).toEqual([]);
    const { I6, L1, W4 } = await verifyStage(stage);
    expect({ I6, L1, W4 }).toEqual({ I6: [], L1: [], W4: [] });
  });
});
