import { compareRatios, multiply, parseRatio, printRatio, sum, type Ratio } from '../kernel/ratio';
import type { Explanation } from './explanation';
import { loweredBy, worstOf } from './grade-floors';
import type { Consequence, EvaluationRules, Grade } from './rule-set.types';
import { HIGHEST_INDICATOR_SCORE, readScores, type GivenScores } from './scores';

/** The grade of a project's evaluation. */
export interface GradedScore {
  /** The weighted score exactly, as decimal text; none when nothing was handed in. */
  readonly score?: string;
  readonly grade: string;
  readonly passed: boolean;
  /** What else follows; of the worst grade alone, where the rules name something. */
  readonly consequences?: readonly Consequence[];
  readonly explanation: Explanation;
}

/**
 * The weighted score of an evaluation and the grade it has without being rounded: 89.995 is not yet 90. Where an indicator is below
 * a floor of the rules, the grade is at best what the floor says.
 * @param scores from 0 to 100 by the indicators' codes
 * @throws SCORES.MISSING, SCORES.UNKNOWN, SCORES.NOT_A_SCORE, SCORES.ABOVE_MOST
 * @source rules.md, Shenzhen 2021: ≥ 90 excellent, ≥ 80 good, ≥ 60 pass, on the unrounded score
 */
export function gradeScore(evaluation: EvaluationRules, scores: GivenScores): GradedScore {
  const asked = evaluation.indicators.map(({ code }) => ({ code, most: HIGHEST_INDICATOR_SCORE }));
  const given = readScores(asked, evaluation.scoreDecimals, scores);
  const weights = evaluation.indicators.map(({ weight }) => weight);
  const score = sum(
    given.map((value, index) => multiply(value, parseRatio(weights[index] ?? '0'))),
  );
  const reached = gradeOf(evaluation.grades, score);
  const { grade, floors } = loweredBy(evaluation, reached, scores);
  const products = given.map((value, index) => `${printRatio(value)} × ${weights[index]}`);
  return {
    score: printRatio(score),
    grade: grade.code,
    passed: passes(evaluation, grade),
    ...consequencesOf(evaluation, grade),
    explanation: {
      rule: `/evaluations/${evaluation.code}/grades`,
      inputs: { ...scores },
      arithmetic: [
        `${products.join(' + ')} = ${printRatio(score)} ≥ ${reached.from}`,
        ...floors.map(
          ({ indicator, below, atBest }) =>
            `${indicator} ${scores[indicator]} < ${below} → ≤ ${atBest}`,
        ),
      ].join('; '),
    },
  };
}

/**
 * The grade when nothing was handed in by the due day without an accepted reason: the worst.
 * @source cn-haishu-2020-r9: late or missing mid-term material without reason is a fail
 */
export function gradeMissing(evaluation: EvaluationRules): GradedScore {
  const grade = worstOf(evaluation.grades);
  return {
    grade: grade.code,
    passed: passes(evaluation, grade),
    ...consequencesOf(evaluation, grade),
    explanation: {
      rule: `/evaluations/${evaluation.code}/missing`,
      inputs: { dueOn: evaluation.dueOn },
      arithmetic: `∅ → ${grade.code}`,
    },
  };
}

/**
 * The grade of an evaluation that a sanction of the rules failed: the worst.
 * @source cn-haishu-2020-r9: material late without a reason counts as a fail
 */
export function gradeSanctioned(evaluation: EvaluationRules): GradedScore {
  const grade = worstOf(evaluation.grades);
  return {
    grade: grade.code,
    passed: passes(evaluation, grade),
    ...consequencesOf(evaluation, grade),
    explanation: {
      rule: '/sanctions/failsEvaluation',
      inputs: { evaluation: evaluation.code },
      arithmetic: `! → ${grade.code}`,
    },
  };
}

function gradeOf(fromBest: readonly Grade[], score: Ratio): Grade {
  const reached = fromBest.find(({ from }) => compareRatios(score, parseRatio(from)) >= 0);
  return reached ?? worstOf(fromBest);
}

function passes({ grades, passGrade }: EvaluationRules, { code }: Grade): boolean {
  const place = (wanted: string) => grades.findIndex((grade) => grade.code === wanted);
  return place(code) <= place(passGrade);
}

function consequencesOf({ grades, consequences }: EvaluationRules, { code }: Grade) {
  return code === worstOf(grades).code && consequences !== undefined ? { consequences } : {};
}
