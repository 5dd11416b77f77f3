import { pointerTo } from './json-pointer';
import type { RuleSet } from './rule-set.types';

/** One place where two revisions of a rule set differ. */
export interface RuleDifference {
  /** In a list, places are counted from 0. */
  readonly pointer: string;
  /** What stood there; absent when it is new. */
  readonly before?: unknown;
  /** What stands there now; absent when it was taken away. */
  readonly after?: unknown;
}

/** What a correction changes, place by place in the order of the document: published with the new revision. */
export function differencesBetween(before: RuleSet, after: RuleSet): RuleDifference[] {
  return differences(before, after, '');
}

function differences(before: unknown, after: unknown, at: string): RuleDifference[] {
  if (!isHolder(before) || !isHolder(after)) {
    return Object.is(before, after) ? [] : [{ pointer: at, before, after }];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const pointer = at + pointerTo(name);
    if (!Object.hasOwn(after, name)) return [{ pointer, before: before[name] }];
    if (!Object.hasOwn(before, name)) return [{ pointer, after: after[name] }];
    return differences(before[name], after[name], pointer);
  });
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
