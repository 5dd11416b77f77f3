import { compareRatios, parseRatio } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { codesUnder, unknownOf } from './named-codes';
import { reading, type PartCheck } from './part-check';
import { refusePaymentRules } from './payment-rules.refusals';
import { refuseRules } from './rules.refusals';
import type {
  EvaluationGraded,
  EvaluationRules,
  ReportRules,
  RuleSet,
  TrancheRules,
} from './rule-set.types';
import { lastDayBefore } from './timetable-order';
import { cyclesOf, placedTriggers } from './tranche-cycles';
import { trancheShareChecks } from './tranche-share.contradictions';

/** What the tranches say against themselves, and against the evaluations and reports that they wait for. */
export const paymentChecks: readonly PartCheck[] = [
  ...trancheShareChecks,
  reading(['tranches'], ({ tranches }) => [
    ...inEach(tranches, unknownTranches(tranches)),
    ...cyclesOf(tranches).map(({ codes, pointer }) =>
      refusePaymentRules('RULES.TRIGGERS_CYCLIC', { cycle: codes.join(' → ') }, pointer),
    ),
    ...spentOfNothing(tranches),
    ...inEach(tranches, bonusWithoutGrades),
  ]),
  reading(['tranches', 'evaluations'], ({ tranches, evaluations }) =>
    inEach(tranches, (tranche, at) => inEvaluation(tranche, evaluations, at)),
  ),
  reading(['tranches', 'reports'], ({ tranches, reports }) =>
    inEach(tranches, (tranche, at) => unknownReports(tranche, reports, at)),
  ),
  reading(['tranches', 'timetable'], tooEarly),
];

function inEach(
  tranches: readonly TrancheRules[],
  faultsIn: (tranche: TrancheRules, at: string) => readonly Refusal[],
): Refusal[] {
  return tranches.flatMap((tranche, index) => faultsIn(tranche, pointerTo('tranches', index)));
}

function unknownTranches(tranches: readonly TrancheRules[]) {
  return ({ trigger }: TrancheRules, at: string): Refusal[] =>
    unknownOf(
      placedTriggers(trigger, at).flatMap(({ one, at: here }) =>
        one.variant === 'tranche-settled'
          ? [{ code: one.tranche, pointer: here + pointerTo('tranche') }]
          : [],
      ),
      tranches,
      (tranche, pointer) => refusePaymentRules('RULES.UNKNOWN_TRANCHE', { tranche }, pointer),
    );
}

function unknownReports(
  { trigger }: TrancheRules,
  reports: readonly ReportRules[],
  at: string,
): Refusal[] {
  return unknownOf(
    placedTriggers(trigger, at).flatMap(({ one, at: here }) =>
      one.variant === 'report-approved'
        ? [{ code: one.report, pointer: here + pointerTo('report') }]
        : [],
    ),
    reports,
    (report, pointer) => refusePaymentRules('RULES.UNKNOWN_REPORT', { report }, pointer),
  );
}

/** Of the first payment nothing can be spent before it. */
function spentOfNothing([first]: readonly TrancheRules[]): Refusal[] {
  if (first === undefined) return [];
  const { code: tranche, trigger } = first;
  return placedTriggers(trigger, pointerTo('tranches', 0)).flatMap(({ one, at }) =>
    one.variant === 'spent-share'
      ? [refusePaymentRules('RULES.NOTHING_PAID_BEFORE', { tranche }, at)]
      : [],
  );
}

function bonusWithoutGrades(
  { code: tranche, meaning, trigger }: TrancheRules,
  at: string,
): Refusal[] {
  if (meaning !== 'bonus' || trigger.variant === 'evaluation-graded') return [];
  const here = at + pointerTo('trigger');
  return [refusePaymentRules('RULES.BONUS_WITHOUT_GRADES', { tranche }, here)];
}

function tooEarly({
  tranches,
  timetable: { callClosesAt: closesAt },
}: Pick<RuleSet, 'tranches' | 'timetable'>): Refusal[] {
  const lastDay = lastDayBefore(closesAt);
  return inEach(tranches, ({ code: tranche, trigger }, place) =>
    placedTriggers(trigger, place).flatMap(({ one, at }) =>
      one.variant === 'on-day' && one.day <= lastDay
        ? [
            refusePaymentRules(
              'RULES.TRANCHE_BEFORE_AWARD',
              { tranche, day: one.day, closesAt },
              at + pointerTo('day'),
            ),
          ]
        : [],
    ),
  );
}

function inEvaluation(
  { trigger }: TrancheRules,
  evaluations: readonly EvaluationRules[],
  place: string,
): Refusal[] {
  return placedTriggers(trigger, place).flatMap(({ one, at }) => {
    if (one.variant !== 'evaluation-passed' && one.variant !== 'evaluation-graded') return [];
    const evaluation = evaluations.find(({ code }) => code === one.evaluation);
    if (evaluation === undefined) {
      const facts = { evaluation: one.evaluation };
      return [refuseRules('RULES.UNKNOWN_EVALUATION', facts, at + pointerTo('evaluation'))];
    }
    if (one.variant === 'evaluation-passed') return [];
    return inFactors(one, evaluation, at + pointerTo('factors'));
  });
}

function inFactors(
  { factors }: EvaluationGraded,
  evaluation: EvaluationRules,
  at: string,
): Refusal[] {
  const named = factors.map(({ grade }) => grade);
  const grades = evaluation.grades.map(({ code }) => code);
  const unknown = unknownOf(codesUnder('grade', factors, at), evaluation.grades, (grade, pointer) =>
    refuseRules('RULES.UNKNOWN_GRADE', { evaluation: evaluation.code, grade }, pointer),
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
