import { waitFor } from '../clock';
import { accepted } from './accepted';
import { playAmendment } from './amendment-scene';
import { playRecovery } from './recovery-scene';
import { playRectification } from './rectification-scene';
import { playReturn } from './return-scene';
import { playYearEnd } from './year-end-scene';
import { together } from '../together';
import { totalOf } from './bids';
import { playEvaluations } from './evaluation-scene';
import type { Going } from './going';
import { bidderOf, payWhatIsDue } from './payments-scene';
import { partsOf, type Part } from './parts';

/** The projects: visits, reports in time, late and missing, evaluations, and money as each evaluation releases it. */
export async function playProjects(going: Going): Promise<void> {
  const { cast, roundId, bidders, year } = going;
  await year.goTo('2020-06-12T10:00:00+08:00');
  const projects = await waitFor('the projects', async () => {
    const begun = await cast.organizer.ok.all(`/v1/projects?roundId=${roundId}`);
    return begun.length > 0 ? begun : null;
  });
  const parts = partsOf(projects);
  const projectOf = (part: Part) => projects.find(({ id }) => parts.get(id) === part);
  year.note(`${projects.length}个项目开始实施`, `${projects.length} projects are under way`);
  const payments = await payWhatIsDue(cast, bidders, '2020-06-18', year);
  const returned = projectOf('returned-payment');
  await playReturn(
    going,
    payments.find(({ projectId }) => projectId === returned.id),
  );
  await year.goTo('2020-07-15T10:00:00+08:00');
  await playAmendment(going, projectOf('amended'));
  await year.goTo('2020-08-20T10:00:00+08:00');
  const visits = await visitAll(going, projects);
  const rectified = projectOf('rectified');
  await playRectification(going, rectified, visits.get(rectified.id)!);
  await reportMidterm(going, projects, parts);
  await playEvaluations(going, parts, 'midterm');
  await payWhatIsDue(cast, bidders, '2020-10-15', year);
  await playRecovery(going, projectOf('weak-midterm'));
  await playYearEnd(cast, year);
  await year.goTo('2021-01-12T10:00:00+08:00');
  const active = await cast.organizer.ok.all(`/v1/projects?roundId=${roundId}&state=active`);
  await report(going, active, 'final');
  await playEvaluations(going, parts, 'final');
  await payWhatIsDue(cast, bidders, '2021-02-03', year);
}

/** Most report in time; some a week late; one hands in nothing. */
async function reportMidterm(
  going: Going,
  projects: readonly any[],
  parts: ReadonlyMap<string, Part>,
): Promise<void> {
  const { year } = going;
  const of = (wanted: (part: Part) => boolean) =>
    projects.filter(({ id }) => wanted(parts.get(id)!));
  await year.goTo('2020-09-08T10:00:00+08:00');
  await report(
    going,
    of((part) => part !== 'late' && part !== 'silent'),
    'midterm',
  );
  await year.goTo('2020-09-17T10:00:00+08:00');
  const late = of((part) => part === 'late');
  await report(going, late, 'midterm');
  year.note(
    `中期报告：${late.length}份迟交，1份未交`,
    `Mid-term reports: ${late.length} came late, one never`,
  );
}

/** @returns the visit of each project, by the project */
async function visitAll(
  { cast, chance, year }: Going,
  projects: readonly any[],
): Promise<ReadonlyMap<string, string>> {
  const { organizer } = cast;
  const visit = ({ id, title }: any, changes: object = {}) => {
    const own = chance.of('visit', title);
    return organizer.post(`/v1/projects/${id}/visits`, {
      visitedOn: '2020-08-20',
      findings: `${own.oneOf(SEEN)}${own.oneOf(TOLD)}`,
      headsServed: own.whole(9, 60),
      ...changes,
    });
  };
  const ahead = visit(projects[0], { visitedOn: '2020-12-31' });
  await year.refused('经办人', '记录还没有发生的走访', 'MONITORING.VISIT_DAY_OUTSIDE', ahead);
  const visits = await together(projects, (project) => accepted(visit(project)));
  year.note(`走访${projects.length}个项目`, `${projects.length} projects are visited`);
  return new Map(projects.map(({ id }, n) => [id as string, visits[n].id as string]));
}

const SEEN = [
  '现场活动按计划开展，签到和照片齐全。',
  '到场时正在开小组，秩序良好，记录及时。',
  '服务台账与合同进度一致，物资领用有签名。',
  '活动室略小，人多时需分批，已提醒。',
  '抽查三户服务对象，均能说出服务内容。',
] as const;
const TOLD = [
  '服务对象反映良好。',
  '居民希望增加周末时段。',
  '志愿者表示排班合理。',
  '建议补充应急联系人。',
  '财务凭证抽查未见异常。',
] as const;

/** Reports of the projects, as their organizations hand them in. */
async function report(
  { bidders, sent, chance, year }: Going,
  projects: readonly any[],
  code: 'midterm' | 'final',
): Promise<void> {
  await together(projects, async ({ id, partyId, title }) => {
    const { actor } = bidderOf(bidders, partyId);
    const plan = sent.find((one) => one.plan.title === title)?.plan;
    const total = plan === undefined ? 110_000 : totalOf(plan.budget);
    const share = code === 'midterm' ? 0.5 : 1;
    const own = chance.of('report', code, title);
    const held = Math.round(26 * share) + own.whole(-2, 3);
    const served = Math.round(1240 * share) + own.whole(-90, 160);
    await actor.ok.post(`/v1/projects/${id}/reports`, {
      code,
      text: `${title}${code === 'midterm' ? '中期' : '末期'}报告：已开展活动${held}次，服务${served}人次，经费专账管理。`,
      figures: {
        activitiesHeld: held,
        headsServed: served,
        spent: { amount: `${Math.round(total * share)}.00`, currency: 'CNY' },
      },
    });
  });
  const { actor } = bidderOf(bidders, projects[0].partyId);
  const unknown = actor.post(`/v1/projects/${projects[0].id}/reports`, {
    ...{ code: 'weekly', text: '周报：一切正常。' },
    figures: { activitiesHeld: 1, headsServed: 10, spent: { amount: '0.00', currency: 'CNY' } },
  });
  await year.refused('社会组织', '提交合同没有约定的报告', 'MONITORING.REPORT_UNKNOWN', unknown);
}
