import type { Consequence, RuleSet } from '../../../rules';
import type { Sanction } from '../../monitoring';

/** Whether an evaluation of a project had the worst grade, and the rules let paid money be asked back for it. */
export function clawsBack(
  { evaluations }: Pick<RuleSet, 'evaluations'>,
  outcomes: readonly { readonly code: string; readonly grade: string }[],
): boolean {
  return evaluations.some(
    ({ code, grades, consequences = [] }) =>
      consequences.some(isDecidedByApprover) &&
      outcomes.some((outcome) => outcome.code === code && outcome.grade === grades.at(-1)?.code),
  );
}

/** Whether a sanction was imposed for which the rules let paid money be asked back. */
export function isClawedBackBy(sanctions: readonly Pick<Sanction, 'rules'>[]): boolean {
  return sanctions.some(({ rules }) => rules.consequences.some(isDecidedByApprover));
}

/** Officers propose what is asked back, and an approver decides; where the rules name somebody else, people see to it. */
function isDecidedByApprover(consequence: Consequence): boolean {
  return consequence.variant === 'claw-back' && consequence.by === 'approver';
}
