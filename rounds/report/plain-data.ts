import { printInstant } from '../../src/kernel/instant';
import { printAmount } from '../../src/kernel/money';

/** Data that JSON can hold. */
export type PlainData =
  null | string | number | boolean | readonly PlainData[] | { readonly [name: string]: PlainData };

/** Turns amounts, moments, maps and sets into what JSON can hold: amounts as texts with two decimals, moments with their offset. */
export function plainData(value: unknown): PlainData {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return printAmount(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof Date) return printInstant(value);
  if (value instanceof Set || Array.isArray(value))
    return [...(value as Iterable<unknown>)].map(plainData);
  const entries: Iterable<readonly [unknown, unknown]> =
    value instanceof Map ? value : Object.entries(value);
  return Object.fromEntries(
    [...entries]
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) => [String(name), plainData(one)]),
  );
}
