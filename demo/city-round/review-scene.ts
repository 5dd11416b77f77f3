import type { Actor } from '../actor';
import type { Chance } from '../chance';
import { waitFor } from '../clock';
import { together } from '../together';
import type { SentBid } from './bids-scene';
import { CRITERIA, type BidPlan } from './bids';
import type { Cast } from './cast';
import { commentOn } from './expert-comments';
import { membersOf, type Member } from './panel-members';
import { tryScoringWrongly, trySigningWrongly, type Sheet } from './review-refusals';
import { fillSeats } from './seats-scene';
import type { Year } from './year';

const MOST_POINTS = 20;

/** Panels are drawn and filled, each expert scores alone, sheets that stray are stood by, everyone signs. */
export async function playReview(
  cast: Cast,
  lotId: string,
  sent: readonly SentBid[],
  chance: Chance,
  year: Year,
): Promise<string[]> {
  await fillSeats(cast, lotId, year);
  await year.goTo('2020-04-20T10:00:00+08:00');
  const members = await membersOf(cast, lotId);
  const plans = new Map(sent.map(({ plan }) => [plan.title, plan]));
  const [first] = members as [Member];
  const sheet = (title: string) => sheetOf(plans.get(title)!, first.place, chance);
  await tryScoringWrongly(first, sheet, year);
  await together(members, (member) => score(member, plans, chance));
  year.note('专家独立评分完成', 'Every expert has scored alone');
  await confirmDeviations(cast, lotId, members);
  await year.goTo('2020-04-22T10:00:00+08:00');
  await signReports(members, year);
  year.note('评审报告签署完毕', 'The reports of the panels are signed');
  return [...new Set(members.map(({ panelId }) => panelId))];
}

async function score(
  { actor, seat, place }: Member,
  plans: ReadonlyMap<string, BidPlan>,
  chance: Chance,
): Promise<void> {
  const path = `/v1/panel-seats/${seat.seatId}`;
  for (const { bidId, title, sheetId } of await actor.ok.all(`${path}/bids`)) {
    if (sheetId !== null) continue;
    const sheet = sheetOf(plans.get(title)!, place, chance);
    await actor.ok.post(`${path}/sheets`, { bidId, ...sheet });
  }
}

/** What is thought of a bid hangs on the seat, not on whom the draw put there: so each year ends alike. */
function sheetOf({ title, merit }: BidPlan, place: string, chance: Chance): Sheet {
  const own = chance.of('review', place, title);
  const points = (code: keyof BidPlan['merit']) =>
    String(Math.min(MOST_POINTS, Math.max(0, merit[code] + own.whole(-2, 2))));
  const scores = Object.fromEntries(CRITERIA.map((code) => [code, points(code)]));
  return { scores, comment: commentOn(merit, own) };
}

/** A sheet that strays too far from the others is stood by, with a reason; then each panel has its ranking. */
async function confirmDeviations(
  { organizer }: Cast,
  lotId: string,
  members: readonly Member[],
): Promise<void> {
  await waitFor('the rankings', async () => {
    await together(members, ({ actor }) => standBySheets(actor));
    const panels = await organizer.ok.all(`/v1/panels?lotId=${lotId}`);
    return panels.every(({ state }) => state === 'ranked');
  });
}

async function standBySheets(expert: Actor): Promise<void> {
  for (const { subject } of await expert.ok.all('/v1/tasks')) {
    if (subject.kind !== 'sheet') continue;
    const reason = '已复核，维持原评分：对预算合理性的判断与他人不同。';
    const path = `/v1/sheets/${subject.id}/confirmation`;
    await expert.ok.post(path, { reason }, { ifMatch: 1 });
  }
}

async function signReports(members: readonly Member[], year: Year): Promise<void> {
  const reportOf = ({ actor, panelId }: Member) =>
    waitFor('the report', async () => {
      const { status, body } = await actor.get(`/v1/panels/${panelId}/report`);
      return status === 200 ? body : null;
    });
  const [first, dissenter, ...others] = members;
  await trySigningWrongly(first!, await reportOf(first!), year);
  const dissent = '两份助餐类项目的预算口径不同，建议下届统一送餐成本的计算方法。';
  await sign(dissenter!, await reportOf(dissenter!), { agrees: false, dissent });
  // Each signature makes the panel's next version, so the members of one panel sign one after the other.
  const panels = [...new Set(members.map(({ panelId }) => panelId))];
  await together(panels, async (panelId) => {
    for (const member of others.filter((one) => one.panelId === panelId)) {
      await sign(member, await reportOf(member), { agrees: true });
    }
  });
}

async function sign({ actor, panelId }: Member, { version }: any, body: object): Promise<void> {
  await actor.ok.post(`/v1/panels/${panelId}/signature`, body, { ifMatch: version });
}
