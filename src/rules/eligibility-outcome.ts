import type { Facts } from '../kernel/refusal';
import type { WordedExplanation } from './explanation';
import type { BilingualText, Role } from './rule-set.types';

/** What a check came to by rule. */
export interface DecidedCheck {
  readonly verdict: 'pass' | 'fail';
  /** What was compared. */
  readonly facts: Facts;
  readonly explanation: WordedExplanation;
}

/** A check that no rule can decide on what is known. */
export interface UndecidedCheck {
  readonly verdict: 'undecided';
  /** Whose duty it is to decide it. */
  readonly by: Role;
  /** What has to be answered, and why by a person. */
  readonly explanation: WordedExplanation;
}

/** What a check came to, with the reason in both languages. */
export type EligibilityOutcome = DecidedCheck | UndecidedCheck;

/** What a rule found. */
export interface Finding {
  readonly isPassed: boolean;
  readonly facts: Facts;
  readonly arithmetic: string;
  readonly words: BilingualText;
  /** Of what the sum was made, where that is more than the facts. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** The outcome of what a rule found. */
export function decided(rule: string, finding: Finding): DecidedCheck {
  const { isPassed, facts, arithmetic, words, inputs = printed(facts) } = finding;
  return {
    verdict: isPassed ? 'pass' : 'fail',
    facts,
    explanation: { rule, inputs, arithmetic, words },
  };
}

function printed(facts: Facts): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
}
