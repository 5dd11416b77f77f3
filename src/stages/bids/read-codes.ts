import type { FaultList } from './fault-list';
import { membersOf } from './read-values';

/** What is no code is not repeated in the place of a fault: it may be of any length. */
const CODE = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * A list of texts, each once and each of those that may stand in it; what cannot be read of it is left out, with its faults. An
 * absent list is empty.
 */
export function readTexts(
  given: unknown,
  pointer: string,
  max: number,
  isKnown: (text: string) => boolean,
  faults: FaultList,
): string[] {
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  if (given !== undefined && !Array.isArray(given)) faults.add(pointer, 'type');
  if (items.length > max) faults.add(pointer, 'items', { min: 0, max, items: items.length });
  const read = new Set<string>();
  for (const [index, item] of items.slice(0, max).entries()) {
    const at = `${pointer}/${index}`;
    if (typeof item !== 'string') faults.add(at, 'type');
    else if (!isKnown(item)) faults.add(at, 'unknown');
    else if (read.has(item)) faults.add(at, 'twice');
    else read.add(item);
  }
  return [...read];
}

/** Which codes a list of values may have, and which it must. */
export interface KnownCodes<Code extends string> {
  readonly known: readonly Code[];
  readonly asked: readonly string[];
}

/**
 * Values by their codes; what cannot be read of them is left out, with its faults, as what is asked for and missing has one.
 * @param read one value, or null after its fault
 */
export function readByCode<Code extends string, T>(
  given: unknown,
  pointer: string,
  { known, asked }: KnownCodes<Code>,
  faults: FaultList,
  read: (value: unknown, at: string) => T | null,
): Map<Code, T> {
  const members = membersOf(given) ?? {};
  if (given !== undefined && membersOf(given) === null) faults.add(pointer, 'type');
  const values = new Map<Code, T>();
  for (const [name, member] of Object.entries(members)) {
    const at = CODE.test(name) ? `${pointer}/${name}` : pointer;
    const code = known.find((one) => one === name);
    const value = code === undefined ? faults.add(at, 'unknown') : read(member, at);
    if (code !== undefined && value !== null) values.set(code, value);
  }
  for (const code of asked) {
    if (!Object.hasOwn(members, code)) faults.add(`${pointer}/${code}`, 'missing');
  }
  return values;
}
