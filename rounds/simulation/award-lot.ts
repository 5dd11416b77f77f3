import {
  allocateAwards,
  rulesOfLot,
  type Allocation,
  type AwardAmount,
  type Draw,
  type Placement,
} from '../../src/rules';
import {
  allocateLot,
  candidateOf,
  organizationOf,
  type BeforeTheLot,
  type Candidate,
} from './allocate-lot';
import type { AnswerBook } from './answer-book';
import { askOfBids } from './ask';
import type { Award, Fall, PlacedBid } from './award';
import { amountAfter, amountBefore } from './award-amounts';
import type { Play } from './play';
import { difference, givenBack, lessened, potsHolding } from './pots-left';

/** The awards of a lot. */
export interface LotAwards {
  /** The amounts that the rules would give, by bid: also those that come to nothing. */
  readonly amounts: ReadonlyMap<string, AwardAmount>;
  /** Of all that passed and whose award comes to something; null where there was none. */
  readonly allocation: Allocation | null;
  /** All that came about, also those that fell away, in the order in which they did. */
  readonly awards: readonly Award[];
  /** What the pots hold afterwards. */
  readonly left: readonly Draw[];
}

/** So many of those who are awarded do not sign. */
const DOES_NOT_SIGN = 0.03;

/** Gives the awards of a lot, lets some fall away, and calls up the reserve for them. */
export function awardLot(
  play: Play,
  book: AnswerBook,
  lot: string,
  passed: readonly PlacedBid[],
  before: BeforeTheLot,
): LotAwards {
  const amounts = new Map(
    passed.map((placed) => [placed.bid.bidId, amountBefore(play, book, placed)] as const),
  );
  const candidates = passed.flatMap((placed): Candidate[] => {
    const amount = amounts.get(placed.bid.bidId)!;
    return amount.state === 'nothing' ? [] : [{ ...placed, amount }];
  });
  if (candidates.length === 0) return { amounts, allocation: null, awards: [], left: before.left };
  const allocation = allocateLot(play, book, lot, candidates, before);
  const desk = new LotDesk(play, book, lot, candidates, before, allocation);
  desk.give(allocation.placements, false);
  desk.callUp();
  return { amounts, allocation, awards: desk.awards, left: desk.left };
}

/** The awards of a lot while they are given and fall away. */
class LotDesk {
  readonly awards: Award[] = [];
  left: readonly Draw[];
  private readonly byBid: ReadonlyMap<string, Candidate>;
  /** Those who have been called up already, or whose turn is over. */
  private readonly called = new Set<string>();
  private readonly reserve: readonly string[];

  constructor(
    private readonly play: Play,
    private readonly book: AnswerBook,
    private readonly lot: string,
    candidates: readonly Candidate[],
    private readonly before: BeforeTheLot,
    { left, placements }: Allocation,
  ) {
    this.left = left;
    this.byBid = new Map(candidates.map((candidate) => [candidate.bid.bidId, candidate]));
    this.reserve = placements
      .filter(({ outcome }) => outcome === 'reserve')
      .map(({ bidId }) => bidId);
  }

  /** Makes awards of placements. The pots have given for them already. */
  give(placements: readonly Placement[], isFromReserve: boolean): void {
    for (const placement of placements) {
      if (placement.outcome !== 'awarded') continue;
      const { bid, rank, rankInCategory } = this.byBid.get(placement.bidId)!;
      this.called.add(bid.bidId);
      const placed = { bid, rank, rankInCategory };
      const award = this.priced(placed, placement, isFromReserve);
      this.left = givenBack(this.left, difference(placement.draws, award.draws));
      askOfBids(this.play, this.book, 'award', BEFORE_SIGNING, [bid]);
      askOfBids(this.play, this.book, 'bid', AFTER_AWARDING, [bid]);
      const fell = this.fallOf(award);
      if (fell !== null) this.left = givenBack(this.left, award.draws);
      this.awards.push({ ...award, fell });
    }
  }

  /** Calls up the reserve for each award that fell away, as far as places and money reach. */
  callUp(): void {
    // Those who come up are gone through as well: they may fall away in their turn.
    for (const { fell, bid } of this.awards) {
      const waiting = this.reserve.filter((bidId) => !this.called.has(bidId));
      if (fell === null || waiting.length === 0) continue;
      const { placements, left } = allocateAwards(
        rulesOfLot(this.play.rules, this.lot),
        potsHolding(this.play.rules.funding, this.left),
        waiting.map((bidId) => candidateOf(this.byBid.get(bidId)!)),
        { held: this.held(), elsewhere: this.before.elsewhere, category: bid.category },
      );
      this.left = left;
      this.give(placements, true);
    }
  }

  private held() {
    return this.awards
      .filter(({ fell }) => fell === null)
      .map(({ bid, amountFen, overrunFen }) => ({
        ...{ category: bid.category, amountFen, overrunFen },
        organization: organizationOf(bid),
      }));
  }

  private priced(placed: PlacedBid, placement: Placement, isFromReserve: boolean): Award {
    const amount = amountAfter(this.play, this.book, placed, placement.amountFen);
    const base = { ...placed, placement, isFromReserve, amount, fell: null };
    const { draws, overrunFen } = placement;
    const settledFen = amount.state === 'settled' ? amount.amountFen : 0n;
    if (settledFen >= placement.amountFen) {
      return { ...base, amountFen: placement.amountFen, overrunFen, draws };
    }
    const savedFen = placement.amountFen - settledFen;
    const stillOver = overrunFen > savedFen ? overrunFen - savedFen : 0n;
    return {
      ...{ ...base, amountFen: settledFen, overrunFen: stillOver },
      draws: lessened(draws, settledFen - stillOver),
    };
  }

  private fallOf({ bid, amountFen }: Award): Fall | null {
    if (amountFen === 0n) return 'comes-to-nothing';
    if (this.book.against(bid.bidId).length > 0) return 'excluded';
    const own = this.play.chance.of('signs', bid.bidId);
    return own.next() < DOES_NOT_SIGN ? 'not-signed' : null;
  }
}

/** What is decided of awards before they are contracts. */
const BEFORE_SIGNING = ['pricing', 'award', 'notice', 'contract'] as const;
/** What is decided of the bids that were awarded. */
const AFTER_AWARDING = ['notice', 'contract'] as const;
