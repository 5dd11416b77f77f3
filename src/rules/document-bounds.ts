import type { Refusal } from '../kernel/refusal';
import { isSoundText } from '../kernel/text';
import { refuseDocument } from './document.refusals';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';

/** No rules of ours nest deeper; what does is a mistake or an attack. */
export const MAX_DEPTH = 64;

/** Of the largest rules that the schema takes a good half; each value costs time in every check. */
export const MAX_VALUES = 20_000;

/** More than any list of the schema takes. Longer ones would be compared item by item before their length is refused. */
const MAX_ITEMS = 1_000;

/** One value of a document that waits to be looked at. */
interface Waiting {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/**
 * The first thing for which a document is refused before its shape is looked at: too deep, too much, numbers that cannot be told
 * exactly, texts with characters that nobody sees. Null when it may be looked at. A document that holds itself is too deep.
 */
export function boundsBrokenBy(document: unknown): Refusal | null {
  const waiting: Waiting[] = [{ value: document, pointer: '', depth: 1 }];
  for (let seen = 1; ; seen += 1) {
    const next = waiting.pop();
    if (next === undefined) return null;
    if (seen > MAX_VALUES) return refuseDocument('RULES.TOO_MANY_VALUES', { limit: MAX_VALUES });
    const refusal = unsound(next);
    if (refusal !== null) return refusal;
    waiting.push(...valuesIn(next));
  }
}

function unsound({ value, pointer, depth }: Waiting): Refusal | null {
  if (depth > MAX_DEPTH) return refuseDocument('RULES.TOO_DEEP', { limit: MAX_DEPTH }, pointer);
  switch (typeof value) {
    case 'number':
      if (isExact(value)) return null;
      return refuseDocument('RULES.NUMBER_UNSOUND', { given: printed(value) }, pointer);
    case 'string':
      return isSoundText(value, true) ? null : refuseDocument('RULES.TEXT_UNSOUND', {}, pointer);
    default:
      if (!Array.isArray(value) || value.length <= MAX_ITEMS) return null;
      return refuseRules('RULES.TOO_MUCH', { limit: MAX_ITEMS }, pointer);
  }
}

/** Whether it is one number however it is written and read: finite, no more digits than a double has, and no negative zero. */
function isExact(value: number): boolean {
  if (Object.is(value, -0) || !Number.isFinite(value)) return false;
  return !Number.isInteger(value) || Number.isSafeInteger(value);
}

function printed(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function valuesIn({ value, pointer, depth }: Waiting): Waiting[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, below]) => ({
    value: below as unknown,
    pointer: pointer + pointerTo(name),
    depth: depth + 1,
  }));
}
