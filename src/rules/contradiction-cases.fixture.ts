import { contradictionsIn } from './rule-set.contradictions';
import type { Feature } from './round-features.fixture';
import type { RuleSet } from './rule-set.types';
import { smallRound } from './small-round.fixture';

/** A refusal with its allowed twin: the nearest that is taken. */
export interface RefusedCase {
  /** Code and pointer, as `told` prints them. */
  readonly refused: string;
  /** What has to be on for it; the small round as it is when left out. */
  readonly on?: Feature;
  readonly spoil: Feature;
  readonly twin: Feature;
}

/** Cases by what they are called. */
export type RefusedCases = Readonly<Record<string, RefusedCase>>;

/** What contradicts itself in the small round after some changes, each as code and pointer. */
export function contradictionsAfter(...changes: readonly (Feature | undefined)[]): string[] {
  const rules: RuleSet = smallRound((small) => {
    small.provenance = [];
    for (const change of changes) change?.(small);
  });
  return contradictionsIn(rules).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** Proves each case: on its own the feature is taken, spoilt it is refused for exactly this, and its twin is taken. */
export function proveRefused(cases: RefusedCases): void {
  it.each(Object.entries(cases))('refuses %s, and takes its twin', (_, one) => {
    expect(contradictionsAfter(one.on)).toEqual([]);
    expect(contradictionsAfter(one.on, one.spoil)).toEqual([one.refused]);
    expect(contradictionsAfter(one.on, one.twin)).toEqual([]);
  });
}
