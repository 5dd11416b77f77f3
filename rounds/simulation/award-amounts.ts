import type { Fen } from '../../src/kernel/money';
import {
  awardAmount,
  figureCodes,
  questionsOf,
  type AwardAmount,
  type AwardedBid,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import type { PlacedBid } from './award';
import { drawAnswer } from './draw-answer';
import type { Play } from './play';
import { partOf } from './yuan';

/** What the award of a bid would come to by what is known before anybody is awarded. */
export function amountBefore(play: Play, book: AnswerBook, placed: PlacedBid): AwardAmount {
  return awardAmount(play.rules, factsOf(play, book, placed));
}

/** What it comes to when what was known only after the award is there: a price that somebody settled, an audited budget. */
export function amountAfter(
  play: Play,
  book: AnswerBook,
  placed: PlacedBid,
  reservedFen: Fen,
): AwardAmount {
  const facts = factsOf(play, book, placed);
  const known = awardAmount(play.rules, facts);
  if (known.state !== 'awaited') return known;
  const later = {
    settledFen: settle(play, book, placed, reservedFen),
    auditedBudgetFen: audit(play, placed),
  };
  return awardAmount(play.rules, { ...facts, ...later });
}

function factsOf(
  { rules }: Play,
  book: AnswerBook,
  { bid, rank, rankInCategory }: PlacedBid,
): AwardedBid {
  const approvedFen = book.amount(figureCodes.approved, bid.bidId);
  return {
    ...{ ...bid.money, rank, rankInCategory },
    giftsFen: rules.gifts === undefined ? 0n : book.amount(figureCodes.gifts, bid.bidId),
    ...(approvedFen !== undefined && { approved: { wholeFen: approvedFen } }),
  };
}

/** Somebody settles the amount within what is reserved. */
function settle(
  { rules, chance }: Play,
  book: AnswerBook,
  { bid }: PlacedBid,
  reservedFen: Fen,
): Fen | undefined {
  const question = questionsOf(rules).find(({ code }) => code === figureCodes.settled);
  if (question === undefined) return undefined;
  if (!book.has(question, bid.bidId)) {
    const own = chance.of('answer', question.code, bid.bidId);
    const value = drawAnswer(question, own, { mostFen: reservedFen });
    book.add({ question, thing: bid.bidId, value });
  }
  return book.amount(figureCodes.settled, bid.bidId);
}

/** An audit finds most of a budget in order, seldom all of it. */
function audit({ chance }: Play, { bid }: PlacedBid): Fen {
  return partOf(bid.money.budgetFen, chance.of('audit', bid.bidId), 880, 1000);
}
