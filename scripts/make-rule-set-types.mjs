/**
 * Makes src/rules/rule-set.types.ts from src/rules/rule-set.schema.json, so that the rules are described once.
 *
 *   node scripts/make-rule-set-types.mjs            writes the file
 *   node scripts/make-rule-set-types.mjs --check    fails when the file is not what this script would write
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';

const schemaFile = fileURLToPath(new URL('../src/rules/rule-set.schema.json', import.meta.url));
const target = fileURLToPath(new URL('../src/rules/rule-set.types.ts', import.meta.url));

const BANNER = `// Made from rule-set.schema.json by scripts/make-rule-set-types.mjs: change the schema and make it again.
import type { Day } from '../kernel/day';
`;

/** What the tool adds about its own workings to every comment. */
const NOISE = /^ \*\n \* This interface was referenced by .*\n \* via the `definition` .*\n/gm;

/** Names the type of every reference, which the tool would otherwise copy under a number wherever a description stands beside it. */
function named(node) {
  if (Array.isArray(node)) return node.map(named);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, named(value)]),
  );
  return $ref === undefined ? rest : { ...rest, tsType: typeAt($ref) };
}

/** The type that a reference leads to: a definition by its name, a part of the rule set by where it stands. */
function typeAt($ref) {
  const [, part] = /^#\/properties\/(\w+)$/.exec($ref) ?? [];
  return part === undefined ? $ref.replace('#/$defs/', '') : `NonNullable<RuleSet['${part}']>`;
}

const { $defs, ...schema } = named(JSON.parse(readFileSync(schemaFile, 'utf8')));
// A day that passed the schema is one that the kernel would make, so it has the kernel's type.
const { Day, ...definitions } = $defs;

const types = await compile({ ...schema, $defs: definitions }, 'RuleSet', {
  bannerComment: BANNER,
  format: false,
  // Bounds of lists belong to the validator: as tuples they would only stand in the way of map and filter.
  ignoreMinAndMaxItems: true,
  // References are names by now, so the tool reaches none of the definitions.
  unreachableDefinitions: true,
});
const made = (await format(types, { ...(await resolveConfig(target)), filepath: target })).replace(
  NOISE,
  '',
);

if (!process.argv.includes('--check')) {
  writeFileSync(target, made);
} else if (readFileSync(target, 'utf8') !== made) {
  console.error('src/rules/rule-set.types.ts is out of date: node scripts/make-rule-set-types.mjs');
  process.exitCode = 1;
}
