import type { Refusal } from '../kernel/refusal';
import { contradictionsInCategories } from './category.contradictions';
import { leadsSomewhere, pointerTo } from './json-pointer';
import { legalLimitsBrokenBy } from './legal-limits';
import { contradictionsInPanels } from './panels.contradictions';
import { contradictionsInPayment } from './payment.contradictions';
import { contradictionsInReview } from './review.contradictions';
import { refuseRules } from './rules.refusals';
import type { CountRange, Provenance, RuleSet } from './rule-set.types';
import { contradictionsInTimetable } from './timetable.contradictions';

/**
 * What a rule set says against itself or against the law's limits, each with a pointer to the place. A rule set without any can
 * be run from the call to the last payment.
 */
export function contradictionsIn(rules: RuleSet): Refusal[] {
  return [
    ...repeatedCodes(rules),
    ...danglingProvenance(rules),
    ...reversedRange(rules.form.activities, pointerTo('form', 'activities')),
    ...reversedRange(rules.form.indicators, pointerTo('form', 'indicators')),
    ...contradictionsInTimetable(rules),
    ...contradictionsInPanels(rules),
    ...contradictionsInCategories(rules),
    ...contradictionsInReview(rules),
    ...contradictionsInPayment(rules),
    ...legalLimitsBrokenBy(rules),
  ];
}

/** Codes that stand twice in one list, at any depth: what refers to such a code would not know which one is meant. */
export function repeatedCodes(document: unknown, at = ''): Refusal[] {
  if (typeof document !== 'object' || document === null) return [];
  const own = Array.isArray(document) ? repeatedIn(document, at) : [];
  const below = Object.entries(document).flatMap(([name, value]) =>
    repeatedCodes(value, at + pointerTo(name)),
  );
  return [...own, ...below];
}

function repeatedIn(list: readonly unknown[], at: string): Refusal[] {
  const codes = list.map((item) => (item as { code?: unknown } | null)?.code);
  return codes.flatMap((code, index) =>
    typeof code === 'string' && codes.indexOf(code) < index
      ? [refuseRules('RULES.DUPLICATE_CODE', { code }, at + pointerTo(index, 'code'))]
      : [],
  );
}

/** Provenance that speaks of something the rules do not hold. */
export function danglingProvenance(rules: {
  readonly provenance: readonly Provenance[];
}): Refusal[] {
  return rules.provenance.flatMap(({ path }, index) =>
    leadsSomewhere(rules, path)
      ? []
      : [
          refuseRules(
            'RULES.PROVENANCE_DANGLING',
            { path },
            pointerTo('provenance', index, 'path'),
          ),
        ],
  );
}

function reversedRange({ min, max }: CountRange, at: string): Refusal[] {
  return min > max ? [refuseRules('RULES.RANGE_REVERSED', { min, max }, at)] : [];
}
