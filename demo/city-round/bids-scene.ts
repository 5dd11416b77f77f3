import { together } from '../together';
import type { BidPlan } from './bids';
import type { Cast } from './cast';
import { playCorrection, tryCorrectingLate } from './correction-scene';
import { playQuestions } from './questions-scene';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** A bid that was taken. */
export interface SentBid {
  readonly bidder: Bidder;
  readonly plan: BidPlan;
  readonly bidId: string;
}

/** Days on which bids come in; the last evening is the fullest. */
const DAYS = [
  ...['03-12', '03-17', '03-19', '03-23', '03-26', '03-30', '04-01', '04-03', '04-07', '04-08'],
  ...['04-09', '04-10', '04-10', '04-10'],
];

/** How many bids are taken back again, and how many come too late. */
const WITHDRAWN = 5;
const LATE = 4;

/** What came of the call: the bids, and the round as its rules are at the close. */
export interface Bidden {
  readonly round: any;
  readonly sent: readonly SentBid[];
}

/** Before which of the days something else happens. */
const QUESTIONS = 1;
const CORRECTION = 3;
const SECOND_THOUGHTS = 6;
const TOO_LATE_TO_CORRECT = 9;

/** Organizations bid, replace and take back; who comes late is refused, and no row tells of it. */
export async function playBids(
  cast: Cast,
  announced: any,
  bidders: readonly Bidder[],
  year: Year,
): Promise<Bidden> {
  let round = announced;
  const wanted = bidders.flatMap((bidder) => bidder.plan.bids.map((plan) => ({ bidder, plan })));
  await tryBiddingWrongly(cast, round, bidders, year);
  const path = `/v1/lots/${round.lots[0].id}/bids`;
  const sent: SentBid[] = [];
  for (const [n, day] of DAYS.entries()) {
    if (n === QUESTIONS) await playQuestions(cast, round.id, bidders, year);
    if (n === CORRECTION) round = await playCorrection(cast, round.id, year);
    if (n === SECOND_THOUGHTS) await takeBackSome(path, round, bidders);
    const hour = n < DAYS.length - 3 ? 9 + (n % 8) : 20 + n - (DAYS.length - 3);
    await year.goTo(`2020-${day}T${String(hour).padStart(2, '0')}:20:00+08:00`);
    if (n === TOO_LATE_TO_CORRECT) await tryCorrectingLate(cast, round.id, year);
    const today = wanted.filter((_, w) => w % DAYS.length === n);
    // One after the other: of bids with the same score the one that came first stands first.
    for (const one of today) sent.push(await submit(path, round, one));
  }
  await comeLate(path, round, bidders, year);
  year.note(
    `截止：收到${sent.length}份，另有${WITHDRAWN}份撤回、${LATE}份迟到被拒`,
    `Closed: ${sent.length} bids; ${WITHDRAWN} were taken back, ${LATE} came late and were refused`,
  );
  return { round, sent };
}

async function submit(
  path: string,
  round: any,
  { bidder, plan }: Omit<SentBid, 'bidId'>,
): Promise<SentBid> {
  const { actor, partyId } = bidder;
  const { revision } = round;
  const first = plan.isReplaced ? { ...plan, title: `${plan.title}（初稿）` } : plan;
  const taken = await actor.ok.post(path, { partyId, revision, content: encode(first) });
  if (plan.isReplaced) {
    const body = { revision, content: encode(plan) };
    const replacement = `/v1/bids/${taken.id}/replacement`;
    await actor.ok.post(replacement, body, { ifMatch: taken.version });
  }
  return { bidder, plan, bidId: taken.id as string };
}

/** Some bid with a second project and think better of it. */
async function takeBackSome(path: string, round: any, bidders: readonly Bidder[]): Promise<void> {
  await together(bidders.slice(-WITHDRAWN), async ({ actor, partyId, plan }) => {
    const content = encode({ ...plan.bids[0]!, title: `${plan.bids[0]!.title}（二期）` });
    const taken = await actor.ok.post(path, { partyId, revision: round.revision, content });
    const back = `/v1/bids/${taken.id}/withdrawal`;
    await actor.ok.post(back, undefined, { ifMatch: taken.version });
  });
}

async function comeLate(
  path: string,
  round: any,
  bidders: readonly Bidder[],
  year: Year,
): Promise<void> {
  await year.goTo('2020-04-11T00:00:00+08:00');
  for (const { actor, partyId, plan } of bidders.slice(0, LATE)) {
    const content = encode({ ...plan.bids[0]!, title: `${plan.bids[0]!.title}（续）` });
    const late = actor.post(path, { partyId, revision: round.revision, content });
    await year.refused('社会组织', '零点过后提交申报书', 'BIDS.DEADLINE_PASSED', late);
  }
}

async function tryBiddingWrongly(
  cast: Cast,
  round: any,
  bidders: readonly Bidder[],
  year: Year,
): Promise<void> {
  const [first, second] = bidders;
  const lotId = round.lots[0].id as string;
  const { actor, plan, partyId } = first!;
  const body = { partyId, revision: round.revision, content: encode(plan.bids[0]!) };
  const bid = (changes: object) => actor.post(`/v1/lots/${lotId}/bids`, { ...body, ...changes });
  const tried = (what: string, code: string, changes: object) =>
    year.refused('社会组织', what, code, bid(changes));
  await tried('以别家机构的名义申报', 'ACCESS.NOT_FOUND', { partyId: second!.partyId });
  await tried('依据不存在的规则版本申报', 'BIDS.REVISION_OUTDATED', {
    revision: (round.revision as number) + 5,
  });
  await tried('提交空的申报书', 'REQUEST.INVALID', { content: '' });
  const opening = cast.organizer.post(`/v1/lots/${lotId}/opening`);
  await year.refused('经办人', '截止之前开标', 'STATE.OUT_OF_ORDER', opening);
}

/** The application, as the form of the rule set asks for it. */
function encode(plan: BidPlan): string {
  const money = (yuan: number) => `${yuan}.00`;
  const application = {
    schema: 'yichuang/application/1',
    title: plan.title,
    category: plan.category,
    sections: plan.sections,
    budgetLines: Object.entries(plan.budget).map(([code, yuan]) => ({ code, amount: money(yuan) })),
    ownFunds: money(plan.ownFunds),
    activities: plan.activities,
    indicators: plan.indicators,
  };
  return Buffer.from(JSON.stringify(application), 'utf8').toString('base64');
}
