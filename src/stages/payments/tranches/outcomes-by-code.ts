import type { DatedOutcome, EvaluationRules, RuleSet } from '../../../rules';

type Outcome = DatedOutcome & { readonly code: string };

/**
 * The outcomes of a project's evaluations by the codes that tranches name. Of an evaluation that is not asked of the project the next
 * one stands in, as far as it says what the tranches ask for: whether it was passed, or the same grades.
 * @param outcomes of the evaluations that were decided
 * @param asked the codes of all evaluations that the project has
 * @source cn-haishu-2020-r9: the mid-term is of projects awarded before 1 July 2020, and pays the last tranche
 */
export function outcomesByCode(
  { evaluations, tranches }: Pick<RuleSet, 'evaluations' | 'tranches'>,
  outcomes: readonly Outcome[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, DatedOutcome> {
  const found = new Map<string, DatedOutcome>(outcomes.map((outcome) => [outcome.code, outcome]));
  evaluations.forEach((evaluation, place) => {
    if (asked.has(evaluation.code)) return;
    const next = evaluations.slice(place + 1).find(({ code }) => asked.has(code));
    const outcome = next === undefined ? undefined : found.get(next.code);
    if (next === undefined || outcome === undefined) return;
    const isGraded = tranches.some(
      ({ trigger }) =>
        trigger.variant === 'evaluation-graded' && trigger.evaluation === evaluation.code,
    );
    if (!isGraded || hasGradesOf(evaluation, next)) found.set(evaluation.code, outcome);
  });
  return found;
}

/** Whether every grade of one evaluation is one of the other's. */
function hasGradesOf({ grades }: EvaluationRules, next: EvaluationRules): boolean {
  const codes = grades.map(({ code }) => code);
  return next.grades.every(({ code }) => codes.includes(code));
}
