import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RuleSet } from './rule-set.types';

const file = join(__dirname, '../../examples/city-round/rule-set.yaml');

/** The rule set of the city's round as it lies in the examples, with what a spec changes in it. */
export function cityRound(change: (rules: RuleSet) => void = () => undefined): RuleSet {
  const rules = parse(readFileSync(file, 'utf8')) as RuleSet;
  change(rules);
  return rules;
}
