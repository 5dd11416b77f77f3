import {
  rankBids,
  tieQuestion,
  type Ranking,
  type ScoredBid,
  type UndecidedTie,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import type { Play } from './play';

/** Ranks bids; where the rules leave some of them to a person, chance decides in its place. */
export function rankDeciding(play: Play, book: AnswerBook, bids: readonly ScoredBid[]): Ranking {
  const { scoring, votes } = play.rules;
  const facts = votes?.passVotes === undefined ? {} : { passVotes: votes.passVotes };
  const open = rankBids(scoring, bids, facts);
  if (open.undecided === undefined) return open;
  const decided = open.undecided.map((tie) => decide(play, book, tie));
  return rankBids(scoring, bids, { ...facts, decided });
}

/** Somebody says of each of the tied bids which place it has among them. @returns the bids in the order of these places */
function decide({ chance }: Play, book: AnswerBook, { bidIds, by }: UndecidedTie): string[] {
  const question = tieQuestion(by);
  const order = chance.of('tie', ...bidIds).shuffled(bidIds);
  order.forEach((thing, index) => {
    book.add({ question, thing, value: { variant: 'count', count: index + 1 } });
  });
  return order;
}
