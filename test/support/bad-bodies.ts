import { badValuesFor } from './bad-values';
import { resolved, type Operation, type Schema } from './contract';

/** A request that must be refused: its body as it is sent, and what it is called in a report. */
export interface BadBody {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Sent instead of application/json. */
  readonly contentType?: string;
}

const PLACE = '@@place@@';
const MAX_JSON_BYTES = 256 * 1024;

const text = (name: string, sent: string): BadBody => ({ name, bytes: Buffer.from(sent, 'utf8') });

/** For every field of a body each value that it must refuse, the rest being sound. */
export function bodiesWithBadValues({ body }: Operation, sound: object): BadBody[] {
  return fieldsOf(body!, []).flatMap(({ path, schema }) =>
    badValuesFor(schema).map(({ name, json }) =>
      text(
        `/${path.join('/')}: ${name}`,
        JSON.stringify(withAt(sound, path, PLACE)).replace(`"${PLACE}"`, () => json),
      ),
    ),
  );
}

interface Field {
  readonly path: readonly string[];
  readonly schema: Schema;
}

/** Every field of a schema, with those of what is nested and of the first item of lists. */
function fieldsOf(schema: Schema, above: readonly string[]): Field[] {
  return Object.entries(resolved(schema).properties ?? {}).flatMap(([name, property]) => {
    const path = [...above, name];
    const one = resolved(property);
    const items = one.items === undefined ? [] : itemsOf(one.items, [...path, '0']);
    return [{ path, schema: one }, ...fieldsOf(one, path), ...items];
  });
}

function itemsOf(items: Schema, path: readonly string[]): Field[] {
  return [{ path, schema: items }, ...fieldsOf(items, path)];
}

/** The value with another one at a path; lists and objects are made where there are none. */
function withAt(value: unknown, [head, ...rest]: readonly string[], put: unknown): unknown {
  if (head === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) => (String(i) === head ? withAt(item, rest, put) : item));
  }
  const record = (value ?? {}) as Record<string, unknown>;
  const below = record[head] ?? (rest[0] === '0' ? [null] : undefined);
  return { ...record, [head]: withAt(below, rest, put) };
}

/** What no body may be, whatever it says. */
export function badBodies(sound: object): BadBody[] {
  const json = JSON.stringify(sound);
  const first = Object.keys(sound)[0];
  const within = (more: string) => `{${more}${json === '{}' ? '' : ','}${json.slice(1)}`;
  const nested = `${'['.repeat(40)}${']'.repeat(40)}`;
  return [
    ...['isAdmin', 'tenantId', 'state', 'version', 'createdBy', 'approvedBy', 'receivedAt'].map(
      (field) => text(`an unknown field ${field}`, within(`"${field}":"x"`)),
    ),
    text('a way to the prototype', within('"__proto__":{"isAdmin":true}')),
    text('a way to the prototype by escapes', within('"\\u005f_proto__":{"isAdmin":true}')),
    text('a constructor', within('"constructor":{"prototype":{"isAdmin":true}}')),
    ...(first === undefined
      ? []
      : [
          text('a key twice', within(`"${first}":null`)),
          text('a key twice by another spelling', within(`"${escaped(first)}":null`)),
        ]),
    text('too deep', within(`"x":${nested}`)),
    text('very deep', '['.repeat(100_000)),
    text('a byte order mark', `\ufeff${json}`),
    { name: 'UTF-16', bytes: Buffer.from(json, 'utf16le') },
    { name: 'an overlong slash', bytes: Buffer.concat([Buffer.from('{"'), OVERLONG]) },
    text('cut off', json.slice(0, -1)),
    text('a trailing comma', `${json.slice(0, -1)},}`),
    text('a comment', `/* */${json}`),
    text('two values', `${json}${json}`),
    text('nothing', ''),
    text('a list', `[${json}]`),
    text('a text', '"益创"'),
    text('a number', '7'),
    text('null', 'null'),
    text('a truth', 'true'),
    text('above the limit', within(`"x":"${'x'.repeat(MAX_JSON_BYTES)}"`)),
    { ...text('plain text', json), contentType: 'text/plain' },
    { ...text('a form', 'a=1&b=2'), contentType: 'application/x-www-form-urlencoded' },
    { ...text('XML', '<a/>'), contentType: 'application/xml' },
    { ...text('bytes for JSON', json), contentType: 'application/octet-stream' },
  ];
}

const OVERLONG = Buffer.from([0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]);

const escaped = (key: string): string =>
  `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`;
