import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { newId } from '../../src/kernel/id';

/** A schema of the published contract, as far as requests use it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** One operation of the contract. */
export interface Operation {
  readonly act: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The names in braces of the path. */
  readonly pathParameters: readonly string[];
  readonly query: readonly string[];
  readonly needsMatch: boolean;
  readonly needsKey: boolean;
  /** The JSON body, resolved; null where there is none. */
  readonly body: Schema | null;
  readonly takesBytes: boolean;
  /** The statuses that the contract lists. */
  readonly statuses: ReadonlySet<number>;
}

const document = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as Record<
  string,
  any
>;

/** What a rule set is to its request: its own schema, and the tests of that, say what is in it. */
const RULE_SET: Schema = { type: 'object' };

/** The schema that a reference leads to. */
export function resolved(schema: Schema): Schema {
  if (schema.allOf?.length === 1) return resolved({ ...schema.allOf[0] });
  if (schema.$ref === undefined) return schema;
  if (schema.$ref.endsWith('/RuleSet')) return RULE_SET;
  return resolved(document.components.schemas[schema.$ref.split('/').at(-1)!] as Schema);
}

/** Every operation of the committed contract, in the order of its paths. */
export function operations(): Operation[] {
  return Object.entries<any>(document.paths).flatMap(([path, item]) =>
    Object.entries<any>(item).map(([method, operation]) => {
      const parameters: { name: string; in: string }[] = operation.parameters ?? [];
      const named = (place: string) =>
        parameters.filter((one) => one.in === place).map(({ name }) => name);
      const content = operation.requestBody?.content ?? {};
      const json = content['application/json']?.schema as Schema | undefined;
      return {
        act: operation['x-act'] as string,
        method: method.toUpperCase() as Operation['method'],
        path,
        pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
        query: named('query'),
        needsMatch: named('header').includes('If-Match'),
        needsKey: named('header').includes('Idempotency-Key'),
        body: json === undefined ? null : resolved(json),
        takesBytes: 'application/octet-stream' in content,
        statuses: new Set(Object.keys(operation.responses as object).map(Number)),
      };
    }),
  );
}

const FORMATS: Readonly<Record<string, () => unknown>> = {
  uuid: newId,
  date: () => '2020-06-01',
  'date-time': () => '2020-06-01T00:00:00+08:00',
  byte: () => Buffer.from('{"a":1}').toString('base64'),
  email: () => 'li.min@example.org',
  password: () => 'correct horse battery staple',
};

/** Tried one after the other where a pattern has no example. */
const SPELLINGS = ['2020-06-01', 'a', 'ab', '0.00', '1'.repeat(8), '1'.repeat(12), 'a'.repeat(64)];

/** A value that a schema takes; optional fields are left out unless wanted. */
export function sampleOf(schema: Schema, withOptional = false): unknown {
  const one = resolved(schema);
  if (one.enum !== undefined) return one.enum[0];
  if (one.properties !== undefined) {
    const wanted = Object.entries(one.properties).filter(
      ([name]) => withOptional || one.required?.includes(name),
    );
    return Object.fromEntries(wanted.map(([name, of]) => [name, sampleOf(of, withOptional)]));
  }
  if (one.example !== undefined) return one.example;
  switch (one.type) {
    case 'array':
      return Array.from({ length: Math.max(1, one.minItems ?? 0) }, () =>
        sampleOf(one.items!, withOptional),
      );
    case 'integer':
    case 'number':
      return Math.max(1, one.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return textOf(one);
    default:
      return {};
  }
}

function textOf({ format, pattern, minLength = 1 }: Schema): unknown {
  if (format !== undefined) return FORMATS[format]!();
  if (pattern === undefined) return '益创'.repeat(Math.ceil(minLength / 2)).padEnd(minLength, '益');
  const found = SPELLINGS.find((text) => new RegExp(pattern, 'u').test(text));
  if (found === undefined) throw new Error(`no sample for ${pattern}`);
  return found;
}
