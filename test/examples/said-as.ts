import { formOf, type CaseFact } from './case-facts';

/** Months of a fact that a case gives in years. */
const MONTHS_PER_YEAR = 12;

/**
 * Whether a plain value of the rule set is another than the fact that it came from: sums and shares are compared as numbers, days as
 * days. A place that is no plain value contradicts nothing, except a tranche in another order, an output at another price
 * and a title for another number of ranks.
 */
export function contradicts({ at, value }: CaseFact, ruleSet: unknown, place: string): boolean {
  const given = valueAt(ruleSet, place);
  if (typeof value === 'boolean') return typeof given === 'boolean' && given !== value;
  if (typeof value === 'number') return numberContradicts(at, value, ruleSet, place);
  return formOf(value) === 'date' && typeof given === 'string' && !isOfDay(given, value);
}

/** The value that a pointer leads to. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
}

function numberContradicts(at: string, value: number, ruleSet: unknown, place: string): boolean {
  if (/\/tranches\/\d+$/.test(place) && at.endsWith('/n')) {
    return !place.endsWith(`/tranches/${value - 1}`);
  }
  const given = valueAt(ruleSet, place);
  if (/^\/amount\/outputs\/\d+$/.test(place)) return priceOf(given) !== value;
  if (/^\/titles\/\d+$/.test(place)) return ranksOf(given) !== value;
  if (typeof given !== 'string' && typeof given !== 'number') return false;
  if (/^\/scoring\/parts\/\d+\/points$/.test(place)) {
    return !isSame(value, Number(given) / pointsInAll(ruleSet));
  }
  const factor = at.endsWith('_years') && place.endsWith('Months') ? MONTHS_PER_YEAR : 1;
  return !isSame(value * factor, Number(given));
}

/** A day, a moment of that day, or the moment at which it has ended. */
function isOfDay(given: string, day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return given.startsWith(day) || given.startsWith(`${next.toISOString().slice(0, 10)}T00:00:00`);
}

function priceOf(output: unknown): number {
  const { unitPrice, quantity = 1 } = output as { unitPrice: string; quantity?: number };
  return Number(unitPrice) * quantity;
}

function ranksOf(title: unknown): number {
  const { from, to } = title as { from: number; to: number };
  return to - from + 1;
}

function pointsInAll(ruleSet: unknown): number {
  const parts = valueAt(ruleSet, '/scoring/parts') as readonly { points?: number }[];
  return parts.reduce((sum, { points = 0 }) => sum + points, 0);
}

/** Equal to more places than any case gives. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}
