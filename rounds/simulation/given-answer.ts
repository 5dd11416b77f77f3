import { printAmount, type Fen } from '../../src/kernel/money';
import type { BilingualText, DecisionOption, RoundQuestion } from '../../src/rules';

/** What somebody answers, by the kind of answer that is asked for. */
export type GivenValue =
  | { readonly variant: 'choice'; readonly option: DecisionOption }
  | { readonly variant: 'amount'; readonly amountFen: Fen }
  | { readonly variant: 'count'; readonly count: number }
  | { readonly variant: 'points'; readonly points: string };

/** A question with the answer that chance has given in the place of a person. */
export interface GivenAnswer {
  readonly question: RoundQuestion;
  /** About what: a bid, a lot, or the round. */
  readonly thing: string;
  readonly value: GivenValue;
}

/** What an answer does to what it is about. */
export type AnswerEffect = DecisionOption['effect'] | 'figure';

/** What an answer does: that of the option, or that some rule reads its figure. */
export function effectOf({ value }: GivenAnswer): AnswerEffect {
  return value.variant === 'choice' ? value.option.effect : 'figure';
}

/** An answer as it is shown. */
export function saysAnswer({ value }: GivenAnswer): BilingualText {
  switch (value.variant) {
    case 'choice':
      return value.option.name;
    case 'amount':
      return same(printAmount(value.amountFen));
    case 'count':
      return same(String(value.count));
    case 'points':
      return same(value.points);
  }
}

function same(text: string): BilingualText {
  return { zh: text, en: text };
}
