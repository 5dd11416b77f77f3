import { compareRatios, parseRatio, printRatio, ratioOf, sum } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';
import { HIGHEST_INDICATOR_SCORE } from './scores';
import type { EvaluationRules, Grade, RuleSet, ScoringRules } from './rule-set.types';

/** What the scoring and the evaluations' grades say against themselves. */
export function contradictionsInReview({ scoring, evaluations }: RuleSet): Refusal[] {
  return [
    ...inScoring(scoring),
    ...evaluations.flatMap((evaluation, index) =>
      inEvaluation(evaluation, pointerTo('evaluations', index)),
    ),
  ];
}

function inScoring({ criteria, totalPoints: total, passMark }: ScoringRules): Refusal[] {
  const faults: Refusal[] = [];
  const points = criteria.reduce((all, criterion) => all + criterion.points, 0);
  if (points !== total) {
    const at = pointerTo('scoring', 'criteria');
    faults.push(refuseRules('RULES.POINTS_NOT_TOTAL', { points, total }, at));
  }
  if (compareRatios(parseRatio(passMark), ratioOf(BigInt(total))) > 0) {
    const at = pointerTo('scoring', 'passMark');
    faults.push(refuseRules('RULES.PASS_MARK_ABOVE_TOTAL', { passMark, total }, at));
  }
  return faults;
}

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
  return faults;
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
