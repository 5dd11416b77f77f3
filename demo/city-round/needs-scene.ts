import type { Actor } from '../actor';
import type { Chance } from '../chance';
import { waitFor } from '../clock';
import { together } from '../together';
import type { Cast } from './cast';
import { planNeeds, type NeedPlan } from './needs';
import { streets } from './places';
import { playHolidayNotice } from './holiday-scene';
import { tryNeedsOutOfTurn, tryCheckingWrongly, tryScreeningWrongly } from './needs-refusals';
import type { SentNeed } from './sent-need';
import type { Year } from './year';

/** When each collection goes on: asked for, checked, reported, screened. The third runs over the Spring Festival. */
const COLLECTIONS = [
  { asked: '2019-12-03T09:00', checked: '2019-12-06T10:00', screened: '2019-12-11T10:00' },
  { asked: '2019-12-23T09:00', checked: '2019-12-26T10:00', screened: '2020-01-07T10:00' },
  { asked: '2020-01-20T09:00', checked: '2020-01-22T15:00', screened: '2020-02-07T10:00' },
  { asked: '2020-02-10T09:00', checked: '2020-02-13T10:00', screened: '2020-02-18T10:00' },
] as const;

/** The collection in which one street lets its time for checking run out. */
const LATE = { period: 2, streetCode: 'dashi', comesAt: '2020-01-03T10:00:00+08:00' } as const;
/** The collection that half of the streets check only after the festival. */
const OVER_FESTIVAL = { period: 3, comesAt: '2020-02-04T10:00:00+08:00' } as const;
const PANEL_SIZE = 3;

/** Residents of six streets ask, in four collections; streets check and report, experts screen, everyone gets an answer. */
export async function playNeeds(
  cast: Cast,
  rules: object,
  chance: Chance,
  year: Year,
): Promise<void> {
  const needs = planNeeds(chance);
  await tryNeedsOutOfTurn(cast, needs[0]!, rules, year);
  for (const [n, times] of COLLECTIONS.entries()) {
    const period = n + 1;
    await year.goTo(moment(times.asked));
    const sent = await submit(
      cast,
      needs.filter((need) => need.period === period),
    );
    year.note(
      `第${period}次需求征集，收到${sent.length}条`,
      `Collection ${period}: ${sent.length} needs`,
    );
    await year.goTo(moment(times.checked));
    await checkAndReport(cast, period, sent, year);
    await year.goTo(moment(times.screened));
    await screenAll(cast, sent, period, chance, year);
  }
}

function moment(minute: string): string {
  return `${minute}:00+08:00`;
}

async function submit(cast: Cast, plans: readonly NeedPlan[]): Promise<SentNeed[]> {
  return together(plans, async (plan, n) => {
    const resident = cast.residents.get(plan.communityCode)![n % 2]!;
    const unitId = cast.city.unitId(plan.communityCode);
    const { id, version } = await resident.ok.post('/v1/needs', { ...plan.content, unitId });
    return { plan, id, version, resident };
  });
}

async function checkAndReport(
  cast: Cast,
  period: number,
  sent: readonly SentNeed[],
  year: Year,
): Promise<void> {
  const comesLate = (code: string) =>
    (period === LATE.period && code === LATE.streetCode) ||
    (period === OVER_FESTIVAL.period && streets.findIndex((one) => one.code === code) % 2 === 1);
  const of = (code: string) => sent.filter(({ plan }) => plan.streetCode === code);
  if (period === 1) await tryCheckingWrongly(cast, of('shiqiao'), of('luopu'), year);
  const inTime = streets.filter(({ code }) => !comesLate(code));
  await together(inTime, ({ code }) => checkStreet(cast, code, of(code)));
  const late = streets.filter(({ code }) => comesLate(code));
  if (late.length === 0) return;
  if (period === OVER_FESTIVAL.period) await playHolidayNotice(cast, of('luopu')[0]!.id, year);
  await year.goTo(period === LATE.period ? LATE.comesAt : OVER_FESTIVAL.comesAt);
  if (period === LATE.period) await noteEscalation(cast, year);
  await together(late, ({ code }) => checkStreet(cast, code, of(code)));
}

/** What a street did not check in time has come before the district. */
async function noteEscalation({ organizer }: Cast, year: Year): Promise<void> {
  const tasks = await organizer.ok.all('/v1/tasks');
  const count = tasks.filter(({ subject }) => subject.kind === 'need').length;
  year.note(
    `大石街道逾期未核查，提醒后上报区级（${count}条）`,
    `Dashi Street let its time run out: reminded, then told to the district (${count} needs)`,
  );
}

async function checkStreet(cast: Cast, code: string, sent: readonly SentNeed[]): Promise<void> {
  const officer = cast.streetOfficers.get(code)!;
  const neighbours = sent.filter(({ plan }) => plan.repeats === null);
  await together(neighbours, (need) => check(officer, need));
  for (const need of sent.filter(({ plan }) => plan.repeats !== null)) {
    const into = sent.find(({ plan }) => plan.key === need.plan.repeats)!;
    const reason = `与“${into.plan.content.title}”对象和内容相近，合并办理。`;
    const body = { intoNeedId: into.id, reason };
    await officer.ok.post(`/v1/needs/${need.id}/merge`, body, { ifMatch: need.version });
  }
  const cycles = await officer.ok.all('/v1/screening-cycles');
  const collecting = cycles.find(({ state }) => state === 'collecting');
  const path = `/v1/screening-cycles/${collecting.id}/report`;
  await officer.ok.post(path, undefined, { ifMatch: collecting.version });
}

async function check(officer: Actor, { plan, id, version, resident }: SentNeed): Promise<void> {
  const path = `/v1/needs/${id}/check`;
  const decide = (verdict: string, ifMatch: number, reason?: string) =>
    officer.ok.post(path, { verdict, reason }, { ifMatch });
  if (plan.atStreet === 'reject') {
    await decide('reject', version, '不属于公益服务需求，已转有关部门，请见社区公告栏。');
  } else if (plan.atStreet === 'return') {
    const returned = await decide('return', version, '请补充现有服务资源和摸底的时间。');
    const problem = `${plan.content.problem}（补充：上月摸底，社区内暂无同类服务。）`;
    const completed = await resident.ok.post(
      `/v1/needs/${id}/completion`,
      { ...plan.content, problem },
      { ifMatch: returned.version },
    );
    await decide('forward', completed.version);
  } else {
    await decide('forward', version);
  }
}

async function screenAll(
  cast: Cast,
  sent: readonly SentNeed[],
  period: number,
  chance: Chance,
  year: Year,
): Promise<void> {
  const cycles = await cast.organizer.ok.all('/v1/screening-cycles');
  const reported = cycles.filter(({ state }) => state === 'reported');
  if (period === 1) await tryScreeningWrongly(cast, reported[0], sent, year);
  const plans = new Map(sent.map(({ id, plan }) => [id, plan]));
  await together(reported, async (cycle, n) => {
    const first = ((period - 1) * streets.length + n) * PANEL_SIZE;
    const pool = cast.experts.filter(({ field }) => field !== 'finance');
    const panel = Array.from({ length: PANEL_SIZE }, (_, i) => pool[(first + i) % pool.length]!);
    const personIds = panel.map(({ actor }) => actor.personId);
    const path = `/v1/screening-cycles/${cycle.id}/experts`;
    await cast.organizer.ok.post(path, { personIds }, { ifMatch: cycle.version });
    const listed = await cast.organizer.ok.all(`/v1/needs?cycleId=${cycle.id}&state=listed`);
    for (const { id } of listed) {
      for (const [seat, { actor }] of panel.entries()) {
        const sheet = sheetOn(plans.get(id)!, chance, seat);
        await actor.ok.post(`/v1/needs/${id}/screening-sheets`, sheet);
      }
    }
  });
  await waitFor(`the screening of collection ${period}`, async () => {
    const now = await cast.organizer.ok.all('/v1/screening-cycles');
    return now.every(({ state }) => state === 'closed');
  });
  year.note(`第${period}次专家筛选完成`, `Collection ${period} screened`);
}

/** What is thought of a need hangs on the seat, not on who sits there. */
function sheetOn({ key, merit }: NeedPlan, chance: Chance, seat: number) {
  const own = chance.of('screening', key, String(seat));
  const score = () => String(Math.min(100, Math.max(0, merit + own.whole(-5, 5))));
  const comment =
    merit >= 80
      ? '对象清楚，问题有依据，目标可衡量。'
      : merit >= 68
        ? '需求真实，服务内容和目标尚需细化。'
        : '受益面有限，更适合由其他渠道解决。';
  return { scores: { people: score(), need: score(), service: score(), aim: score() }, comment };
}
