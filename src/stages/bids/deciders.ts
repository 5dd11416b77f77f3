import { deciderOf, questionOfCheck, type BilingualText, type Role } from '../../rules';
import type { PlannedCheck } from './qualification-checks';

/** Whose duty it is to decide a check of the qualification where no rule can; null where rules decide alone. */
export function deciderOfPlanned({ check }: PlannedCheck): Role | null {
  return isOwn(check) ? null : deciderOf(check);
}

/** What that person is asked; null where rules decide alone. */
export function questionOfPlanned({ check }: PlannedCheck): BilingualText | null {
  return isOwn(check) ? null : questionOfCheck(check);
}

function isOwn(
  check: PlannedCheck['check'],
): check is Extract<PlannedCheck['check'], { variant: 'readable' | 'applicant-class' }> {
  return check.variant === 'readable' || check.variant === 'applicant-class';
}
