import type { Refusal } from '../kernel/refusal';
import type { WordedExplanation } from './explanation';
import type { BilingualText } from './rule-set.types';

/** What a rule says of a bid's money: kept, or the first thing that is not, with the sum either way. */
export interface RuleCheck {
  /** Null when the rule is kept. */
  readonly refusal: Refusal | null;
  readonly explanation: WordedExplanation;
}

/** One bound that money was held against. */
export interface HeldBound {
  readonly inputs: Readonly<Record<string, string>>;
  readonly arithmetic: string;
  /** A part of a sentence, without a full stop. */
  readonly words: BilingualText;
  /** Null when it is kept. */
  readonly refusal: Refusal | null;
}

/** What the bounds of one rule say together. */
export function ruleCheck(rule: string, bounds: readonly HeldBound[]): RuleCheck {
  return {
    refusal: bounds.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    explanation: {
      rule,
      inputs: Object.fromEntries(bounds.flatMap(({ inputs }) => Object.entries(inputs))),
      arithmetic: bounds.map(({ arithmetic }) => arithmetic).join('; '),
      words: {
        zh: `${bounds.map(({ words }) => words.zh).join('；')}。`,
        en: `${bounds.map(({ words }) => words.en).join('; ')}.`,
      },
    },
  };
}

/** Of a round without such a rule. */
export function nothingAsked(rule: string, words: BilingualText): RuleCheck {
  return { refusal: null, explanation: { rule, inputs: {}, arithmetic: '', words } };
}
