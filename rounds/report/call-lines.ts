import { printInstant } from '../../src/kernel/instant';
import type { LotDays } from '../simulation/lot-days';
import type { SimulatedRound } from '../simulation/simulated-round';
import { both, heading, minuteOf, named } from './lines';

/** What is played, and what of it is invented. */
export function introductionLines({ rules, options, assumedYears }: SimulatedRound): string[] {
  return [
    rules.title.zh,
    rules.title.en,
    `规则 rules ${rules.code} · 申报 bids ${options.bids} · 种子 seed ${options.seed} · 金额 amounts ${rules.currency}`,
    '',
    '虚构：组织、预算、分数、票数、捐助、裁定、签约日、评估得分。真实：规则、算法、日历。',
    'Invented: organizations, budgets, scores, votes, gifts, decisions, days of signing, marks of evaluations. Real: rules, sums, calendar.',
    '不模拟：异议、更正、撤回、违规处理。 Not played: objections, corrections, withdrawals, breaches.',
    ...(rules.calendar === 'CN'
      ? []
      : [
          '工作日据公开假日库，未经官方核实。 Working days come from a library of holidays, which no authority has confirmed.',
        ]),
    ...(assumedYears.length === 0
      ? []
      : [
          `${assumedYears.join('、')}年放假安排未知，暂按周一至周五计。 No holidays are known yet for ${assumedYears.join(', ')}: Monday to Friday are taken as worked.`,
        ]),
  ];
}

/** The days of the call and of the notice, lots of the same days together. */
export function callLines({ rules, days }: SimulatedRound): string[] {
  const groups = Map.groupBy(days, keyOf);
  return [
    ...heading('一、申报与公示日期', '1 Days of the call and of the notice'),
    ...[...groups.values()].flatMap((group) => [
      `  ${nameOf(group, rules.lots)}`,
      ...daysOf(group[0]!),
    ]),
  ];
}

function keyOf({ opensAt, closesAt, reviewedOn }: LotDays): string {
  return [printInstant(opensAt), printInstant(closesAt), reviewedOn].join();
}

function nameOf(group: readonly LotDays[], lots: SimulatedRound['rules']['lots']): string {
  const [{ lot }] = group as readonly [LotDays];
  const name = named(lots.find(({ code }) => code === lot)!.name);
  return group.length === 1 ? name : `${group.length}个分包 lots: ${name} ……`;
}

function daysOf({ opensAt, closesAt, lastDay, days, reviewedOn, notice }: LotDays): string[] {
  const { isDayOfTheRules, firstDay, due } = notice;
  const source = isDayOfTheRules
    ? '首日由规则载明 first day by the rules'
    : '评审结束后的工作日 the working day after the review';
  return [
    `    申报 call         ${minuteOf(opensAt)} … ${lastDay}，${days}日 days`,
    `    截止 closes       ${minuteOf(closesAt)}（不含，北京时间 excluded, Beijing time）`,
    `    评审结束 review over  ${reviewedOn}（假定 assumed）`,
    `    公示 notice       ${firstDay} … ${due.dueOn}（${source}）`,
    ...both(due.explanation, 6),
  ];
}
