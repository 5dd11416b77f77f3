import { parseAmount } from '../kernel/money';
import { compareRatios, parseRatio, printRatio, ratioOf, sum } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';
import type {
  AmountRule,
  EvaluationGraded,
  EvaluationRules,
  FundPot,
  RuleSet,
  TrancheRules,
} from './rule-set.types';

/** What the money's way from the pots to the last tranche says against itself. */
export function contradictionsInPayment(rules: RuleSet): Refusal[] {
  return [
    ...inFunding(rules.funding),
    ...inAmount(rules.amount),
    ...inShares(rules.tranches),
    ...rules.tranches.flatMap((tranche, index) =>
      inTrigger(tranche, rules.evaluations, pointerTo('tranches', index, 'trigger')),
    ),
  ];
}

function inFunding(funding: readonly FundPot[]): Refusal[] {
  return funding.flatMap(({ code: fund, amount }, index) =>
    parseAmount(amount) === 0n
      ? [refuseRules('RULES.BUDGET_ZERO', { fund }, pointerTo('funding', index, 'amount'))]
      : [],
  );
}

function inAmount({ maxShareOfBudget, maxAmount }: AmountRule): Refusal[] {
  const noShare = compareRatios(parseRatio(maxShareOfBudget), ratioOf(0n)) === 0;
  if (!noShare && parseAmount(maxAmount) > 0n) return [];
  const at = pointerTo('amount', noShare ? 'maxShareOfBudget' : 'maxAmount');
  return [refuseRules('RULES.GRANT_ALWAYS_ZERO', {}, at)];
}

function inShares(tranches: readonly TrancheRules[]): Refusal[] {
  const total = sum(tranches.map(({ share }) => parseRatio(share)));
  if (compareRatios(total, ratioOf(1n)) === 0) return [];
  const facts = { total: printRatio(total) };
  return [refuseRules('RULES.TRANCHES_NOT_WHOLE', facts, pointerTo('tranches'))];
}

function inTrigger(
  { trigger }: TrancheRules,
  evaluations: readonly EvaluationRules[],
  at: string,
): Refusal[] {
  if (trigger.variant === 'contract-signed') return [];
  const evaluation = evaluations.find(({ code }) => code === trigger.evaluation);
  if (evaluation === undefined) {
    const facts = { evaluation: trigger.evaluation };
    return [refuseRules('RULES.UNKNOWN_EVALUATION', facts, at + pointerTo('evaluation'))];
  }
  if (trigger.variant === 'evaluation-passed') return [];
  return inFactors(trigger, evaluation, at + pointerTo('factors'));
}

function inFactors(
  { factors }: EvaluationGraded,
  evaluation: EvaluationRules,
  at: string,
): Refusal[] {
  const named = factors.map(({ grade }) => grade);
  const grades = evaluation.grades.map(({ code }) => code);
  const unknown = named.flatMap((grade, index) =>
    grades.includes(grade)
      ? []
      : [
          refuseRules(
            'RULES.UNKNOWN_GRADE',
            { evaluation: evaluation.code, grade },
            at + pointerTo(index, 'grade'),
          ),
        ],
  );
  const repeated = named.flatMap((grade, index) =>
    named.indexOf(grade) < index
      ? [refuseRules('RULES.FACTOR_REPEATED', { grade }, at + pointerTo(index, 'grade'))]
      : [],
  );
  const missing = grades
    .filter((grade) => !named.includes(grade))
    .map((grade) => refuseRules('RULES.FACTOR_MISSING', { grade }, at));
  const faults = [...unknown, ...repeated, ...missing];
  return faults.length > 0 ? faults : reversedFactors(factors, grades, at);
}

function reversedFactors(
  factors: EvaluationGraded['factors'],
  gradesFromBest: readonly string[],
  at: string,
): Refusal[] {
  const fromBest = factors
    .map(({ grade, factor }, index) => ({ grade, factor: parseRatio(factor), index }))
    .sort((a, b) => gradesFromBest.indexOf(a.grade) - gradesFromBest.indexOf(b.grade));
  return fromBest.flatMap(({ grade, factor, index }, place) => {
    const better = fromBest[place - 1];
    return better !== undefined && compareRatios(factor, better.factor) > 0
      ? [refuseRules('RULES.FACTORS_REVERSED', { grade }, at + pointerTo(index, 'factor'))]
      : [];
  });
}
