import type { Refusal } from '../kernel/refusal';
import type { RuleSet } from './rule-set.types';

/** One of the parts that a rule set is made of, by its name in the document. */
export type Part = keyof RuleSet;

/** A check of what some parts of the rules say, against each other or against the law. */
export interface PartCheck {
  /** What has to be known for it; a rule set says all, also by what it leaves out, a fragment only what it holds. */
  readonly reads: readonly Part[];
  readonly faultsIn: (rules: RuleSet) => readonly Refusal[];
}

/** Makes a check that can read the named parts and no others. */
export function reading<const Read extends Part>(
  reads: readonly Read[],
  faultsIn: (rules: Pick<RuleSet, Read>) => readonly Refusal[],
): PartCheck {
  return { reads, faultsIn };
}

/** What the checks find in a whole rule set, in their order. */
export function faultsFound(checks: readonly PartCheck[], rules: RuleSet): Refusal[] {
  return checks.flatMap(({ faultsIn }) => faultsIn(rules));
}

/** What those of the checks find that need nothing but the parts that are there. */
export function faultsFoundInParts(
  checks: readonly PartCheck[],
  parts: Readonly<Partial<RuleSet>>,
): Refusal[] {
  const known = checks.filter(({ reads }) => reads.every((part) => parts[part] !== undefined));
  // A check reads no part beside those that it names, so the others may be missing.
  return faultsFound(known, parts as RuleSet);
}
