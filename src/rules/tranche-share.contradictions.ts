import { compareRatios, parseRatio, printRatio, ratioOf, sum, type Ratio } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type PartCheck } from './part-check';
import { refusePaymentRules } from './payment-rules.refusals';
import { projectMonths } from './project-months';
import { refuseRules } from './rules.refusals';
import type { RuleSet, TrancheBase, TrancheRules } from './rule-set.types';

const AT = pointerTo('tranches');

/** What the shares of tranches come to, by that of which they are shares. */
export const trancheShareChecks: readonly PartCheck[] = [
  reading('tranches')(({ tranches }) => [
    ...notWhole(tranches),
    ...mixed(tranches),
    ...linesTwice(tranches),
    ...yearsLeftOut(tranches),
  ]),
  reading('tranches', 'form')(linesLeftOut),
  reading('tranches', 'timetable')(yearsAfterProject),
];

/** Tranches that are shares of the same. */
interface Base {
  readonly of: TrancheBase;
  readonly total: Ratio;
}

function notWhole(tranches: readonly TrancheRules[]): Refusal[] {
  return basesOf(tranches)
    .filter(({ total }) => compareRatios(total, ratioOf(1n)) !== 0)
    .map(({ of, total: exact }) => {
      const total = printRatio(exact);
      if (of.variant === 'award') return refuseRules('RULES.TRANCHES_NOT_WHOLE', { total }, AT);
      if (of.variant === 'year') {
        const facts = { year: of.year, total };
        return refusePaymentRules('RULES.TRANCHES_OF_YEAR_NOT_WHOLE', facts, AT);
      }
      const facts = { lines: of.lines.join(', '), total };
      return refusePaymentRules('RULES.TRANCHES_OF_LINES_NOT_WHOLE', facts, AT);
    });
}

function basesOf(tranches: readonly TrancheRules[]): Base[] {
  const shares = new Map<string, { of: TrancheBase; shares: Ratio[] }>();
  for (const { of: said, share } of tranches) {
    const of: TrancheBase = said ?? { variant: 'award' };
    const base = shares.get(keyOf(of)) ?? { of, shares: [] };
    base.shares.push(parseRatio(share));
    shares.set(keyOf(of), base);
  }
  return [...shares.values()].map((base) => ({ of: base.of, total: sum(base.shares) }));
}

function keyOf(of: TrancheBase): string {
  if (of.variant === 'award') return of.variant;
  return of.variant === 'year' ? `year ${of.year}` : `lines ${[...of.lines].sort().join(' ')}`;
}

/** The award is its years: shares of both would pay it twice. Lines are paid first, so they go with either. */
function mixed(tranches: readonly TrancheRules[]): Refusal[] {
  const hasYears = tranches.some(({ of }) => of?.variant === 'year');
  const ofAward = tranches.findIndex(({ of }) => (of?.variant ?? 'award') === 'award');
  if (!hasYears || ofAward === -1) return [];
  return [refusePaymentRules('RULES.TRANCHE_BASES_MIXED', {}, AT + pointerTo(ofAward))];
}

function linesTwice(tranches: readonly TrancheRules[]): Refusal[] {
  const paidBy = new Map<string, string>();
  return tranches.flatMap(({ of }, index) => {
    if (of?.variant !== 'lines') return [];
    const key = keyOf(of);
    return of.lines.flatMap((line, place) => {
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
  for (const { of } of tranches) {
    if (of?.variant !== 'lines') return [];
    for (const line of of.lines) paid.add(line);
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

function yearsLeftOut(tranches: readonly TrancheRules[]): Refusal[] {
  const named = new Set(yearsOf(tranches).map(({ year }) => year));
  const last = Math.max(0, ...named);
  return Array.from({ length: last }, (_, index) => index + 1)
    .filter((year) => !named.has(year))
    .map((year) => refusePaymentRules('RULES.YEAR_WITHOUT_TRANCHE', { year }, AT));
}

function yearsAfterProject({
  tranches,
  timetable,
}: Pick<RuleSet, 'tranches' | 'timetable'>): Refusal[] {
  const years = Math.ceil(projectMonths(timetable) / 12);
  return yearsOf(tranches)
    .filter(({ year }) => year > years)
    .map(({ year, index }) =>
      refusePaymentRules(
        'RULES.YEAR_AFTER_PROJECT',
        { year, years },
        AT + pointerTo(index, 'of', 'year'),
      ),
    );
}
