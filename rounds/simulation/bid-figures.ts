import {
  aggregateSheets,
  type BidFigures,
  figureCodes,
  questionsOf,
  type LotFigures,
  type RuleSet,
  seatSums,
  type Sheet,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import type { InventedBid } from './invented-bid';
import { requestedAmount } from './requested-amount';

/** What the score of a bid is made of: its sheets, what persons have entered, and what it offers. */
export function figuresOf(
  rules: RuleSet,
  book: AnswerBook,
  bid: InventedBid,
  sheets: readonly Sheet[],
): BidFigures {
  const { scoring } = rules;
  const { bidId, serviceHours } = bid;
  const points = (scoring.parts ?? []).flatMap(({ code }) => {
    const given = book.points(figureCodes.part(code), bidId);
    return given === undefined ? [] : [[code, given] as const];
  });
  return {
    bidId,
    sheets: sheets.length === 0 ? null : aggregateSheets(scoring, sheets).score,
    seats: sheets.length === 0 ? null : seatSums(scoring, sheets),
    votes: book.count(figureCodes.votes, bidId) ?? null,
    giftsFen: book.amount(figureCodes.gifts, bidId) ?? null,
    priceFen: requestedAmount(rules, bid),
    hours: String(serviceHours),
    points: Object.fromEntries(points),
  };
}

/**
 * What is the same for all bids of a lot: the currency, and how many have voted, where the score asks for it (invented: somewhat
 * more than for the best).
 * @param thing how the lot is called among the things that questions are about
 */
export function lotFigures(
  rules: RuleSet,
  book: AnswerBook,
  thing: string,
  bids: readonly BidFigures[],
): LotFigures {
  const { currency } = rules;
  const question = questionsOf(rules).find(({ code }) => code === figureCodes.voters);
  if (question === undefined) return { currency };
  const most = bids.reduce((highest, { votes }) => Math.max(highest, votes ?? 0), 1);
  const voters = Math.ceil(most * 1.15);
  book.add({ question, thing, value: { variant: 'count', count: voters } });
  return { currency, voters };
}
