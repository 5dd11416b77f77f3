import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type Part, type PartCheck } from './part-check';
import { refuseRules } from './rules.refusals';
import type { RuleSet } from './rule-set.types';

/** A bound that a round may tighten and may not loosen. */
export interface LegalLimit {
  /** The parts that it is about. */
  readonly reads: readonly Part[];
  /** The article, or the published practice where no article is known. */
  readonly article: string;
  readonly given: (rules: RuleSet) => readonly Given[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A value of the rules, and where it stands. */
export interface Given {
  readonly value: number;
  readonly pointer: string;
}

/** The limits of one regime as checks; rules under another regime keep to others. */
export function limitsOf(
  wanted: RuleSet['regime'],
  limits: readonly LegalLimit[],
): readonly PartCheck[] {
  return limits.map(({ reads, given: read, ...limit }) => ({
    reads: ['regime', ...reads],
    faultsIn: (rules) =>
      rules.regime === wanted ? read(rules).flatMap((given) => breach(limit, given)) : [],
  }));
}

/** A check that stands under one regime alone. */
export function underRegime<const Read extends Part>(
  wanted: RuleSet['regime'],
  reads: readonly Read[],
  faultsIn: (rules: Pick<RuleSet, Read>) => readonly Refusal[],
): PartCheck {
  return reading<Read | 'regime'>(['regime', ...reads], (rules) =>
    rules.regime === wanted ? faultsIn(rules) : [],
  );
}

/** One value; where the rules leave it out, the law's own number holds and breaks nothing. */
export function alone(
  place: readonly [Part, ...string[]],
  read: (rules: RuleSet) => number | undefined,
): Pick<LegalLimit, 'reads' | 'given'> {
  const pointer = pointerTo(...place);
  return {
    reads: [place[0]],
    given: (rules) => {
      const value = read(rules);
      return value === undefined ? [] : [{ value, pointer }];
    },
  };
}

/** One value of each entry of a list that has it. */
export function inEach<Name extends Part>(
  part: Name,
  below: readonly string[],
  read: (entry: EntryOf<Name>) => number | undefined,
): Pick<LegalLimit, 'reads' | 'given'> {
  return {
    reads: [part],
    given: (rules) =>
      ((rules[part] ?? []) as readonly EntryOf<Name>[]).flatMap((entry, index) => {
        const value = read(entry);
        return value === undefined ? [] : [{ value, pointer: pointerTo(part, index, ...below) }];
      }),
  };
}

type EntryOf<Name extends Part> =
  NonNullable<RuleSet[Name]> extends readonly (infer Entry)[] ? Entry : never;

function breach(
  { article, atLeast, atMost }: Pick<LegalLimit, 'article' | 'atLeast' | 'atMost'>,
  { value: given, pointer }: Given,
): Refusal[] {
  if (atLeast !== undefined && given < atLeast) {
    return [refuseRules('RULES.BELOW_LIMIT', { given, article, limit: atLeast }, pointer)];
  }
  if (atMost !== undefined && given > atMost) {
    return [refuseRules('RULES.ABOVE_LIMIT', { given, article, limit: atMost }, pointer)];
  }
  return [];
}
