import type { Fen } from '../kernel/money';
import type { AwardCandidate, Finding } from './award-finding';
import { keepsReserve, type AllocationRules } from './award-rules';
import { explainAward } from './explain-award';
import { explainNoAward } from './explain-no-award';
import type { WordedExplanation } from './explanation';
import type { Draw } from './paying-pots';

/** What became of a bid: an award, a place on the reserve list, nothing, or a place in a vote-off whose outcome is not known. */
export type Outcome = 'awarded' | 'reserve' | 'notAwarded' | 'awaits';

/** A bid in its place. */
export interface Placement extends AwardCandidate {
  readonly outcome: Outcome;
  /** What it is awarded, which may be less than it asks for; of any other what it asks for. */
  readonly amountFen: Fen;
  readonly askedFen: Fen;
  /** What of the award no pot pays, because by the rules it is funded beyond them; else nothing. */
  readonly overrunFen: Fen;
  /** Which pots pay, together the amount less what is beyond them; none unless awarded. */
  readonly draws: readonly Draw[];
  /** The place on the reserve list, from 1: by quotas that of its category. Null unless on the reserve. */
  readonly reservePlace: number | null;
  /** Put into words whenever it is asked for, and not before: of many bids few are ever asked about. */
  readonly explanation: WordedExplanation;
}

/** By what all bids of one allocation were placed. */
export interface PlacedBy {
  readonly rules: AllocationRules;
  /** The category that came up first because an award of it fell away. */
  readonly vacant: string | null;
}

const NO_DRAWS: readonly Draw[] = [];

/** A bid with what was found for it. */
export class PlacedBid implements Placement {
  readonly bidId: string;
  readonly rank: number;
  readonly category: string | null;
  readonly organization?: string;
  readonly amountFen: Fen;
  readonly askedFen: Fen;
  readonly overrunFen: Fen;
  readonly outcome: Outcome;
  readonly draws: readonly Draw[];
  readonly reservePlace: number | null;
  readonly #by: PlacedBy;
  readonly #finding: Finding;

  constructor(
    by: PlacedBy,
    candidate: AwardCandidate,
    finding: Finding,
    reservePlace: number | null,
  ) {
    const { stretch, draws } = finding.fits ? finding.room : { stretch: null, draws: NO_DRAWS };
    this.bidId = candidate.bidId;
    this.rank = candidate.rank;
    this.category = candidate.category;
    this.organization = candidate.organization;
    this.askedFen = candidate.amountFen;
    this.amountFen = stretch?.kind === 'partial' ? stretch.lack.leftFen : candidate.amountFen;
    this.overrunFen = stretch?.kind === 'overrun' ? candidate.amountFen - stretch.lack.leftFen : 0n;
    this.outcome = outcomeOf(by.rules, finding);
    this.draws = draws;
    this.reservePlace = reservePlace;
    this.#by = by;
    this.#finding = finding;
  }

  get explanation(): WordedExplanation {
    const { rules, vacant } = this.#by;
    const { bidId, rank, category, askedFen: amountFen } = this;
    const asked = { bidId, rank, category, amountFen };
    return this.#finding.fits
      ? explainAward(rules, asked, this.#finding.room, vacant)
      : explainNoAward(rules, asked, this.#finding.obstacle);
  }
}

function outcomeOf({ award }: AllocationRules, finding: Finding): Outcome {
  if (finding.fits) return 'awarded';
  if (finding.obstacle.kind === 'awaits') return 'awaits';
  return keepsReserve(award) ? 'reserve' : 'notAwarded';
}
