import {
  pointerTo,
  simpleTriggers,
  type Consequence,
  type EvaluationRules,
  type RuleSet,
} from '../../rules';

/** The places of a rule set, as JSON pointers, that evaluations cannot carry out yet. No round is created with one of them. */
export function unplayedInEvaluations({
  evaluations,
  tranches,
}: Pick<RuleSet, 'evaluations' | 'tranches'>): string[] {
  const named = new Set(
    tranches.flatMap(({ trigger }) =>
      simpleTriggers(trigger).flatMap((part) => ('evaluation' in part ? [part.evaluation] : [])),
    ),
  );
  return evaluations.flatMap((evaluation, index) =>
    inEvaluation(evaluation, named).map((below) => pointerTo('evaluations', index) + below),
  );
}

function inEvaluation(rules: EvaluationRules, named: ReadonlySet<string>): string[] {
  const { code, by, usersTakePart, survey, approvedProjectsUntil, consequences = [] } = rules;
  return [
    // A tranche that waits for it would wait for ever where a project is not evaluated.
    ...(approvedProjectsUntil !== undefined && named.has(code)
      ? [pointerTo('approvedProjectsUntil')]
      : []),
    // Whoever is named evaluates alone.
    ...(by === 'joint' ? [pointerTo('by')] : []),
    // Those served take part by the survey.
    ...(usersTakePart === true && survey === undefined ? [pointerTo('usersTakePart')] : []),
    ...consequences.flatMap((consequence, index) =>
      isDrawn(consequence, rules) ? [] : [pointerTo('consequences', index)],
    ),
  ];
}

/**
 * Whether something that follows from the worst grade is drawn. A party's record bars from every round or from none, and paid money
 * is asked back once the final evaluation is failed or the project ended, by officers who propose and an approver who decides.
 */
function isDrawn(
  consequence: Consequence,
  { kind, whenFailed }: Pick<EvaluationRules, 'kind' | 'whenFailed'>,
): boolean {
  switch (consequence.variant) {
    case 'publish':
    case 'record':
      return true;
    case 'bar':
      return consequence.scope === 'all';
    case 'claw-back':
      return consequence.by === 'approver' && (kind === 'final' || whenFailed === 'stop-and-end');
  }
}
