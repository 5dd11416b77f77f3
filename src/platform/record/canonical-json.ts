import type { Json } from './domain-event';

/**
 * RFC 8785 (JCS) text of a value, so that the same facts always hash the same: members sorted by UTF-16 code units, numbers
 * and strings as ECMAScript prints them. `canonicalize` 4 cannot be required from CommonJS, hence these lines.
 * @throws TypeError on a number that is not finite or a string that is not well formed
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number must be finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key]!)}`);
  return `{${members.join(',')}}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a string must be well formed');
  return JSON.stringify(text);
}
