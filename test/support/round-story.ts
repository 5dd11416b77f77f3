import type { RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { application, base64Of } from './applications';
import { institution, officer } from './registers';
import type { Actor, Stage } from './stage';

/** The people of a funding body, its fund and its programme. */
export interface FundingBody {
  readonly organizer: Actor;
  readonly otherOrganizer: Actor;
  readonly approver: Actor;
  readonly supervisor: Actor;
  readonly fundId: string;
  readonly programmeId: string;
}

/** A party with the person who represents it. */
export interface Bidder {
  readonly actor: Actor;
  readonly partyId: string;
}

/** Before the call of the small round opens, its first moment, and the moment at which it is closed. */
export const BEFORE_CALL = '2020-02-03T09:00:00+08:00';
export const CALL_OPENS = '2020-03-10T00:00:00+08:00';
export const CALL_CLOSES = '2020-04-11T00:00:00+08:00';

let next = 0;

/** Seats the people of a funding body of the city, with money for many small rounds. */
export async function fundingBody(stage: Stage, unitId = stage.cityId): Promise<FundingBody> {
  next += 1;
  const organizer = await officer(stage, 'organizer', unitId);
  const approver = await officer(stage, 'approver', unitId);
  const fund = await organizer.ok.post('/v1/funds', {
    unitId,
    code: `lottery-of-${next}`,
    name: '福利彩票公益金',
    source: 'welfare-lottery',
  });
  await approver.ok.post(`/v1/funds/${fund.id}/budgets`, {
    year: 2020,
    amount: { amount: '50000000.00', currency: 'CNY' },
  });
  const programme = await organizer.ok.post('/v1/programmes', {
    unitId,
    year: 2020,
    stream: 'public-interest-venture',
    name: `第${next}个公益创投计划`,
  });
  return {
    organizer,
    otherOrganizer: await officer(stage, 'organizer', unitId),
    approver,
    supervisor: await officer(stage, 'supervisor', unitId),
    fundId: fund.id,
    programmeId: programme.id,
  };
}

/** What is sent to draw up a small round. */
export function roundRequest(
  { programmeId, fundId }: FundingBody,
  change: (rules: RuleSet) => void = () => undefined,
) {
  next += 1;
  return {
    programmeId,
    code: `small-${next}`,
    ruleSet: smallRound(change),
    pots: [{ code: 'welfare-lottery', fundId }],
  };
}

/** Draws up a small round and has it approved; its call opens when legal time has come to it. @returns the round as read */
export async function approvedRound(
  body: FundingBody,
  change?: (rules: RuleSet) => void,
): Promise<any> {
  const round = await body.organizer.ok.post('/v1/rounds', roundRequest(body, change));
  const path = `/v1/rounds/${round.id}/approval`;
  return body.approver.ok.post(path, undefined, { ifMatch: round.version });
}

/** A round of its own whose call opens, and by now has opened, and closes on these days of 2020. */
export async function roundFrom(
  stage: Stage,
  body: FundingBody,
  opens: string,
  closes: string,
): Promise<{ readonly id: string; readonly lotId: string }> {
  const { id, lots } = await approvedRound(body, ({ timetable }) => {
    timetable.callOpensAt = `2020-${opens}T00:00:00+08:00`;
    timetable.callClosesAt = `2020-${closes}T00:00:00+08:00`;
  });
  await stage.advanceTo(`2020-${opens}T09:00:00+08:00`);
  return { id, lotId: lots[0].id };
}

/** How a correction is proposed, where that matters. */
export interface Proposing {
  readonly reason?: string;
  readonly requiresResubmission?: boolean;
}

/** Has an organizer propose to correct the rules of a call. @returns the correction */
export async function proposeCorrection(
  { organizer }: Pick<FundingBody, 'organizer'>,
  roundId: string,
  change: (rules: RuleSet) => void,
  proposing: Proposing = {},
): Promise<any> {
  const { version, ruleSet } = await organizer.ok.get(`/v1/rounds/${roundId}`);
  change(ruleSet);
  const request = { ruleSet, reason: '疫情防控需要', ...proposing };
  return organizer.ok.post(`/v1/rounds/${roundId}/correction`, request, { ifMatch: version });
}

/** Has two officers correct the rules of a call. @returns the round as read */
export async function correct(
  body: FundingBody,
  roundId: string,
  change: (rules: RuleSet) => void,
  proposing?: Proposing,
): Promise<any> {
  const { id, version } = await proposeCorrection(body, roundId, change, proposing);
  await body.approver.ok.post(`/v1/corrections/${id}/approval`, undefined, { ifMatch: version });
  return body.approver.ok.get(`/v1/rounds/${roundId}`);
}

/** A correction that moves the deadline and nothing else. */
export const closingAt = (callClosesAt: string) => (rules: RuleSet) => {
  rules.timetable.callClosesAt = callClosesAt;
};

/** An organization of its own, and somebody to represent it. */
export async function bidder(stage: Stage, changes: object = {}): Promise<Bidder> {
  const actor = await stage.person('代表');
  const { id } = await actor.ok.post('/v1/parties', institution(changes));
  return { actor, partyId: id };
}

/** What is sent to bid. */
export function bidRequest(partyId: string, content: unknown = application(), revision = 1) {
  return { partyId, revision, content: base64Of(content) };
}

/** What is sent to put another version in a bid's place. */
export function replacementRequest(content: unknown = application(), revision = 1) {
  return { revision, content: base64Of(content) };
}

/** Bids; gives the bid with its receipt. */
export async function submit(
  { actor, partyId }: Bidder,
  lotId: string,
  content?: unknown,
  revision?: number,
): Promise<any> {
  return actor.ok.post(`/v1/lots/${lotId}/bids`, bidRequest(partyId, content, revision));
}

/** Two officers open a closed lot. @returns the opening with its record */
export async function open({ organizer, approver }: FundingBody, lotId: string): Promise<any> {
  const { version } = await organizer.ok.post(`/v1/lots/${lotId}/opening`);
  const path = `/v1/lots/${lotId}/opening/confirmation`;
  return approver.ok.post(path, undefined, { ifMatch: version });
}

/** An organizer decides the judged check of the small round on every bid that waits for it. */
export async function judgeAll(
  { organizer }: FundingBody,
  lotId: string,
  verdict: 'pass' | 'fail' = 'pass',
): Promise<void> {
  const { items } = await organizer.ok.get(`/v1/lots/${lotId}/qualification?limit=200`);
  for (const bid of items.filter(({ open: waiting }: any) => waiting.length > 0)) {
    const body = { code: 'public-interest', verdict, reason: '已核对章程与项目内容' };
    await organizer.ok.post(`/v1/bids/${bid.id}/checks`, body, { ifMatch: bid.version });
  }
}

/** Things of these stages that have not exactly one event for each of their versions. */
export async function unrecorded(stage: Stage): Promise<unknown[]> {
  return stage.sql(
    `SELECT kind, id FROM (
       SELECT 'programme' AS kind, id, version FROM programmes UNION ALL
       SELECT 'round', id, version FROM rounds UNION ALL
       SELECT 'lot', id, version FROM lots UNION ALL
       SELECT 'correction', id, version FROM corrections UNION ALL
       SELECT 'question', id, version FROM questions UNION ALL
       SELECT 'bid', id, version FROM bids UNION ALL
       SELECT 'opening', id, version FROM openings UNION ALL
       SELECT 'notice', id, version FROM notices) thing
     WHERE version <> (SELECT count(*) FROM audit_events e
       WHERE e.aggregate_kind = thing.kind AND e.aggregate_id = thing.id)`,
  );
}

/** The names of the events that somebody reads in the feed about a thing, in order. */
export async function eventNames(stage: Stage, actor: Actor, subjectId: string): Promise<string[]> {
  await stage.sequenced();
  const { items } = await actor.ok.get('/v1/events?limit=200');
  return items.filter(({ subject }: any) => subject.id === subjectId).map(({ name }: any) => name);
}
