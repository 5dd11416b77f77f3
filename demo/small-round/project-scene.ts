import type { Chance } from '../chance';
import { advanceTo, waitFor } from '../clock';
import type { Bidder, Called } from './call-scene';
import { payWhatIsDue } from './payments';
import type { Cast } from './people';

/** The projects: visits, reports, evaluations with residents' answers, and money as each evaluation releases it. */
export async function playProjects(cast: Cast, called: Called, chance: Chance): Promise<void> {
  const { administrator, organizer } = cast;
  await advanceTo(administrator, '2020-06-12T10:00:00+08:00');
  await payWhatIsDue(cast, called, '2020-06-18');
  await advanceTo(administrator, '2020-08-20T10:00:00+08:00');
  const projects = await organizer.ok.all(`/v1/projects?roundId=${called.roundId}`);
  for (const project of projects) await visit(cast, project.id);
  await advanceTo(administrator, '2020-09-08T10:00:00+08:00');
  await report(called, projects, 'midterm');
  await evaluate(cast, called, 'midterm', chance);
  await payWhatIsDue(cast, called, '2020-10-15');
  await advanceTo(administrator, '2021-01-12T10:00:00+08:00');
  const going = await organizer.ok.all(`/v1/projects?roundId=${called.roundId}&state=active`);
  await report(called, going, 'final');
  await evaluate(cast, called, 'final', chance);
  await payWhatIsDue(cast, called, '2021-02-03');
}

function granteeOf({ bidders }: Called, partyId: string): Bidder {
  return bidders.find((bidder) => bidder.partyId === partyId)!;
}

async function visit({ organizer }: Cast, projectId: string): Promise<void> {
  await organizer.ok.post(`/v1/projects/${projectId}/visits`, {
    visitedOn: '2020-08-20',
    findings: '现场活动按计划开展，签到和照片齐全，服务对象反映良好。',
    headsServed: 36,
  });
}

async function report(called: Called, projects: readonly any[], code: string): Promise<void> {
  for (const { id, partyId, title } of projects) {
    const { actor, text } = granteeOf(called, partyId);
    const total = Object.values(text.budget).reduce((sum, yuan) => sum + yuan, 0);
    const share = code === 'midterm' ? 0.5 : 1;
    await actor.ok.post(`/v1/projects/${id}/reports`, {
      code,
      text: `“${title}”${code === 'midterm' ? '中期' : '末期'}报告：活动按计划开展，经费专账管理。`,
      figures: {
        activitiesHeld: Math.round(26 * share),
        headsServed: Math.round(1240 * share),
        spent: { amount: `${Math.round(total * share)}.00`, currency: 'CNY' },
      },
    });
  }
}

/** One bidder hands in nothing at the mid-term and fails it, as the rules say. */
const SILENT = 'tongzhou';

const FINISHED = ['graded', 'dropped'];

async function evaluate(
  cast: Cast,
  called: Called,
  code: 'midterm' | 'final',
  chance: Chance,
): Promise<void> {
  const list = `/v1/evaluations?roundId=${called.roundId}`;
  const open = (await cast.organizer.ok.all(list)).filter(
    (evaluation) => evaluation.code === code && evaluation.state === 'awaiting',
  );
  for (const { id, partyId } of open) {
    const grantee = granteeOf(called, partyId);
    if (code === 'midterm' && grantee.text.code === SILENT) continue;
    await evaluateOne(cast, grantee, id, code, chance);
  }
  const due = code === 'midterm' ? '2020-10-09T10:00:00+08:00' : '2021-02-01T10:00:00+08:00';
  await advanceTo(cast.administrator, due);
  await waitFor(`the ${code} evaluations`, async () => {
    const items = (await cast.organizer.ok.all(list)).filter((one) => one.code === code);
    // Of a project that was stopped nothing more is evaluated.
    return items.every(({ state }) => FINISHED.includes(state));
  });
}

async function evaluateOne(
  cast: Cast,
  { actor, text }: Bidder,
  id: string,
  code: 'midterm' | 'final',
  chance: Chance,
): Promise<void> {
  const [evaluator] = cast.evaluators;
  const path = `/v1/evaluations/${id}`;
  const read = () => cast.organizer.ok.get(path);
  await cast.organizer.ok.post(
    `${path}/assignment`,
    { personId: evaluator!.personId },
    { ifMatch: (await read()).version },
  );
  const { version, title, indicators, survey } = await read();
  const own = chance.of(code, title);
  const selfReport = { text: '服务按合同完成，自评良好；不足之处已在报告中说明。' };
  await actor.ok.post(`${path}/self-report`, selfReport, { ifMatch: version });
  if (survey !== null) await answer(cast, path, text.satisfaction, own);
  const scores = Object.fromEntries(
    indicators.map((indicator: any) => [
      indicator.code,
      Math.min(100, Math.max(0, text.delivery + own.of(indicator.code).whole(-3, 3))).toFixed(2),
    ]),
  );
  const sheet = { scores, comment: code === 'midterm' ? '进度符合计划。' : '完成合同约定。' };
  await evaluator!.ok.post(`${path}/sheet`, sheet, { ifMatch: (await read()).version });
}

async function answer(
  cast: Cast,
  path: string,
  satisfaction: number,
  chance: Chance,
): Promise<void> {
  const residents = Object.values(cast.residents).flat().slice(0, 8);
  for (const resident of residents) {
    const given = Math.min(5, Math.max(1, satisfaction + chance.of(resident.name).whole(-1, 0)));
    await resident.ok.post(`${path}/answers`, {
      satisfaction: given,
      comment: '服务方便，态度好。',
    });
  }
}
