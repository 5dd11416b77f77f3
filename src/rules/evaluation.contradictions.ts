import { compareRatios, parseRatio, printRatio, ratioOf, sum } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { codesUnder, unknownOf } from './named-codes';
import { reading, type PartCheck } from './part-check';
import { refusePaymentRules } from './payment-rules.refusals';
import { refuseRules } from './rules.refusals';
import { HIGHEST_INDICATOR_SCORE } from './scores';
import type { EvaluationRules, Grade } from './rule-set.types';
import { inOrderOfTime, lastDayBefore, notBefore } from './timetable-order';

/** What the evaluations say of their indicators, grades and days. */
export const evaluationChecks: readonly PartCheck[] = [
  reading(['evaluations'], ({ evaluations }) => [
    ...evaluations.flatMap((evaluation, index) =>
      inEvaluation(evaluation, pointerTo('evaluations', index)),
    ),
    ...inOrderOfTime(evaluations, pointerTo('evaluations'), 'dueOn'),
  ]),
];

function inEvaluation(rules: EvaluationRules, at: string): Refusal[] {
  const { code: evaluation, indicators, grades, passGrade } = rules;
  const faults = inGrades(grades, at + pointerTo('grades'));
  const total = sum(indicators.map(({ weight }) => parseRatio(weight)));
  if (compareRatios(total, ratioOf(1n)) !== 0) {
    const facts = { evaluation, total: printRatio(total) };
    faults.push(refuseRules('RULES.WEIGHTS_NOT_WHOLE', facts, at + pointerTo('indicators')));
  }
  const passing = grades.findIndex(({ code }) => code === passGrade);
  const atPassGrade = at + pointerTo('passGrade');
  if (passing === -1) {
    faults.push(refuseRules('RULES.UNKNOWN_GRADE', { evaluation, grade: passGrade }, atPassGrade));
  } else if (passing === grades.length - 1) {
    faults.push(refuseRules('RULES.NO_FAILING_GRADE', { evaluation }, atPassGrade));
  }
  return [...faults, ...inFloors(rules, at + pointerTo('floors')), ...inDays(rules, at)];
}

function inFloors(
  { code: evaluation, indicators, grades, floors }: EvaluationRules,
  at: string,
): Refusal[] {
  return [
    ...unknownOf(codesUnder('indicator', floors, at), indicators, (indicator, pointer) =>
      refusePaymentRules('RULES.UNKNOWN_INDICATOR', { evaluation, indicator }, pointer),
    ),
    ...unknownOf(codesUnder('atBest', floors, at), grades, (grade, pointer) =>
      refuseRules('RULES.UNKNOWN_GRADE', { evaluation, grade }, pointer),
    ),
  ];
}

/** Its self-report comes before its review, both in time for its last day, and its result not before that. */
function inDays(rules: EvaluationRules, at: string): Refusal[] {
  const { opensOn, dueOn, selfReportFrom, selfReportTo, reviewFrom, resultBy } = rules;
  const lastOfSelfReport = selfReportTo === undefined ? undefined : lastDayBefore(selfReportTo);
  return [
    ...notBefore(selfReportFrom, lastOfSelfReport, at + pointerTo('selfReportTo')),
    ...notBefore(selfReportFrom, reviewFrom, at + pointerTo('reviewFrom')),
    ...notBefore(lastOfSelfReport, dueOn, at + pointerTo('selfReportTo')),
    ...notBefore(opensOn, reviewFrom, at + pointerTo('reviewFrom')),
    ...notBefore(reviewFrom, dueOn, at + pointerTo('reviewFrom')),
    ...notBefore(dueOn, resultBy, at + pointerTo('resultBy')),
    ...notBefore(rules.approvedProjectsUntil, dueOn, at + pointerTo('approvedProjectsUntil')),
  ];
}

function inGrades(grades: readonly Grade[], at: string): Refusal[] {
  const thresholds = grades.map(({ from }) => parseRatio(from));
  return grades.flatMap(({ code: grade }, index) => {
    const from = thresholds[index] ?? ratioOf(0n);
    const before = thresholds[index - 1] ?? ratioOf(BigInt(HIGHEST_INDICATOR_SCORE + 1));
    const here = at + pointerTo(index, 'from');
    if (compareRatios(from, ratioOf(BigInt(HIGHEST_INDICATOR_SCORE))) > 0) {
      return [refuseRules('RULES.GRADE_ABOVE_REACH', { grade }, here)];
    }
    if (compareRatios(from, before) >= 0) {
      return [refuseRules('RULES.GRADES_NOT_DESCENDING', { grade }, here)];
    }
    if (index === grades.length - 1 && compareRatios(from, ratioOf(0n)) !== 0) {
      return [refuseRules('RULES.LAST_GRADE_ABOVE_ZERO', { grade }, here)];
    }
    return [];
  });
}
