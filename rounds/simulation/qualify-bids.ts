import type { Day } from '../../src/kernel/day';
import type { Fen } from '../../src/kernel/money';
import {
  type Candidate,
  checkEligibility,
  type EligibilityOutcome,
  leastBids,
  type QualificationCheck,
  standsFor,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import { askOfBids } from './ask';
import type { InventedBid } from './invented-bid';
import type { LotDays } from './lot-days';
import type { Play } from './play';
import { requestedAmount } from './requested-amount';

/** What a check came to for a bid. */
export interface FoundCheck {
  readonly check: QualificationCheck;
  readonly outcome: EligibilityOutcome;
  readonly isPassed: boolean;
  /** Whether a person had to decide it, in whose place chance did. */
  readonly isJudged: boolean;
}

/** How a bid came through the qualification check. */
export interface QualifiedBid {
  readonly bid: InventedBid;
  /** What it asks for; null where the rules give it nothing. */
  readonly requestedFen: Fen | null;
  /** None where it was never opened, as too few came for its lot. */
  readonly checks: readonly FoundCheck[];
  readonly isOpened: boolean;
  readonly isQualified: boolean;
}

/** The qualification check of a round. */
export class Qualification {
  private readonly byBid: ReadonlyMap<string, QualifiedBid>;

  constructor(readonly all: readonly QualifiedBid[]) {
    this.byBid = new Map(all.map((one) => [one.bid.bidId, one]));
  }

  /** How one bid came through it. */
  of(bidId: string): QualifiedBid {
    return this.byBid.get(bidId)!;
  }
}

/** When somebody has to judge, so many pass. */
const JUDGED_GOOD = 0.92;

/** Checks all bids of a round by rule as of the last day of their call; what no rule can decide chance does. */
export function qualifyBids(
  play: Play,
  book: AnswerBook,
  days: readonly LotDays[],
  bids: readonly InventedBid[],
): Qualification {
  const ofLot = Map.groupBy(bids, ({ lot }) => lot);
  const least = leastBids(play.rules);
  const opened = bids.filter(({ lot }) => ofLot.get(lot)!.length >= least);
  askOfBids(play, book, 'bid', ['call', 'forwarding', 'qualification'], opened);
  const isOpened = new Set(opened);
  const lastDays = new Map(days.map(({ lot, lastDay }) => [lot, lastDay] as const));
  const earlier = new EarlierBids();
  return new Qualification(
    bids.map((bid): QualifiedBid => {
      const candidate = candidateOf(bid, earlier.before(bid));
      const requestedFen = requestedAmount(play.rules, bid);
      if (!isOpened.has(bid)) {
        return { bid, requestedFen, checks: [], isOpened: false, isQualified: false };
      }
      const checks = checksOf(play, bid, candidate, lastDays.get(bid.lot)!);
      const isQualified =
        requestedFen !== null &&
        checks.every(({ isPassed }) => isPassed) &&
        book.against(bid.bidId).length === 0;
      return { bid, requestedFen, checks, isOpened: true, isQualified };
    }),
  );
}

function checksOf(
  { rules, chance }: Play,
  bid: InventedBid,
  candidate: Candidate,
  closesOn: Day,
): FoundCheck[] {
  return rules.qualification.flatMap((check, index): FoundCheck[] => {
    if (!standsFor(check, bid)) return [];
    const outcome = checkEligibility(check, candidate, rules, closesOn);
    if (outcome.verdict !== 'undecided') {
      return [{ check, outcome, isPassed: outcome.verdict === 'pass', isJudged: false }];
    }
    const drawn = chance.of('judged', String(index), bid.bidId).next();
    return [{ check, outcome, isPassed: drawn < JUDGED_GOOD, isJudged: true }];
  });
}

function candidateOf(bid: InventedBid, before: readonly InventedBid[]): Candidate {
  const { organization, category, applicantClass, faults, money } = bid;
  return {
    party: organization.party,
    record: organization.record,
    bid: {
      ...{ category, applicantClass, faults, money },
      placeOfOrganization: before.length + 1,
      earlierOfOrganization: before,
      declarations: new Set(bid.declarations),
      documents: new Set(bid.documents),
    },
  };
}

/** The bids of each organization, as they come in. */
class EarlierBids {
  private readonly ofOrganization = new Map<number, InventedBid[]>();

  /** Those of the same organization that came before a bid. Bids are asked for in the order of receipt, each once. */
  before(bid: InventedBid): readonly InventedBid[] {
    const own = this.ofOrganization.get(bid.organization.no) ?? [];
    this.ofOrganization.set(bid.organization.no, [...own, bid]);
    return own;
  }
}
