import type { Refusal } from '../../kernel/refusal';

const refusals = new Map<string, () => Refusal>();

/**
 * Says how a constraint of the database refuses, wherever in a transaction it is met: the database holds the invariant, and
 * its owner gives it words.
 */
export function refuseByConstraint(constraint: string, refusal: () => Refusal): void {
  if (refusals.has(constraint)) throw new Error(`two refusals for the constraint ${constraint}`);
  refusals.set(constraint, refusal);
}

/** The refusal of a constraint, or null where nobody gave it words. */
export function refusalOfConstraint(constraint: string | null): Refusal | null {
  return (constraint === null ? undefined : refusals.get(constraint))?.() ?? null;
}
