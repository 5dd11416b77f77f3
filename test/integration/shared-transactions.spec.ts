import { application } from '../support/applications';
import { upload } from '../support/attachments-story';
import { institution } from '../support/registers';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  bidRequest,
  CALL_OPENS,
  fundingBody,
  type Bidder,
} from '../support/round-story';
import { openStage, type Answer, type Stage } from '../support/stage';

describe('bids that share a transaction', () => {
  let stage: Stage;
  let bidders: Bidder[];
  let conflicted: Bidder;
  let roundId: string;
  let path: string;
  let answers: Record<'good' | 'outdated' | 'conflicting' | 'attached' | 'foreign', Answer[]>;

  beforeAll(async () => {
    stage = await openStage({ startsAt: BEFORE_CALL });
    const body = await fundingBody(stage);
    const round = await approvedRound(body);
    roundId = round.id;
    path = `/v1/lots/${round.lots[0].id}/bids`;
    bidders = [await bidder(stage), await bidder(stage), await bidder(stage)];
    // Who approved the round may represent a party all the same, but not bid in that round.
    const { id: partyId } = await body.approver.ok.post('/v1/parties', institution());
    conflicted = { actor: body.approver, partyId };
    await stage.advanceTo(CALL_OPENS);
    // After the clock has moved: what nothing refers to for a week is removed.
    const attached = [await upload(bidders[0]!.actor), await upload(bidders[1]!.actor)];

    const send = (by: Bidder, changes: object = {}) =>
      by.actor.post(path, { ...bidRequest(by.partyId, application()), ...changes });
    const many = (count: number, one: (n: number) => Promise<Answer>) =>
      Promise.all(Array.from({ length: count }, (_, n) => one(n)));
    // Sent at the same moment, so that most of them meet in few transactions, good and bad ones together.
    const [good, outdated, conflicting, withFiles, foreign] = await Promise.all([
      many(60, (n) => send(bidders[n % 3]!)),
      many(6, (n) => send(bidders[n % 3]!, { revision: 9 })),
      many(4, () => send(conflicted)),
      many(2, (n) => send(bidders[n]!, { attachments: [attached[n]] })),
      many(4, (n) => send(bidders[n % 3]!, { partyId: conflicted.partyId })),
    ]);
    answers = { good, outdated, conflicting, attached: withFiles, foreign };
  });
  afterAll(() => stage.close());

  const told = (some: readonly Answer[]) =>
    new Set(some.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()));

  it('are each answered as if they had come alone', () => {
    expect(told(answers.good)).toEqual(new Set(['201']));
    expect(told(answers.attached)).toEqual(new Set(['201']));
    expect(told(answers.outdated)).toEqual(new Set(['409 BIDS.REVISION_OUTDATED']));
    expect(told(answers.conflicting)).toEqual(new Set(['409 PEOPLE.DUTIES_CONFLICT']));
    expect(told(answers.foreign)).toEqual(new Set(['404 ACCESS.NOT_FOUND']));
  });

  it('tell no version of a bid that is refused as it is committed', () => {
    expect(answers.good.map(({ headers }) => headers.get('etag'))).not.toContain(null);
    const refused = [...answers.conflicting, ...answers.outdated, ...answers.foreign];
    expect(new Set(refused.map(({ headers }) => headers.get('etag')))).toEqual(new Set([null]));
  });

  it('leave each its version, its event, its kept answer and its receipt, and a refused one nothing', async () => {
    const taken = [...answers.good, ...answers.attached]
      .map(({ body }) => body.id as string)
      .sort();
    const rows = await stage.sql(
      `SELECT b.id, count(DISTINCT v.no)::int AS versions, count(DISTINCT e.id)::int AS events,
         count(DISTINCT k.key)::int AS answers, count(DISTINCT o.event_id)::int AS outbox
       FROM bids b LEFT JOIN bid_versions v ON v.bid_id = b.id
       LEFT JOIN audit_events e ON e.aggregate_kind = 'bid' AND e.aggregate_id = b.id
       LEFT JOIN outbox o ON o.event_id = e.id
       LEFT JOIN idempotency_keys k ON k.status = 201 AND k.body::jsonb->>'id' = b.id::text
       WHERE b.round_id = $1 GROUP BY b.id ORDER BY b.id`,
      [roundId],
    );
    expect(rows.map(({ id }) => id)).toEqual(taken);
    for (const { versions, events, answers: kept, outbox } of rows) {
      expect([versions, events, kept, outbox]).toEqual([1, 1, 1, 1]);
    }
    const duties = await stage.sql(
      `SELECT person_id FROM subject_duties WHERE subject_id = $1 AND duty_group = 'bidder'`,
      [roundId],
    );
    expect(duties.map(({ person_id }) => person_id).sort()).toEqual(
      bidders.map(({ actor }) => actor.personId).sort(),
    );
  });

  it('did share: there are fewer transactions than bids', async () => {
    const [row] = await stage.sql(
      `SELECT count(*)::int AS bids, count(DISTINCT b.xmin::text)::int AS transactions
       FROM bids b WHERE b.round_id = $1`,
      [roundId],
    );
    expect(row.transactions).toBeLessThan(row.bids);
  });

  it('name who bid, each its own person and trace', async () => {
    const rows = await stage.sql(
      `SELECT e.actor_id, v.submitted_by FROM audit_events e
       JOIN bid_versions v ON v.bid_id = e.aggregate_id WHERE e.aggregate_kind = 'bid'`,
    );
    for (const { actor_id, submitted_by } of rows) expect(actor_id).toBe(submitted_by);
    const [traces] = await stage.sql(
      `SELECT count(DISTINCT trace_id)::int AS n FROM audit_events WHERE name = 'bids.bid-submitted'`,
    );
    expect(traces.n).toBe(62);
  });

  it('answer a repeated request with the first answer, and another body under its key with a refusal', async () => {
    const by = bidders[0]!;
    const request = bidRequest(by.partyId);
    const twice = await Promise.all(
      Array.from({ length: 8 }, () => by.actor.post(path, request, { key: 'the-same-key' })),
    );
    const first = twice.find(({ status }) => status === 201)!;
    const again = await by.actor.post(path, request, { key: 'the-same-key' });
    expect(again.text).toBe(first.text);
    const other = await by.actor.post(
      path,
      bidRequest(by.partyId, application({ title: '另一项目' })),
      {
        key: 'the-same-key',
      },
    );
    expect([other.status, other.body.code]).toEqual([422, 'HTTP.KEY_REUSED']);
  });
});
