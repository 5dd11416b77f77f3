import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RuleSet, ScreeningRules } from './rule-set.types';

const folder = join(__dirname, '../../examples/small-round');

/** The rule set of the small round as it lies in the examples, with what a spec changes in it. */
export function smallRound(change: (rules: RuleSet) => void = () => undefined): RuleSet {
  return changed(read<RuleSet>('rule-set.yaml'), change);
}

/** The screening rules of the small round, with what a spec changes in them. */
export function smallRoundScreening(
  change: (rules: ScreeningRules) => void = () => undefined,
): ScreeningRules {
  return changed(read<ScreeningRules>('screening.yaml'), change);
}

function read<Rules>(file: string): Rules {
  return parse(readFileSync(join(folder, file), 'utf8')) as Rules;
}

function changed<Rules>(rules: Rules, change: (rules: Rules) => void): Rules {
  change(rules);
  return rules;
}
