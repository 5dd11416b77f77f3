import { parseAmount, type Fen } from '../../kernel/money';
import type { FaultList } from './fault-list';

/** How much of a list is looked at, whatever the form allows. */
const MAX_ITEMS = 500;

/** The members of an object, or null for anything else. */
export function membersOf(given: unknown): Readonly<Record<string, unknown>> | null {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return isObject ? (given as Record<string, unknown>) : null;
}

/** A text without blank ends that has so many characters, or a fault. */
export function readText(
  given: unknown,
  pointer: string,
  max: number,
  faults: FaultList,
): string | null {
  if (typeof given !== 'string') return faults.add(pointer, absentOr(given, 'type'));
  const text = given.trim();
  const { length } = [...text];
  if (length >= 1 && length <= max) return text;
  return faults.add(pointer, 'length', { min: 1, max, length });
}

/** A whole number within bounds, or a fault. */
export function readCount(
  given: unknown,
  pointer: string,
  max: number,
  faults: FaultList,
): number | null {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= max) {
    return given;
  }
  return faults.add(pointer, absentOr(given, 'number'), { min: 1, max });
}

/** An amount in yuan with two decimals, or a fault. */
export function readFen(given: unknown, pointer: string, faults: FaultList): Fen | null {
  if (typeof given !== 'string') return faults.add(pointer, absentOr(given, 'type'));
  try {
    return parseAmount(given);
  } catch {
    return faults.add(pointer, 'amount');
  }
}

/** A list of so many items, each read by itself; what cannot be read of it is left out, with its faults. */
export function readList<T>(
  given: unknown,
  pointer: string,
  range: { readonly min: number; readonly max: number },
  faults: FaultList,
  read: (item: Readonly<Record<string, unknown>>, at: string) => T | null,
): T[] {
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  if (given !== undefined && !Array.isArray(given)) faults.add(pointer, 'type');
  if (items.length < range.min || items.length > range.max) {
    faults.add(pointer, 'items', { ...range, items: items.length });
  }
  return items.slice(0, MAX_ITEMS).flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    const members = membersOf(item);
    const value = members === null ? faults.add(at, 'type') : read(members, at);
    return value === null ? [] : [value];
  });
}

/** The code of a fault: something is missing rather than wrong. */
export function absentOr(given: unknown, rule: string): string {
  return given === undefined ? 'missing' : rule;
}
