import { printAmount, type Fen } from '../../kernel/money';
import {
  allocateAwards,
  type Allocation,
  type AllocationRules,
  type Draw,
  type FundPot,
  type Outcome,
  type Placement,
  type Standing,
  type WordedExplanation,
} from '../../rules';
import { tallyCategories, type CategoryTally } from './tally-categories';
import { tallyLot, type LotTally } from './tally-lot';

/** A bid that passed the review, with the grant it asks for. */
export interface ProposableBid {
  readonly bidId: string;
  readonly rank: number;
  readonly score: string;
  /** Null where the rule set has no categories. */
  readonly category: string | null;
  readonly amountFen: Fen;
  /** Why it is this amount, where that is not what it requested by itself. */
  readonly amountWhy?: WordedExplanation | null;
  /** The party whose bid it is, by which awards for one organization are counted. */
  readonly organization?: string;
}

type AmountOf = { readonly fund: string; readonly amount: string };

/** One bid's place in the proposal: what it gets and why, or why not. */
export type ProposedPlacement = {
  readonly bidId: string;
  readonly rank: number;
  readonly score: string;
  readonly category: string | null;
  /** What it is awarded; of any other what it asks for. */
  readonly amount: string;
  /** Where it is awarded less than that: what it asks for. */
  readonly asked?: string;
  /** Where it is funded beyond the pots: how much of the award no pot pays. */
  readonly overrun?: string;
  readonly outcome: Outcome;
  readonly draws: readonly AmountOf[];
  readonly reservePlace: number | null;
  readonly explanation: Why;
  /** How the amount came about, where it hangs on more than the bid. */
  readonly amountWhy?: Why;
};

type Why = {
  readonly rule: string;
  readonly inputs: { readonly [name: string]: string };
  readonly arithmetic: string;
  readonly words: { readonly zh: string; readonly en: string };
};

/** What a pot holds, and what the rules say of it beside its amount. */
export type ProposedPot = AmountOf &
  Partial<{
    readonly earmark: readonly string[];
    readonly categories: readonly string[];
    readonly share: string;
  }>;

/** What the approver approves and what its digest stands for: ids, amounts and sums, no names. */
export type ProposalDocument = {
  readonly schema: 'yichuang/award-proposal/1';
  readonly lotId: string;
  /** What each pot holds for this lot, in the order in which the pots are drawn on. */
  readonly pots: readonly ProposedPot[];
  readonly placements: readonly ProposedPlacement[];
  /** Where the awards go beyond the pots: by how much. Whoever approves them finds the money for it. */
  readonly overrun?: string;
  /** What each category gets, against its quota and its budget. */
  readonly categories: readonly CategoryTally[];
  /** What the lot gets, where the rules bound it. */
  readonly lot?: LotTally;
  readonly left: readonly AmountOf[];
  /** Bids that passed but are out: revoked after an objection, or declined. */
  readonly excluded: readonly string[];
};

/** What a proposal is drawn up from. */
export interface ProposalInputs {
  readonly lotId: string;
  readonly rules: AllocationRules;
  /** The pots with what the ledger really has left in them, in the order in which they are drawn on. */
  readonly pots: readonly FundPot[];
  readonly bids: readonly ProposableBid[];
  readonly excludedBidIds: readonly string[];
  /** What is known beside the bids: awards elsewhere in the round, the outcome of a vote-off. */
  readonly standing?: Pick<Standing, 'elsewhere' | 'voteOffWinners'>;
}

/**
 * Draws up the proposal of a lot's awards: the rules' allocation over the bids that passed and are not out, with the money
 * that the ledger really has.
 * @source rounds.md axis 23
 */
export function drawUpProposal(inputs: ProposalInputs): {
  allocation: Allocation;
  document: ProposalDocument;
} {
  const { lotId, rules, pots, bids, excludedBidIds, standing } = inputs;
  const allocation = allocateAwards(rules, pots, candidatesIn(inputs), standing);
  const known = new Map(bids.map((bid) => [bid.bidId, bid]));
  const awards = awarded(allocation);
  const lot = tallyLot(rules, awards);
  return {
    allocation,
    document: {
      schema: 'yichuang/award-proposal/1',
      lotId,
      pots: pots.map(printPot),
      placements: allocation.placements.map((placement) =>
        printPlacement(placement, known.get(placement.bidId)!),
      ),
      ...overrunIn(awards),
      categories: tallyCategories(rules.categories, awards),
      ...(lot !== null && { lot }),
      left: allocation.left.map(printDraw),
      excluded: [...excludedBidIds].sort(),
    },
  };
}

/** The bids that are in a vote-off, in order of rank; none where the rules have none. */
export function contestedIn(inputs: ProposalInputs): string[] {
  const { rules, pots, standing } = inputs;
  if (rules.award.variant !== 'vote-off') return [];
  const unknown = { ...standing, voteOffWinners: null };
  const { placements } = allocateAwards(rules, pots, candidatesIn(inputs), unknown);
  return placements.flatMap(({ bidId, outcome }) => (outcome === 'awaits' ? [bidId] : []));
}

function candidatesIn({ bids, excludedBidIds }: ProposalInputs): ProposableBid[] {
  const excluded = new Set(excludedBidIds);
  return bids.filter(({ bidId }) => !excluded.has(bidId));
}

function printPlacement(
  placement: Placement,
  { score, amountWhy }: ProposableBid,
): ProposedPlacement {
  const { bidId, rank, category, outcome, draws, reservePlace } = placement;
  const { amountFen, askedFen, overrunFen, explanation } = placement;
  return {
    ...{ bidId, rank, score, category, amount: printAmount(amountFen) },
    ...(askedFen !== amountFen && { asked: printAmount(askedFen) }),
    ...(overrunFen > 0n && { overrun: printAmount(overrunFen) }),
    ...{ outcome, draws: draws.map(printDraw), reservePlace },
    explanation: { ...explanation },
    ...(amountWhy != null && { amountWhy: { ...amountWhy } }),
  };
}

function printPot({ code, amount, earmark, categories, share }: FundPot): ProposedPot {
  return {
    ...{ fund: code, amount },
    ...(earmark !== undefined && { earmark }),
    ...(categories !== undefined && { categories }),
    ...(share !== undefined && { share }),
  };
}

function overrunIn(awards: readonly Placement[]): { overrun?: string } {
  const overrunFen = awards.reduce((all, award) => all + award.overrunFen, 0n);
  return overrunFen === 0n ? {} : { overrun: printAmount(overrunFen) };
}

function awarded({ placements }: Allocation) {
  return placements.filter(({ outcome }) => outcome === 'awarded');
}

function printDraw({ fund, amountFen }: Draw): AmountOf {
  return { fund, amount: printAmount(amountFen) };
}
