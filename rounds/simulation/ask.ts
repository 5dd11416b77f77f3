import {
  figureCodes,
  questionsAt,
  type RoundQuestion,
  type RuleSet,
  type Step,
} from '../../src/rules';
import { parseAmount } from '../../src/kernel/money';
import type { AnswerBook } from './answer-book';
import { drawAnswer, type AnswerBounds } from './draw-answer';
import type { InventedBid } from './invented-bid';
import type { Play } from './play';

/** How the round itself is called among the things that questions are about. */
export const THE_ROUND = 'round';

/** How a lot is called among them: it may have the code that something else has. */
export function lotThing(code: string): string {
  return `lot ${code}`;
}

/** Answers that hang on those about other bids, or on what was found before: they are given by the steps that read them. */
const GIVEN_APART: ReadonlySet<string> = new Set([
  figureCodes.shortlist,
  figureCodes.voteOff,
  figureCodes.settled,
  figureCodes.voters,
]);

/**
 * Asks what persons decide of some bids at some steps, or of the awards and projects that came of them.
 * @param per of what kind the bids are by then
 */
export function askOfBids(
  { rules, chance }: Play,
  book: AnswerBook,
  per: 'bid' | 'award' | 'project',
  steps: readonly Step[],
  bids: readonly InventedBid[],
): void {
  for (const question of questionsAt(rules, per, steps)) {
    if (GIVEN_APART.has(question.code)) continue;
    for (const bid of bids) {
      if (book.has(question, bid.bidId) || !concerns(rules, question, bid)) continue;
      const own = chance.of('answer', question.code, bid.bidId);
      const value = drawAnswer(question, own, boundsOf(rules, bid));
      book.add({ question, thing: bid.bidId, value });
    }
  }
}

/** Asks what persons decide of the round, or of one of its lots, at some steps. */
export function askOfThing(
  { rules, chance }: Play,
  book: AnswerBook,
  per: 'round' | 'lot',
  steps: readonly Step[],
  thing: string,
): void {
  for (const question of questionsAt(rules, per, steps)) {
    if (book.has(question, thing) || GIVEN_APART.has(question.code)) continue;
    const value = drawAnswer(question, chance.of('answer', question.code, thing));
    book.add({ question, thing, value });
  }
}

/** Whether a question is asked of a bid: a layer may forward the bids of some categories alone. */
function concerns(
  { forwarding = [] }: RuleSet,
  { code }: RoundQuestion,
  { category }: InventedBid,
): boolean {
  const layer = forwarding.find((one) => figureCodes.forwarding(one.code) === code);
  return layer?.onlyFor === undefined || (category !== null && layer.onlyFor.includes(category));
}

function boundsOf({ amount }: RuleSet, { money, merit }: InventedBid): AnswerBounds {
  const { budgetFen, ownFundsFen } = money;
  const least = 'minAmount' in amount ? amount.minAmount : undefined;
  return {
    mostFen: budgetFen - ownFundsFen,
    ...(least !== undefined && { leastFen: parseAmount(least) }),
    merit,
  };
}
