import { compareRatios, parseRatio } from '../kernel/ratio';
import type { EvaluationRules, Grade, GradeFloor } from './rule-set.types';
import type { GivenScores } from './scores';

/** A grade with the floors that made it what it is; none where the score alone did. */
export interface FlooredGrade {
  readonly grade: Grade;
  readonly floors: readonly GradeFloor[];
}

/**
 * The grade that is left of what a score reached once the floors are asked: below a floor of one indicator it is at best what that
 * floor says. A floor that allows the grade anyway changes nothing.
 * @source domain.md 2.10: a low value of one indicator bounds the grade
 */
export function loweredBy(
  { grades, floors = [] }: Pick<EvaluationRules, 'grades' | 'floors'>,
  reached: Grade,
  scores: GivenScores,
): FlooredGrade {
  const placeOf = (wanted: string) => grades.findIndex(({ code }) => code === wanted);
  const hit = floors.filter(
    ({ indicator, below, atBest }) =>
      isBelow(scores[indicator], below) && placeOf(atBest) > placeOf(reached.code),
  );
  const places = hit.map(({ atBest }) => placeOf(atBest));
  const place = Math.max(placeOf(reached.code), ...places);
  return { grade: grades[place] ?? reached, floors: hit };
}

/** The worst of some grades, which are in order from the best. */
export function worstOf(fromBest: readonly Grade[]): Grade {
  const worst = fromBest.at(-1);
  if (worst === undefined) throw new RangeError('an evaluation has grades');
  return worst;
}

function isBelow(score: string | undefined, floor: string): boolean {
  return score !== undefined && compareRatios(parseRatio(score), parseRatio(floor)) < 0;
}
