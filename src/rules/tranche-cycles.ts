import { pointerTo } from './json-pointer';
import type { TrancheRules, TrancheTrigger } from './rule-set.types';

/** A trigger that is no list of others, and where it stands. */
export interface PlacedTrigger {
  readonly one: Exclude<TrancheTrigger, { variant: 'all-of' }>;
  readonly at: string;
}

/** Tranches each of which waits for the next, and the last for the first. */
export interface TrancheCycle {
  /** From the first in the order of the rules back to itself. */
  readonly codes: readonly string[];
  /** Where the first says for which it waits. */
  readonly pointer: string;
}

/** The triggers that a trigger consists of. @param at where its tranche stands */
export function placedTriggers(trigger: TrancheTrigger, at: string): PlacedTrigger[] {
  const here = at + pointerTo('trigger');
  if (trigger.variant !== 'all-of') return [{ one: trigger, at: here }];
  return trigger.triggers.map((one, index) => ({ one, at: here + pointerTo('triggers', index) }));
}

/** The cycles among tranches that wait for others to be settled: none of them could ever be paid. Each cycle is told once. */
export function cyclesOf(tranches: readonly TrancheRules[]): TrancheCycle[] {
  const waits = new Map(
    tranches.map(({ code, trigger }, index) => [
      code,
      placedTriggers(trigger, pointerTo('tranches', index)).flatMap(({ one, at }) =>
        one.variant === 'tranche-settled'
          ? [{ code: one.tranche, pointer: at + pointerTo('tranche') }]
          : [],
      ),
    ]),
  );
  const told = new Set<string>();
  return tranches.flatMap(({ code }) => {
    if (told.has(code)) return [];
    const path = wayBack(code, code, waits, new Set());
    if (path === null) return [];
    for (const one of path) told.add(one.code);
    return [{ codes: [code, ...path.map((one) => one.code)], pointer: path[0]!.pointer }];
  });
}

type Waits = ReadonlyMap<string, readonly { readonly code: string; readonly pointer: string }[]>;

/** The steps by which waiting leads from one tranche to another; null where it does not. */
function wayBack(
  from: string,
  to: string,
  waits: Waits,
  seen: Set<string>,
): { readonly code: string; readonly pointer: string }[] | null {
  if (seen.has(from)) return null;
  seen.add(from);
  for (const step of waits.get(from) ?? []) {
    if (step.code === to) return [step];
    const rest = wayBack(step.code, to, waits, seen);
    if (rest !== null) return [step, ...rest];
  }
  return null;
}
