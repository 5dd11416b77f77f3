import { printAmount, splitByWeights, type Fen } from '../kernel/money';
import { parseRatio, sum, type Ratio } from '../kernel/ratio';
import { projectMonths } from './project-months';
import type { Timetable, TrancheBase, TrancheRules } from './rule-set.types';

/** What one line of a project's budget comes to in one year of it. */
export interface BudgetCell {
  /** The code of the line. */
  readonly line: string;
  /** The year of the project, from 1. */
  readonly year: number;
  readonly amountFen: Fen;
}

/**
 * The lines of a budget by the years of its project. No form asks for a budget year by year, so each line is spread evenly, to the
 * fen: of a project that lasts no longer than a year all of it is of the first, of another one people settle what was meant.
 */
export function evenByYear(
  lines: readonly { readonly code: string; readonly amountFen: Fen }[],
  timetable: Pick<Timetable, 'projectFrom' | 'projectTo'>,
): BudgetCell[] {
  const years = Math.max(1, Math.ceil(projectMonths(timetable) / 12));
  const weights = Array.from({ length: years }, () => 1n);
  return lines.flatMap(({ code: line, amountFen }) =>
    splitByWeights(amountFen, weights).map((part, index) => ({
      ...{ line, year: index + 1, amountFen: part },
    })),
  );
}

/** Tranches that are shares of the same thing. */
export interface BaseGroup {
  readonly base: TrancheBase;
  /** Their places among all tranches, from 0. */
  readonly places: readonly number[];
  /** What their shares come to: 1, or they do not pay the whole of it. */
  readonly total: Ratio;
}

/** A group with what of the award falls to it. */
export interface BaseAmount extends BaseGroup {
  readonly amountFen: Fen;
  /** The sum by which it does; none where all of the award does. */
  readonly arithmetic: string | null;
}

const AWARD: TrancheBase = { variant: 'award' };

/** What a tranche is a share of: of the award, where the rules say nothing. */
export function baseOf({ of: base = AWARD }: Pick<TrancheRules, 'of'>): TrancheBase {
  return base;
}

/** Whether every tranche is simply a share of the award. */
export function areSharesOfAward(tranches: readonly Pick<TrancheRules, 'of'>[]): boolean {
  return tranches.every((tranche) => baseOf(tranche).variant === 'award');
}

/** Tells bases apart: those that are the same have the same key, in whatever order they name their lines. */
export function keyOfBase(base: TrancheBase): string {
  switch (base.variant) {
    case 'award':
      return 'award';
    case 'year':
      return `year-${base.year}`;
    case 'lines':
      return `lines-${[...base.lines].sort().join('+')}`;
  }
}

/** The tranches by what they are shares of, in the order in which each base is named first. */
export function baseGroups(
  tranches: readonly Pick<TrancheRules, 'of' | 'share'>[],
): readonly BaseGroup[] {
  const places = new Map<string, number[]>();
  tranches.forEach((tranche, place) => {
    const key = keyOfBase(baseOf(tranche));
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  return [...places.values()].map((ofBase) => ({
    base: baseOf(tranches[ofBase[0]!]!),
    places: ofBase,
    total: sum(ofBase.map((place) => parseRatio(tranches[place]!.share))),
  }));
}

/**
 * What of an award falls to each base. A line that a base names is paid by that base; what is left of a year by the base of that
 * year; and what is left then by the tranches of the award. So no money is in two bases. The award is what the budget asks for of
 * the funding body, so each base gets of it what it is of the budget, to the fen by largest remainder.
 * @param budget line by line and year by year; not asked for where every tranche is a share of the award
 * @throws RangeError when two bases name one line, when no base pays for a line that has money in it, or when there is no budget
 * @source il-gif-payments: 50 / 40 / 10 of each year, equipment first and whole
 */
export function baseAmounts(
  tranches: readonly Pick<TrancheRules, 'of' | 'share'>[],
  awardFen: Fen,
  budget: readonly BudgetCell[],
): readonly BaseAmount[] {
  const groups = baseGroups(tranches);
  if (areSharesOfAward(tranches)) {
    return groups.map((group) => ({ ...group, amountFen: awardFen, arithmetic: null }));
  }
  const bases = groups.map(({ base }) => base);
  const weights = bases.map(() => 0n);
  for (const cell of budget) {
    if (cell.amountFen === 0n) continue;
    const place = payingBase(bases, cell);
    if (place === null) throw new RangeError(`no tranche pays for ${cell.line}, year ${cell.year}`);
    weights[place] = weights[place]! + cell.amountFen;
  }
  const amounts = splitByWeights(awardFen, weights);
  const whole = weights.reduce((total, weight) => total + weight, 0n);
  return groups.map((group, place) => ({
    ...group,
    amountFen: amounts[place]!,
    arithmetic: `${printAmount(awardFen)} × ${printAmount(weights[place]!)} ÷ ${printAmount(whole)} ≈ ${printAmount(amounts[place]!)}`,
  }));
}

/** The place of the base that pays for something of the budget; null when none does. */
export function payingBase(
  bases: readonly TrancheBase[],
  { line, year }: Pick<BudgetCell, 'line' | 'year'>,
): number | null {
  const naming = bases.flatMap((base, place) =>
    base.variant === 'lines' && base.lines.includes(line) ? [place] : [],
  );
  if (naming.length > 1) throw new RangeError(`two bases name the line ${line}`);
  if (naming.length === 1) return naming[0]!;
  const ofYear = bases.findIndex((base) => base.variant === 'year' && base.year === year);
  if (ofYear >= 0) return ofYear;
  const ofAward = bases.findIndex(({ variant }) => variant === 'award');
  return ofAward >= 0 ? ofAward : null;
}
