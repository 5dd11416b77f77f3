import { accessTable, type Act } from '../../src/access/access-table';
import { newId } from '../../src/kernel/id';
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
import { openStage, type Actor, type Answer, type Stage } from '../support/stage';

const BIDS = 5;
/** What differs between two answers that say the same: the trace of the request, and the time. */
const OF_THE_MOMENT = new Set(['traceId', 'now']);

let stage: Stage;
let body: FundingBody;
let round: any;
let lotId: string;
let bidders: Bidder[];
let readers: Actor[];

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
  round = await approvedRound(body);
  lotId = round.lots[0].id;
  await stage.advanceTo(CALL_OPENS);
  bidders = [];
  for (let n = 0; n < BIDS; n += 1) bidders.push(await bidder(stage));
  const others = ['maker', 'checker', 'streetOfficer', 'communityOfficer', 'resident', 'evaluator'];
  const factotum = await stage.person(
    '什么都看的人',
    [...others, 'expert'].map((duty) => ({ duty, scopeKind: 'unit', scopeId: stage.cityId })),
  );
  readers = [stage.nobody, stage.admin, body.organizer, body.approver, body.supervisor, factotum];
  readers.push((await bidder(stage)).actor);
});
afterAll(() => stage.close());

/** What an answer says, without what belongs to the moment. */
function said({ status, text, headers }: Answer) {
  const json = headers.get('content-type')?.includes('json') ?? false;
  const withoutMoment = (key: string, value: unknown) =>
    OF_THE_MOMENT.has(key) ? undefined : value;
  const told = json && text !== '' ? JSON.stringify(JSON.parse(text, withoutMoment)) : text;
  return { status, told, etag: headers.get('etag'), type: headers.get('content-type') };
}

const reads = (Object.keys(accessTable) as Act[])
  .filter((act) => accessTable[act].route.startsWith('GET '))
  // How much disk and memory is left is the machine's own business, and no secret of a bid.
  .filter((act) => !act.startsWith('health.'));

const narrowed = () => [`?limit=200&lotId=${lotId}`, `?limit=200&roundId=${round.id}`];

/** Every GET there is, with the ids of this round, by everyone who has not bid. */
async function everythingReadable(bidId: string): Promise<Record<string, unknown>> {
  const ids: Record<string, string> = { tenant: 'gz', roundId: round.id, lotId, bidId };
  const absent = '01890000-0000-7000-8000-000000000000';
  const seen: Record<string, unknown> = {};
  for (const act of reads) {
    const path = accessTable[act].route
      .replace('GET ', '')
      .replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? absent);
    const filters = act.endsWith('list') && !path.includes('/public/') ? narrowed() : [];
    for (const query of ['', ...filters]) {
      for (const [n, reader] of readers.entries()) {
        seen[`${act}${query} by ${n}`] = said(await reader.get(path + query));
      }
    }
  }
  return seen;
}

/** Every act on a bid, tried by everyone who has not made it. */
async function everythingRefused(bidId: string): Promise<Record<string, unknown>> {
  const replacement = replacementRequest();
  const acts = {
    replacement,
    withdrawal: {},
    checks: { code: 'public-interest', verdict: 'pass', reason: '服务免费' },
  };
  const seen: Record<string, unknown> = {};
  for (const [act, request] of Object.entries(acts)) {
    for (const [n, reader] of readers.entries()) {
      const answer = await reader.post(`/v1/bids/${bidId}/${act}`, request, { ifMatch: 1 });
      expect(answer.status).toBeGreaterThanOrEqual(401);
      seen[`${act} by ${n}`] = said(answer);
    }
  }
  for (const [n, reader] of readers.entries()) {
    seen[`opening by ${n}`] = said(await reader.post(`/v1/lots/${lotId}/opening`));
  }
  return seen;
}

async function allSequenced(): Promise<void> {
  await stage.settled();
  for (;;) {
    const [{ left }] = await stage.sql(
      `SELECT count(*)::int AS left FROM outbox WHERE sequenced_at IS NULL`,
    );
    if (left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('before the close', () => {
  it(`nobody but the bidders can tell a lot with no bid from one with ${BIDS}`, async () => {
    await allSequenced();
    const absent = newId();
    const readWithNone = await everythingReadable(absent);
    const refusedWithNone = await everythingRefused(absent);

    const bids: string[] = [];
    for (const one of bidders) bids.push((await submit(one, lotId)).id as string);
    const [first] = bidders;
    await first!.actor.ok.post(
      `/v1/bids/${bids[0]}/replacement`,
      { revision: 1, content: bidRequest('', application({ title: '改名' })).content },
      { ifMatch: 1 },
    );
    await allSequenced();

    expect(await everythingReadable(bids[0]!)).toEqual(readWithNone);
    expect(await everythingRefused(bids[0]!)).toEqual(refusedWithNone);
    expect(Object.keys(readWithNone).length).toBeGreaterThan(300);
    // The scan can tell: the bidder sees it.
    expect(await first!.actor.ok.all(`/v1/bids?lotId=${lotId}`)).toHaveLength(1);
    expect((await first!.actor.get(`/v1/bids/${bids[0]}`)).status).toBe(200);
  });

  it('keeps the bids out of what leaves the database: events, tasks, mails', async () => {
    const others = await stage.sql(
      `SELECT kind AS what FROM tasks WHERE subject_id = $1
       UNION ALL SELECT template FROM messages WHERE subject_id IN (SELECT id FROM bids)`,
      [lotId],
    );
    expect(others).toEqual([]);
    const told = await stage.sql(
      `SELECT name FROM outbox WHERE targets <> '[]' AND name LIKE 'bids.%'`,
    );
    expect(told).toEqual([]);
  });
});
