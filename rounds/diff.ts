import { differencesBetween } from '../src/rules';
import { readRuleSetFile } from './rules-file';

const MOST_SHOWN = 120;

/** Prints what would change from one rule set to another, place by place. @returns how many places differ */
export function diff(before: string, after: string, print: (line: string) => void): number {
  const differences = differencesBetween(readRuleSetFile(before), readRuleSetFile(after));
  for (const { pointer, ...values } of differences) {
    const added = !('before' in values);
    const removed = !('after' in values);
    print(`${added ? '+' : removed ? '-' : '~'} ${pointer}`);
    if (!added) print(`    - ${shown(values.before)}`);
    if (!removed) print(`    + ${shown(values.after)}`);
  }
  const { length } = differences;
  print(`${length} 处不同 ${length === 1 ? 'place differs' : 'places differ'}`);
  return length;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
