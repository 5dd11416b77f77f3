import type { RuleSet } from '../../../rules';

/** Whether an evaluation of a project had the worst grade, and the rules let paid money be asked back for it. */
export function clawsBack(
  { evaluations }: Pick<RuleSet, 'evaluations'>,
  outcomes: readonly { readonly code: string; readonly grade: string }[],
): boolean {
  return evaluations.some(
    ({ code, grades, consequences = [] }) =>
      consequences.some(({ variant }) => variant === 'claw-back') &&
      outcomes.some((outcome) => outcome.code === code && outcome.grade === grades.at(-1)?.code),
  );
}
