import type { RuleSet } from '../../src/rules';
import { approval, stricter } from '../support/corrections-story';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  closingAt,
  fundingBody,
  proposeCorrection,
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

const publicRound = (id: string) => stage.nobody.ok.get(`/v1/public/gz/rounds/${id}`);

describe('a correction of the rules', () => {
  let round: any;
  let outsider: Bidder;
  let correction: any;
  const propose = async (
    change: (rules: any) => void,
    more: object = {},
    by: Actor = body.organizer,
  ) => {
    const { version, ruleSet } = await body.organizer.ok.get(`/v1/rounds/${round.id}`);
    change(ruleSet);
    const request = { ruleSet, reason: '补充保险要求', ...more };
    return by.post(`/v1/rounds/${round.id}/correction`, request, { ifMatch: version });
  };

  beforeAll(async () => {
    round = await approvedRound(body);
    outsider = await bidder(stage);
    await stage.advanceTo('2020-03-30T09:00:00+08:00');
  });

  it.each<[string, (rules: any) => void, string]>([
    ['the regime', (r) => (r.regime = 'procurement'), '/regime'],
    ['the rule set’s own code', (r) => (r.code = 'other'), '/code'],
    ['a lot’s code', (r) => (r.lots[0].code = 'all'), '/lots/0/code'],
    ['the money', (r) => (r.funding[0].amount = '2000000.00'), '/funding/0/amount'],
    [
      'when the call opened',
      (r) => (r.timetable.callOpensAt = '2020-03-11T00:00:00+08:00'),
      '/timetable/callOpensAt',
    ],
  ])('is refused by name where it concerns %s', async (_, change, place) => {
    const answer = await expectRefusal(propose(change), 422, 'ROUNDS.CORRECTION_FIXED');
    expect(answer.body.facts).toEqual({ places: place });
    expect(answer.text).toContain(`"/ruleSet${place}"`);
  });

  it('is proposed by an organizer, as the round was read, sound and different, with a reason', async () => {
    const title = (r: any) => (r.title.en = 'Another title');
    const refused = [
      [propose(() => undefined), 422, 'ROUNDS.NOTHING_CORRECTED'],
      [propose((r) => (r.panel.size = 4)), 422, 'RULES.INVALID'],
      [propose((r) => delete r.award), 422, 'RULES.INVALID'],
      [propose(title, { reason: '' }), 400, 'REQUEST.INVALID'],
      [propose(title, { requiresResubmission: 'yes' }), 400, 'REQUEST.INVALID'],
      [propose(title, {}, body.approver), 403, 'ACCESS.DUTY_MISSING'],
      [propose(title, {}, outsider.actor), 403, 'ACCESS.DUTY_MISSING'],
      [propose(title, {}, stage.nobody), 401, 'ACCESS.SIGN_IN_REQUIRED'],
    ] as const;
    for (const [call, status, code] of refused) await expectRefusal(call, status, code);
    const { version, ruleSet } = await body.organizer.ok.get(`/v1/rounds/${round.id}`);
    const stale = body.organizer.post(
      `/v1/rounds/${round.id}/correction`,
      { ruleSet, reason: '更正' },
      { ifMatch: Number(version) + 1 },
    );
    await expectRefusal(stale, 412, 'HTTP.STALE');
  });

  it('leaves fifteen days where bids may depend on it, and says until when the call must then be open', async () => {
    const answer = await expectRefusal(propose(stricter), 422, 'ROUNDS.TIME_TOO_SHORT');
    expect(answer.body.facts).toEqual({
      days: 15,
      article: '政府采购法实施条例第三十一条（参照）',
      earliest: '2020-04-15T00:00:00.000+08:00',
    });
    const dayBefore = (r: any) => {
      stricter(r);
      closingAt('2020-04-14T23:59:59+08:00')(r);
    };
    await expectRefusal(propose(dayBefore), 422, 'ROUNDS.TIME_TOO_SHORT');
    const demanding = propose(closingAt('2020-04-14T00:00:00+08:00'), {
      requiresResubmission: true,
    });
    await expectRefusal(demanding, 422, 'ROUNDS.TIME_TOO_SHORT');
  });

  it('takes no code away to which bids may refer, unless new versions are demanded', async () => {
    const fewer = (r: any) => {
      r.categories.pop();
      closingAt('2020-04-15T00:00:00+08:00')(r);
    };
    const answer = await expectRefusal(propose(fewer), 422, 'ROUNDS.NEW_VERSION_NEEDED');
    expect(answer.body.facts).toEqual({ codes: 'other' });
    const proposed = await propose(fewer, { requiresResubmission: true });
    expect(proposed.body).toMatchObject({ state: 'proposed', requiresResubmission: true });
    await body.approver.ok.post(
      `/v1/corrections/${proposed.body.id}/refusal`,
      { reason: '类别照旧' },
      { ifMatch: 1 },
    );
  });

  it('is approved by another person alone, and no later than its time allows', async () => {
    const both = await stage.person('自批', [
      { duty: 'approver', scopeKind: 'unit', scopeId: stage.cityId },
      { duty: 'organizer', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    const inTime = (r: any) => {
      stricter(r);
      closingAt('2020-04-15T00:00:00+08:00')(r);
    };
    correction = (await propose(inTime, {}, both)).body;
    await expectRefusal(approval(both, correction), 409, 'ROUNDS.SAME_PERSON_CORRECTS');
    await expectRefusal(approval(body.organizer, correction), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(approval(body.approver, { ...correction, version: 2 }), 412, 'HTTP.STALE');
    const another = propose((r) => (r.title.en = 'Another title'));
    await expectRefusal(another, 409, 'ROUNDS.CORRECTION_PROPOSED');
    await stage.advanceTo('2020-03-31T00:00:00+08:00');
    const late = await expectRefusal(
      approval(body.approver, correction),
      422,
      'ROUNDS.TIME_TOO_SHORT',
    );
    expect(late.body.facts.earliest).toBe('2020-04-16T00:00:00.000+08:00');
    expect((await publicRound(round.id)).revision).toBe(1);
    await body.approver.ok.post(
      `/v1/corrections/${correction.id}/refusal`,
      { reason: '时间不足' },
      { ifMatch: 1 },
    );
  });

  it('is published with its difference as the next revision; the former ones stay', async () => {
    const wanted = (r: RuleSet) => {
      stricter(r);
      closingAt('2020-04-20T00:00:00+08:00')(r);
    };
    correction = await proposeCorrection(body, round.id, wanted, { reason: '补充保险要求' });
    const before = await publicRound(round.id);
    expect((await approval(body.approver, correction)).status).toBe(201);
    const after = await publicRound(round.id);
    expect(after).toMatchObject({
      revision: 2,
      lots: [{ closesAt: '2020-04-20T00:00:00.000+08:00', state: 'open' }],
      corrections: [
        {
          revision: 2,
          from: '2020-04-11T00:00:00.000+08:00',
          to: '2020-04-20T00:00:00.000+08:00',
          requiresResubmission: false,
          reason: '补充保险要求',
        },
      ],
    });
    expect(after.ruleSet.amount.maxAmount).toBe('90000.00');
    expect(after.revisions[0]).toEqual(before.revisions[0]);
    const { difference } = after.revisions[1];
    expect(difference.map(({ pointer }: any) => pointer).sort()).toEqual([
      '/amount/maxAmount',
      '/form/sections/5',
      '/qualification/7',
      '/timetable/callClosesAt',
    ]);
    const [notice] = await stage.nobody.ok.all(
      `/v1/public/gz/notices?kind=correction&roundId=${round.id}`,
    );
    const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${notice.id}`);
    expect(content).toMatchObject({ revision: 2, requiresResubmission: false, difference });
  });

  it('is made by two persons even in the database, and leaves a record that holds', async () => {
    const forged = stage.sql(
      `INSERT INTO rule_set_revisions SELECT round_id, 9, tenant_id, document, digest, difference, '更正', made_by, made_at
       FROM rule_set_revisions WHERE round_id = $1 AND revision = 2`,
      [round.id],
    );
    await expect(forged).rejects.toThrow('two persons');
    const other = stage.sql(`UPDATE corrections SET document = '{}' WHERE id = $1`, [
      correction.id,
    ]);
    await expect(other).rejects.toThrow('decided once');
    expect(await unrecorded(stage)).toEqual([]);
    const { I6, L1, W4 } = await verifyStage(stage);
    expect({ I6, L1, W4 }).toEqual({ I6: [], L1: [], W4: [] });
  });
});
