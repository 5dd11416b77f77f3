import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RuleSet, ScreeningRules } from './rule-set.types';

const folder = join(__dirname, '../../examples/small-round');

/** The rule set of the small round as it lies in the examples, with what a spec changes in it. */
export function smallRound(change: (rules: RuleSet) => void = () => undefined): RuleSet {
  return changed(read('rule-set.yaml') as RuleSet, change);
}

/** The screening rules of the small round, with what a spec changes in them. */
export function smallRoundScreening(
  change: (rules: ScreeningRules) => void = () => undefined,
): ScreeningRules {
  return changed(read('screening.yaml') as ScreeningRules, change);
}

function read(file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

function changed<Rules>(rules: Rules, change: (rules: Rules) => void): Rules {
  change(rules);
  return rules;
}
