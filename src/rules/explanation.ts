import type { BilingualText } from './rule-set.types';

/**
 * Why a rule gave what it gave, as data: shown to whom it concerns, printed in letters, and kept with the decision so that
 * anyone can do the sum again.
 */
export interface Explanation {
  /** Where the rule stands in the rule set: like a JSON pointer, but with an item of a list named by its code or variant. */
  readonly rule: string;
  /** What went in, by name, as exact text: amounts in yuan with two decimals, scores as decimals. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The sum itself, in figures and signs that need no language. */
  readonly arithmetic: string;
}

/** An explanation that is also put into words, for the one whom the decision concerns. */
export interface WordedExplanation extends Explanation {
  readonly words: BilingualText;
}
