import { refuseRequest } from './platform.refusals';

/** No request of ours nests deeper; a deeper one is an attack or a mistake. */
const MAX_DEPTH = 32;
/** What leads to the prototype; the validator takes `constructor` for known, as every object has one. */
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

/**
 * The one parser of request bodies: JSON as RFC 8259 has it, and in addition no duplicate keys (two readers would see two
 * requests), no NUL or lone surrogates (Postgres cannot hold them), no numbers that a double cannot hold, bounded depth.
 * @throws REQUEST.MALFORMED
 */
export function parseStrictJson(text: string): unknown {
  requireShallowAndUnique(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('syntax');
  }
  requireSoundValues(value);
  return value;
}

function malformed(why: string) {
  return refuseRequest('REQUEST.MALFORMED', { why });
}

/**
 * One pass over the text, before it is parsed: JSON.parse would keep the last of two keys without a word, and its recursion
 * is bounded only by the stack. Syntax is left to JSON.parse; on broken text this pass may stop early, which is harmless.
 */
function requireShallowAndUnique(text: string): void {
  const keysOfOpen: (Set<string> | null)[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    if (c === '"') {
      const end = endOfString(text, i);
      const keys = keysOfOpen.at(-1);
      if (keys && isKey(text, end)) addKey(keys, text.slice(i, end));
      i = end;
      continue;
    }
    if (c === '{' || c === '[') {
      keysOfOpen.push(c === '{' ? new Set() : null);
      if (keysOfOpen.length > MAX_DEPTH) throw malformed('depth');
    } else if (c === '}' || c === ']') {
      keysOfOpen.pop();
    }
    i += 1;
  }
}

/** Just behind the next quote that no backslash escapes, or the end of a text that has none. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let i = end;
  while (i < text.length && ' \t\r\n'.includes(text[i]!)) i += 1;
  return text[i] === ':';
}

function addKey(keys: Set<string>, literal: string): void {
  // "a" and "\u0061" are one key, so it is compared as parsed.
  const key = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
  if (UNSAFE.has(key)) throw malformed('unsafe key');
  if (keys.has(key)) throw malformed('duplicate key');
  keys.add(key);
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw malformed('syntax');
  }
}

function requireSoundText(text: string): void {
  if (text.includes('\0')) throw malformed('NUL');
  if (!text.isWellFormed()) throw malformed('lone surrogate');
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

function requireSoundValues(value: unknown): void {
  if (typeof value === 'string') {
    requireSoundText(value);
  } else if (typeof value === 'number') {
    if (!isExact(value)) throw malformed('number out of range');
  } else if (Array.isArray(value)) {
    for (const item of value) requireSoundValues(item);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      requireSoundValues(key);
      requireSoundValues(item);
    }
  }
}
