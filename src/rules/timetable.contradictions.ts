import { dayOf, type Day } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type PartCheck } from './part-check';
import { projectMonths } from './project-months';
import { refuseRules } from './rules.refusals';
import type { EvaluationRules, RuleSet, Timetable } from './rule-set.types';
import { inOrderOfTime, lastDayBefore, notBefore } from './timetable-order';
import { refuseWayRules } from './way-rules.refusals';

/** What the days and moments of a rule set say against each other, in the order of the process. */
export const timetableChecks: readonly PartCheck[] = [
  reading(['timetable'], ({ timetable }) => [
    ...callAgainstProject(timetable),
    ...monthsOfProjects(timetable),
  ]),
  reading(['votes'], ({ votes }) => {
    const { opensAt: from, closesAt: to } = votes ?? {};
    if (from === undefined || to === undefined || toInstant(from) < toInstant(to)) return [];
    return [refuseWayRules('RULES.MOMENTS_REVERSED', { from, to }, pointerTo('votes', 'closesAt'))];
  }),
  reading(['votes', 'timetable'], ({ votes, timetable: { callOpensAt: opensAt } }) => {
    const on = votes?.opensAt;
    if (on === undefined || toInstant(on) >= toInstant(opensAt)) return [];
    const at = pointerTo('votes', 'opensAt');
    return [refuseWayRules('RULES.BEFORE_THE_CALL', { what: 'votes', on, opensAt }, at)];
  }),
  reading(['gifts', 'timetable'], ({ gifts, timetable: { callOpensAt: opensAt } }) => {
    const on = gifts?.closesOn;
    if (on === undefined || on >= dayOf(toInstant(opensAt))) return [];
    const at = pointerTo('gifts', 'closesOn');
    return [refuseWayRules('RULES.BEFORE_THE_CALL', { what: 'gifts', on, opensAt }, at)];
  }),
  reading(['forwarding'], ({ forwarding = [] }) =>
    inOrderOfTime(forwarding, pointerTo('forwarding'), 'dueOn'),
  ),
  reading(['forwarding', 'timetable'], forwardedInTime),
  reading(['notice'], ({ notice: { firstDay, lastDay } }) =>
    notBefore(firstDay, lastDay, pointerTo('notice', 'lastDay')),
  ),
  reading(['notice', 'timetable'], ({ notice: { firstDay, lastDay }, timetable }) => [
    ...afterTheClose('notice', firstDay ?? lastDay, timetable, pointerTo('notice', 'firstDay')),
  ]),
  reading(['contract', 'timetable'], termOfContract),
  reading(['evaluations', 'timetable'], ({ evaluations, timetable }) =>
    evaluations.flatMap((evaluation, index) =>
      evaluationAgainstProject(evaluation, timetable, pointerTo('evaluations', index, 'dueOn')),
    ),
  ),
  reading(['reports', 'timetable'], ({ reports, timetable: { projectFrom: from } }) =>
    reports.flatMap(({ dueOn }, index) =>
      dueOn < from
        ? [
            refuseRules(
              'RULES.REPORT_BEFORE_PROJECT',
              { dueOn, from },
              pointerTo('reports', index, 'dueOn'),
            ),
          ]
        : [],
    ),
  ),
  reading(['reports'], ({ reports }) => inOrderOfTime(reports, pointerTo('reports'), 'dueOn')),
];

function callAgainstProject(timetable: Timetable): Refusal[] {
  const {
    callOpensAt: opensAt,
    callClosesAt: closesAt,
    projectFrom: from,
    projectTo: to,
  } = timetable;
  const faults: Refusal[] = [];
  if (toInstant(closesAt) <= toInstant(opensAt)) {
    const at = pointerTo('timetable', 'callClosesAt');
    faults.push(refuseRules('RULES.CLOSES_BEFORE_OPENS', { closesAt, opensAt }, at));
  }
  if (to < from) {
    const at = pointerTo('timetable', 'projectTo');
    faults.push(refuseRules('RULES.PROJECT_ENDS_BEFORE_START', { to, from }, at));
  }
  if (from < dayOf(toInstant(closesAt))) {
    const at = pointerTo('timetable', 'projectFrom');
    faults.push(refuseRules('RULES.PROJECT_STARTS_IN_CALL', { from, closesAt }, at));
  }
  return faults;
}

function monthsOfProjects(timetable: Timetable): Refusal[] {
  const { min = 0, max = Infinity } = timetable.projectMonths ?? {};
  const at = pointerTo('timetable', 'projectMonths');
  if (min > max) return [refuseWayRules('RULES.MONTHS_REVERSED', { min, max }, at)];
  const { projectFrom: from, projectTo: to } = timetable;
  if (to < from || projectMonths(timetable) >= min) return [];
  return [refuseWayRules('RULES.PROJECT_TIME_TOO_SHORT', { from, to, min }, at)];
}

/** Where projects last a number of months, the least of them has to fit into the contract; otherwise all of their time. */
function termOfContract({
  contract: { termMonths },
  timetable,
}: Pick<RuleSet, 'contract' | 'timetable'>): Refusal[] {
  const { min, max } = timetable.projectMonths ?? {};
  const months = min ?? (max === undefined ? projectMonths(timetable) : 0);
  if (termMonths === undefined || months <= termMonths) return [];
  const at = pointerTo('contract', 'termMonths');
  return [refuseWayRules('RULES.TERM_SHORTER_THAN_PROJECT', { termMonths, months }, at)];
}

function forwardedInTime({
  forwarding = [],
  timetable,
}: Pick<RuleSet, 'forwarding' | 'timetable'>): Refusal[] {
  const { projectFrom } = timetable;
  return forwarding.flatMap(({ code: what, dueOn: on }, index) => {
    const at = pointerTo('forwarding', index, 'dueOn');
    if (on !== undefined && on > projectFrom) {
      return [refuseWayRules('RULES.AFTER_PROJECT_START', { what, on, projectFrom }, at)];
    }
    return afterTheClose(what, on, timetable, at);
  });
}

/** What happens to bids once they are in does not end before the last day on which one can come. */
function afterTheClose(
  what: string,
  on: Day | undefined,
  timetable: Timetable,
  at: string,
): Refusal[] {
  const { callClosesAt: closesAt } = timetable;
  if (on === undefined || on >= lastDayBefore(closesAt)) return [];
  return [refuseWayRules('RULES.BEFORE_THE_CLOSE', { what, on, closesAt }, at)];
}

function evaluationAgainstProject(
  { code: evaluation, kind, opensOn, dueOn }: EvaluationRules,
  { projectFrom: from, projectTo: to }: Timetable,
  at: string,
): Refusal[] {
  if (dueOn < opensOn) {
    return [refuseRules('RULES.EVALUATION_DUE_BEFORE_OPENS', { evaluation, dueOn, opensOn }, at)];
  }
  const outside = opensOn < from || (kind === 'midterm' ? dueOn > to : dueOn < to);
  if (!outside) return [];
  const facts = { evaluation, opensOn, dueOn, from, to };
  return [refuseRules('RULES.EVALUATION_OUTSIDE_PROJECT', facts, at)];
}
