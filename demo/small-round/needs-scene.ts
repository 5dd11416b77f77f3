import type { Actor } from '../actor';
import type { Chance } from '../chance';
import { advanceTo, waitFor } from '../clock';
import { needs, type NeedText } from './needs';
import type { Cast } from './people';

/** What the later scenes need of this one. */
export interface ScreenedNeeds {
  readonly cycleIds: readonly string[];
  readonly selectedIds: readonly string[];
}

const streetOf: Readonly<Record<NeedText['community'], 'luopu' | 'shiqiao'>> = {
  xiajiao: 'luopu',
  nanpu: 'luopu',
  zhucun: 'shiqiao',
  jinxiu: 'shiqiao',
};

/** Residents ask, streets check and report, experts screen, everyone gets an answer. */
export async function playNeeds(
  cast: Cast,
  screeningRules: object,
  chance: Chance,
): Promise<ScreenedNeeds> {
  const { organizer, administrator } = cast;
  await organizer.ok.post('/v1/screening-rules', { document: screeningRules });
  const submitted = await submitAll(cast);
  await advanceTo(administrator, '2020-02-05T10:00:00+08:00');
  await checkAll(cast, submitted);
  const cycles = [];
  for (const officer of Object.values(cast.streetOfficers)) {
    const [cycle] = await officer.ok.all('/v1/screening-cycles');
    const path = `/v1/screening-cycles/${cycle.id}/report`;
    cycles.push(await officer.ok.post(path, undefined, { ifMatch: cycle.version }));
  }
  await advanceTo(administrator, '2020-02-12T10:00:00+08:00');
  const panel = cast.experts.slice(0, 3);
  for (const { id } of cycles) await screen(cast, id, panel, submitted, chance);
  const selected = await organizer.ok.all('/v1/needs?state=selected');
  return {
    cycleIds: cycles.map(({ id }) => id as string),
    selectedIds: selected.map(({ id }) => id as string),
  };
}

async function submitAll(cast: Cast): Promise<Map<NeedText, any>> {
  const submitted = new Map<NeedText, any>();
  for (const [n, text] of needs.entries()) {
    const { community } = text;
    const content = contentOf(text);
    const resident = cast.residents[community]![n % 2]!;
    const unitId = cast.city.unitId(community);
    submitted.set(text, {
      resident,
      content,
      ...(await resident.ok.post('/v1/needs', { ...content, unitId })),
    });
  }
  return submitted;
}

function contentOf(text: NeedText): object {
  const { title, targetGroup, headCount, problem, service, aim, serviceArea, askedBy } = text;
  return { title, targetGroup, headCount, problem, service, aim, serviceArea, askedBy };
}

async function checkAll(cast: Cast, submitted: Map<NeedText, any>): Promise<void> {
  for (const [text, need] of submitted) {
    const officer = cast.streetOfficers[streetOf[text.community]];
    const check = (verdict: string, version: number, reason?: string) =>
      officer.ok.post(`/v1/needs/${need.id}/check`, { verdict, reason }, { ifMatch: version });
    if (text.atStreet === 'forward') await check('forward', need.version);
    if (text.atStreet === 'reject') {
      await check('reject', need.version, '属物业管理事项，不属于公益服务需求。');
    }
    if (text.atStreet === 'merge') {
      const into = submitted.get(needs[0]!);
      const body = { intoNeedId: into.id, reason: '与“独居老人午间助餐”服务对象和内容相近。' };
      await officer.ok.post(`/v1/needs/${need.id}/merge`, body, { ifMatch: need.version });
    }
    if (text.atStreet === 'return') await returnAndComplete(need, check);
  }
}

async function returnAndComplete(
  need: any,
  check: (verdict: string, version: number, reason?: string) => Promise<any>,
): Promise<void> {
  const returned = await check('return', need.version, '请补充现有服务资源和评估依据。');
  const problem = `${need.content.problem}社区现有一名特教老师，每周仅能服务三名儿童。`;
  const completed = await (need.resident as Actor).ok.post(
    `/v1/needs/${need.id}/completion`,
    { ...need.content, problem },
    { ifMatch: returned.version },
  );
  await check('forward', completed.version);
}

async function screen(
  cast: Cast,
  cycleId: string,
  panel: readonly Actor[],
  submitted: Map<NeedText, any>,
  chance: Chance,
): Promise<void> {
  const personIds = panel.map(({ personId }) => personId);
  const cycle = await cycleOf(cast, cycleId);
  await cast.organizer.ok.post(
    `/v1/screening-cycles/${cycleId}/experts`,
    { personIds },
    { ifMatch: cycle.version },
  );
  const listed = await cast.organizer.ok.all(`/v1/needs?cycleId=${cycleId}&state=listed`);
  for (const { id } of listed) {
    const { title, merit } = [...submitted].find(([, need]) => need.id === id)![0];
    for (const expert of panel) {
      const own = chance.of('screening', title, expert.name);
      const score = () => String(Math.min(100, Math.max(0, merit + own.whole(-5, 5))));
      const scores = { people: score(), need: score(), service: score(), aim: score() };
      const sheet = { scores, comment: commentOn(merit) };
      await expert.ok.post(`/v1/needs/${id}/screening-sheets`, sheet);
    }
  }
  await waitFor(
    `the screening of cycle ${cycleId}`,
    async () => (await cycleOf(cast, cycleId)).state === 'closed',
  );
}

async function cycleOf(cast: Cast, cycleId: string): Promise<any> {
  const cycles = await cast.organizer.ok.all('/v1/screening-cycles');
  return cycles.find((cycle) => cycle.id === cycleId);
}

function commentOn(merit: number): string {
  if (merit >= 80) return '对象清楚，问题有依据，目标可衡量。';
  if (merit >= 65) return '需求真实，服务内容和目标尚需细化。';
  return '受益面有限，更适合由其他渠道解决。';
}
