import { compareRatios, printRatio, ratioOf } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type PartCheck } from './part-check';
import { refusePaymentRules } from './payment-rules.refusals';
import { projectMonths } from './project-months';
import { refuseRules } from './rules.refusals';
import type { RuleSet, TrancheRules } from './rule-set.types';
import { baseGroups, baseOf, keyOfBase } from './tranche-bases';

const AT = pointerTo('tranches');

/** What the shares of tranches come to, by that of which they are shares, and what none of them would pay. */
export const trancheShareChecks: readonly PartCheck[] = [
  reading(['tranches'], ({ tranches }) => [
    ...notWhole(tranches),
    ...linesTwice(tranches),
    ...yearsLeftOut(tranches, 1, lastYear(tranches)),
  ]),
  reading(['tranches', 'form'], linesLeftOut),
  reading(['tranches', 'timetable'], yearsOfProject),
];

function notWhole(tranches: readonly TrancheRules[]): Refusal[] {
  return baseGroups(tranches)
    .filter(({ total }) => compareRatios(total, ratioOf(1n)) !== 0)
    .map(({ base, total: exact }) => {
      const total = printRatio(exact);
      switch (base.variant) {
        case 'award':
          return refuseRules('RULES.TRANCHES_NOT_WHOLE', { total }, AT);
        case 'year': {
          const facts = { year: base.year, total };
          return refusePaymentRules('RULES.TRANCHES_OF_YEAR_NOT_WHOLE', facts, AT);
        }
        case 'lines': {
          const facts = { lines: base.lines.join(', '), total };
          return refusePaymentRules('RULES.TRANCHES_OF_LINES_NOT_WHOLE', facts, AT);
        }
      }
    });
}

/** What a base of lines names no other one can name: the same money would be in both. */
function linesTwice(tranches: readonly TrancheRules[]): Refusal[] {
  const paidBy = new Map<string, string>();
  return tranches.flatMap((tranche, index) => {
    const base = baseOf(tranche);
    if (base.variant !== 'lines') return [];
    const key = keyOfBase(base);
    return base.lines.flatMap((line, place) => {
      const other = paidBy.get(line) ?? key;
      paidBy.set(line, other);
      if (other === key) return [];
      const at = AT + pointerTo(index, 'of', 'lines', place);
      return [refusePaymentRules('RULES.LINE_PAID_TWICE', { line }, at)];
    });
  });
}

/** Where all tranches are shares of lines, what stands in no line's tranche would never be paid. */
function linesLeftOut({ tranches, form }: Pick<RuleSet, 'tranches' | 'form'>): Refusal[] {
  const paid = new Set<string>();
  for (const tranche of tranches) {
    const base = baseOf(tranche);
    if (base.variant !== 'lines') return [];
    for (const line of base.lines) paid.add(line);
  }
  return form.budgetLines
    .filter(({ code }) => !paid.has(code))
    .map(({ code: line }) => refusePaymentRules('RULES.LINE_NOT_PAID', { line }, AT));
}

function yearsOf(tranches: readonly TrancheRules[]): { year: number; index: number }[] {
  return tranches.flatMap(({ of }, index) =>
    of?.variant === 'year' ? [{ year: of.year, index }] : [],
  );
}

function lastYear(tranches: readonly TrancheRules[]): number {
  return Math.max(0, ...yearsOf(tranches).map(({ year }) => year));
}

/** Years among these that no tranche pays; a tranche of the award pays whatever years leave. */
function yearsLeftOut(tranches: readonly TrancheRules[], from: number, to: number): Refusal[] {
  const named = new Set(yearsOf(tranches).map(({ year }) => year));
  const isRestPaid = tranches.some((tranche) => baseOf(tranche).variant === 'award');
  if (named.size === 0 || isRestPaid) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
    .filter((year) => !named.has(year))
    .map((year) => refusePaymentRules('RULES.YEAR_WITHOUT_TRANCHE', { year }, AT));
}

function yearsOfProject({
  tranches,
  timetable,
}: Pick<RuleSet, 'tranches' | 'timetable'>): Refusal[] {
  const years = Math.ceil(projectMonths(timetable) / 12);
  const after = yearsOf(tranches).filter(({ year }) => year > years);
  return [
    ...after.map(({ year, index }) => {
      const at = AT + pointerTo(index, 'of', 'year');
      return refusePaymentRules('RULES.YEAR_AFTER_PROJECT', { year, years }, at);
    }),
    // Gaps before the last year that is named are told without the timetable.
    ...yearsLeftOut(tranches, lastYear(tranches) + 1, years),
  ];
}
