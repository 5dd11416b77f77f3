import {
  allocateAwards,
  figureCodes,
  questionsOf,
  rulesOfLot,
  type Allocation,
  type AwardAmount,
  type Draw,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import type { PlacedBid } from './award';
import type { Play } from './play';
import { potsHolding } from './pots-left';

/** A bid that passed, with what its award would come to. */
export interface Candidate extends PlacedBid {
  readonly amount: Exclude<AwardAmount, { state: 'nothing' }>;
}

/** What stands in the round before a lot has its turn. */
export interface BeforeTheLot {
  /** What the pots hold. */
  readonly left: readonly Draw[];
  /** The organizations of the awards of other lots, one for each award. */
  readonly elsewhere: readonly string[];
}

/** Gives the awards of a lot; where the rules have a vote-off, persons decide it between two goes. */
export function allocateLot(
  play: Play,
  book: AnswerBook,
  lot: string,
  candidates: readonly Candidate[],
  { left, elsewhere }: BeforeTheLot,
): Allocation {
  const rules = rulesOfLot(play.rules, lot);
  const pots = potsHolding(play.rules.funding, left);
  const asked = candidates.map(candidateOf);
  const first = allocateAwards(rules, pots, asked, { elsewhere });
  const contested = first.placements.filter(({ outcome }) => outcome === 'awaits');
  if (contested.length === 0) return first;
  const voteOffWinners = voteOff(
    play,
    book,
    contested.map(({ bidId }) => bidId),
  );
  return allocateAwards(rules, pots, asked, { elsewhere, voteOffWinners });
}

/** A bid as the allocation takes it. */
export function candidateOf({ bid, rank, amount }: Candidate) {
  return {
    ...{ bidId: bid.bidId, rank, category: bid.category },
    amountFen: amount.state === 'settled' ? amount.amountFen : amount.ceilingFen,
    organization: organizationOf(bid),
  };
}

/** By which awards for one organization are counted. */
export function organizationOf({ organization }: PlacedBid['bid']): string {
  return String(organization.no);
}

/** As many of those in the vote-off win as the rules want. @returns the bids that won */
function voteOff(
  { rules, chance }: Play,
  book: AnswerBook,
  contested: readonly string[],
): string[] {
  const { award } = rules;
  const question = questionsOf(rules).find(({ code }) => code === figureCodes.voteOff);
  if (award.variant !== 'vote-off' || question?.answer.variant !== 'choice') return [];
  const winners = chance.of('vote-off').shuffled(contested).slice(0, award.winners);
  const [won, lost] = question.answer.options;
  for (const thing of contested) {
    const option = winners.includes(thing) ? won! : lost!;
    book.add({ question, thing, value: { variant: 'choice', option } });
  }
  return winners;
}
