import { application } from '../support/applications';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  bidRequest,
  CALL_OPENS,
  fundingBody,
  replacementRequest,
  submit,
  type Bidder,
  type FundingBody,
} from '../support/round-story';
import { openStage, type Answer, type Stage } from '../support/stage';

const PARALLEL = 50;

let stage: Stage;
let body: FundingBody;
let roundId: string;
let lotId: string;
let one: Bidder;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
  const round = await approvedRound(body);
  [roundId, lotId] = [round.id, round.lots[0].id];
  await stage.advanceTo(CALL_OPENS);
  one = await bidder(stage);
});
afterAll(() => stage.close());

const together = (work: (n: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: PARALLEL }, (_, n) => work(n)));
const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body: told } of answers) {
    const key = status === 201 ? '201' : `${status} ${told.code}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};
const versionsOf = (bidId: string) =>
  stage.sql(`SELECT no, act, content_digest FROM bid_versions WHERE bid_id = $1 ORDER BY no`, [
    bidId,
  ]);

describe('at once', () => {
  it('fifty submissions under one key are one bid, and all that are answered have one receipt', async () => {
    const request = bidRequest(one.partyId);
    const path = `/v1/lots/${lotId}/bids`;
    const answers = await together(() => one.actor.post(path, request, { key: 'fifty-at-once' }));
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken.map(({ text }) => text)).size).toBe(1);
    for (const { status, body: told } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, told.code]).toEqual([409, 'HTTP.KEY_IN_FLIGHT']);
    }
    expect(await one.actor.ok.all(`/v1/bids?lotId=${lotId}`)).toHaveLength(1);
    const retried = await one.actor.post(path, request, { key: 'fifty-at-once' });
    expect(retried.text).toBe(taken[0]!.text);
  });

  it('fifty submissions under keys of their own are fifty bids', async () => {
    const other = await bidder(stage);
    const answers = await together((n) =>
      other.actor.post(
        `/v1/lots/${lotId}/bids`,
        bidRequest(other.partyId, application({ title: `项目${n}` })),
      ),
    );
    expect(tally(answers)).toEqual({ '201': PARALLEL });
    expect(await other.actor.ok.all(`/v1/bids?lotId=${lotId}`)).toHaveLength(PARALLEL);
  });

  it('of fifty replacements of one sight of a bid, one is taken', async () => {
    const bid = await submit(one, lotId);
    const answers = await together((n) => {
      const request = replacementRequest(application({ title: `第${n}稿` }));
      return one.actor.post(`/v1/bids/${bid.id}/replacement`, request, { ifMatch: 1 });
    });
    expect(tally(answers)).toEqual({ '201': 1, '412 HTTP.STALE': PARALLEL - 1 });
    const winner = answers.find(({ status }) => status === 201)!.body;
    expect(await versionsOf(bid.id)).toMatchObject([
      { no: 1, act: 'submission' },
      {
        no: 2,
        act: 'replacement',
        content_digest: winner.receipt.receipt.contentDigest,
      },
    ]);
  });

  it('a withdrawal and a replacement of one sight of a bid are the one or the other', async () => {
    for (let n = 0; n < 10; n += 1) {
      const bid = await submit(one, lotId);
      const request = replacementRequest(application({ title: '最后一稿' }));
      const [withdrawn, replaced] = await Promise.all([
        one.actor.post(`/v1/bids/${bid.id}/withdrawal`, undefined, { ifMatch: 1 }),
        one.actor.post(`/v1/bids/${bid.id}/replacement`, request, { ifMatch: 1 }),
      ]);
      expect([withdrawn.status, replaced.status].sort()).toEqual([201, 412]);
      const [{ state }] = await stage.sql(`SELECT state FROM bids WHERE id = $1`, [bid.id]);
      expect(state).toBe(withdrawn.status === 201 ? 'withdrawn' : 'submitted');
      expect(await versionsOf(bid.id)).toHaveLength(2);
    }
  });

  it('bids and a cancellation: every bid that was acked has lapsed, and none came after', async () => {
    const { version } = await body.approver.ok.get(`/v1/rounds/${roundId}`);
    const path = `/v1/lots/${lotId}/bids`;
    const racing = together(() => one.actor.post(path, bidRequest(one.partyId)));
    const cancelled = await body.approver.post(
      `/v1/rounds/${roundId}/cancellation`,
      { reason: '资金来源发生变化' },
      { ifMatch: version },
    );
    expect(cancelled.status).toBe(201);
    const answers = await racing;
    for (const { status, body: told } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, told.code]).toEqual([409, 'BIDS.CALL_CANCELLED']);
    }
    const left = await stage.sql(
      `SELECT state FROM bids WHERE lot_id = $1 AND state NOT IN ('lapsed', 'withdrawn')`,
      [lotId],
    );
    expect(left).toEqual([]);
  });

  it('fifty openings asked for are one, and fifty confirmations open once', async () => {
    const round = await approvedRound(body, ({ timetable }) => {
      timetable.callOpensAt = '2020-04-01T00:00:00+08:00';
      timetable.callClosesAt = '2020-04-03T00:00:00+08:00';
    });
    await stage.advanceTo('2020-04-02T09:00:00+08:00');
    const [{ id: lot }] = round.lots;
    const other = await bidder(stage);
    await submit(other, lot);
    await stage.advanceTo('2020-04-04T09:00:00+08:00');
    const asked = await together(() => body.organizer.post(`/v1/lots/${lot}/opening`));
    expect(tally(asked)).toEqual({ '201': 1, '409 BIDS.OPENING_REQUESTED': PARALLEL - 1 });
    const held = await together(() =>
      body.approver.post(`/v1/lots/${lot}/opening/confirmation`, undefined, { ifMatch: 1 }),
    );
    expect(tally(held)).toEqual({ '201': 1, '412 HTTP.STALE': PARALLEL - 1 });
    const numbers = await stage.sql(`SELECT number FROM bids WHERE lot_id = $1`, [lot]);
    expect(numbers).toHaveLength(1);
  });
});
