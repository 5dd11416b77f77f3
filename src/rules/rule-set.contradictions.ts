import { Refusal } from '../kernel/refusal';
import { amountChecks } from './amount.contradictions';
import { awardChecks } from './award.contradictions';
import { bidChecks } from './bid.contradictions';
import { categoryChecks } from './category.contradictions';
import { decisionChecks } from './decision.contradictions';
import { evaluationChecks } from './evaluation.contradictions';
import { eventChecks } from './event.contradictions';
import { fundingChecks } from './funding.contradictions';
import { leadsSomewhere, pointerTo } from './json-pointer';
import { legalChecks } from './legal-limits';
import { lotChecks } from './lot.contradictions';
import { panelChecks } from './panels.contradictions';
import { faultsFound, faultsFoundInParts, type PartCheck } from './part-check';
import { paymentChecks } from './payment.contradictions';
import { referenceChecks } from './reference.contradictions';
import type { Provenance, RuleFragment, RuleParts, RuleSet } from './rule-set.types';
import { refuseRules } from './rules.refusals';
import { scoringChecks } from './scoring.contradictions';
import { shortlistChecks } from './shortlist.contradictions';
import { stepChecks } from './step.contradictions';
import { timetableChecks } from './timetable.contradictions';

/** Every check of what rules say against themselves or against the law's limits. */
const CHECKS: readonly PartCheck[] = [
  ...bidChecks,
  ...timetableChecks,
  ...eventChecks,
  ...stepChecks,
  ...decisionChecks,
  ...lotChecks,
  ...panelChecks,
  ...categoryChecks,
  ...referenceChecks,
  ...fundingChecks,
  ...amountChecks,
  ...scoringChecks,
  ...shortlistChecks,
  ...awardChecks,
  ...evaluationChecks,
  ...paymentChecks,
  ...legalChecks,
];

/**
 * What a rule set says against itself or against the law's limits, each with a pointer to the place. A rule set without any can
 * be run from the call to the last payment.
 */
export function contradictionsIn(rules: RuleSet): Refusal[] {
  return [...repeatedCodes(rules), ...danglingProvenance(rules), ...faultsFound(CHECKS, rules)];
}

/** What the parts of a fragment say against each other or against the law's limits, as far as they tell; each alternative by itself. */
export function contradictionsInFragment(fragment: RuleFragment): Refusal[] {
  const { parts, alternatives = [], regime } = fragment;
  return [
    ...repeatedCodes(fragment),
    ...danglingProvenance(fragment),
    ...contradictionsInParts(parts, regime, pointerTo('parts')),
    ...alternatives.flatMap((other, index) =>
      contradictionsInParts(other.parts, regime, pointerTo('alternatives', index, 'parts')),
    ),
  ];
}

function contradictionsInParts(
  parts: RuleParts,
  regime: RuleFragment['regime'],
  at: string,
): Refusal[] {
  return faultsFoundInParts(CHECKS, { ...parts, regime }).map(
    ({ code, facts, pointer = '' }) => new Refusal(code, facts, at + pointer),
  );
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
