import type { Actor } from '../actor';
import type { Chance } from '../chance';
import { advanceTo, waitFor } from '../clock';
import type { Called } from './call-scene';
import type { Cast } from './people';

const CRITERIA = ['need', 'plan', 'team', 'budget', 'effect'] as const;
const MOST_POINTS = 20;

/** What the later scenes need of this one. */
export interface Reviewed {
  readonly panelId: string;
}

/** Two officers open, the conditions are checked, a panel is drawn, it scores alone and signs. */
export async function playReview(cast: Cast, called: Called, chance: Chance): Promise<Reviewed> {
  const { organizer, administrator } = cast;
  await open(cast, called.lotId);
  await judge(cast, called.lotId);
  const panel = await waitFor('the panel', async () => {
    const panels = await organizer.ok.all(`/v1/panels?lotId=${called.lotId}`);
    return panels[0];
  });
  await acceptSeats(cast, panel.id);
  await advanceTo(administrator, '2020-04-16T10:00:00+08:00');
  await scoreBids(cast, panel.id, called, chance);
  await advanceTo(administrator, '2020-04-20T10:00:00+08:00');
  await signReport(cast, panel.id);
  return { panelId: panel.id as string };
}

async function open({ organizer, secondOrganizer }: Cast, lotId: string): Promise<void> {
  await waitFor('the close', async () => {
    const lot = await lotOf(organizer, lotId);
    return lot.state === 'closed';
  });
  const opening = await organizer.ok.post(`/v1/lots/${lotId}/opening`);
  await secondOrganizer.ok.post(`/v1/lots/${lotId}/opening/confirmation`, undefined, {
    ifMatch: opening.version,
  });
}

async function lotOf(officer: Actor, lotId: string): Promise<any> {
  for (const { id } of await officer.ok.all('/v1/rounds')) {
    const { lots } = await officer.ok.get(`/v1/rounds/${id}`);
    const lot = lots.find((candidate: any) => candidate.id === lotId);
    if (lot !== undefined) return lot;
  }
  throw new Error(`no lot ${lotId}`);
}

/** What no rule can judge is judged by an officer, with a reason. */
async function judge({ organizer }: Cast, lotId: string): Promise<void> {
  const bids = await waitFor('the automatic checks', async () => {
    const { items } = await organizer.ok.get(`/v1/lots/${lotId}/qualification`);
    return items.length > 0 && items.every(hasBeenChecked) ? items : null;
  });
  for (const { id, version, open } of bids) {
    let seen = version;
    for (const code of open) {
      const reason = '项目面向居民免费服务，不含政府自身职责与人员雇用。';
      const path = `/v1/bids/${id}/checks`;
      const judged = { code, verdict: 'pass', reason };
      seen = (await organizer.ok.post(path, judged, { ifMatch: seen })).version;
    }
  }
}

/** Whether it could be read is known from the opening on; the other checks come with the service's next step. */
function hasBeenChecked({ checks }: any): boolean {
  return checks.some(({ code, verdict }: any) => code !== 'readable' || verdict === 'fail');
}

/** The seat whose first drawn cannot come. */
const DECLINED = 'field';

/** One of those invited cannot come; the next of the draw is called. */
async function acceptSeats(cast: Cast, panelId: string): Promise<void> {
  let hasDeclined = false;
  await waitFor('all seats', async () => {
    for (const { expert, seat } of await seatsIn(cast, panelId, 'invited')) {
      const path = `/v1/panel-seats/${seat.id}`;
      if (hasDeclined || seat.seatCode !== DECLINED) {
        const { digest } = await expert.ok.get(`${path}/bidders`);
        const body = { biddersDigest: digest };
        await expert.ok.post(`${path}/acceptance`, body, { ifMatch: seat.version });
      } else {
        const reason = '当周有外地授课，无法参加评审。';
        await expert.ok.post(`${path}/declination`, { reason }, { ifMatch: seat.version });
        hasDeclined = true;
      }
    }
    const panel = await cast.organizer.ok.get(`/v1/panels/${panelId}`);
    return panel.state === 'seated';
  });
}

async function seatsIn(
  cast: Cast,
  panelId: string,
  state: string,
): Promise<{ expert: Actor; seat: any }[]> {
  const found = [];
  for (const expert of cast.experts) {
    for (const seat of await expert.ok.all('/v1/panel-seats')) {
      if (seat.panelId === panelId && seat.state === state) found.push({ expert, seat });
    }
  }
  return found;
}

async function scoreBids(
  cast: Cast,
  panelId: string,
  called: Called,
  chance: Chance,
): Promise<void> {
  const seats = await seatsIn(cast, panelId, 'accepted');
  seats.sort((a, b) => a.seat.seatCode.localeCompare(b.seat.seatCode));
  const taken: Record<string, number> = {};
  for (const { expert, seat } of seats) {
    // What is thought of a bid hangs on the seat, not on whom the draw put there: so each round ends alike.
    const place = (taken[seat.seatCode] = (taken[seat.seatCode] ?? 0) + 1);
    for (const bid of await expert.ok.all(`/v1/panel-seats/${seat.id}/bids`)) {
      const { merit } = called.bidders.find(({ text }) => text.title === bid.title)!.text;
      const own = chance.of('review', seat.seatCode, String(place), bid.title);
      const score = () => String(Math.min(MOST_POINTS, Math.max(0, merit + own.whole(-2, 2))));
      const scores = Object.fromEntries(CRITERIA.map((code) => [code, score()]));
      const path = `/v1/panel-seats/${seat.id}/sheets`;
      await expert.ok.post(path, { bidId: bid.bidId, scores, comment: commentOn(merit) });
    }
  }
  await confirmDeviations(seats);
}

/** A sheet that strays too far from the others is confirmed with a reason. */
async function confirmDeviations(seats: readonly { expert: Actor }[]): Promise<void> {
  for (const { expert } of seats) {
    for (const task of await expert.ok.all('/v1/tasks')) {
      if (task.subject.kind !== 'sheet') continue;
      const reason = '已复核，维持原评分：对预算合理性的判断与他人不同。';
      await expert.ok.post(
        `/v1/sheets/${task.subject.id}/confirmation`,
        { reason },
        { ifMatch: 1 },
      );
    }
  }
}

function commentOn(merit: number): string {
  if (merit >= 16) return '需求把握准确，方案可行，预算合理。';
  if (merit >= 13) return '方案基本可行，成效指标需进一步量化。';
  return '服务对象不够聚焦，预算依据不足。';
}

async function signReport(cast: Cast, panelId: string): Promise<void> {
  for (const { expert } of await seatsIn(cast, panelId, 'accepted')) {
    const report = await waitFor('the report', async () => {
      const { status, body } = await expert.get(`/v1/panels/${panelId}/report`);
      return status === 200 ? body : null;
    });
    const path = `/v1/panels/${panelId}/signature`;
    await expert.ok.post(path, { agrees: true }, { ifMatch: report.version });
  }
}
