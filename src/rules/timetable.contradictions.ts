import { dayOf } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';
import type { EvaluationRules, RuleSet, Timetable } from './rule-set.types';

/** What the days and moments of a rule set say against each other. */
export function contradictionsInTimetable({ timetable, evaluations, reports }: RuleSet): Refusal[] {
  return [
    ...callAgainstProject(timetable),
    ...evaluations.flatMap((evaluation, index) =>
      evaluationAgainstProject(evaluation, timetable, pointerTo('evaluations', index, 'dueOn')),
    ),
    ...reports.flatMap(({ dueOn }, index) =>
      dueOn < timetable.projectFrom
        ? [
            refuseRules(
              'RULES.REPORT_BEFORE_PROJECT',
              { dueOn, from: timetable.projectFrom },
              pointerTo('reports', index, 'dueOn'),
            ),
          ]
        : [],
    ),
  ];
}

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
