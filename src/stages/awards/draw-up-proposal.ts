import { printAmount, type Fen } from '../../kernel/money';
import {
  allocateAwards,
  type Allocation,
  type AllocationRules,
  type Draw,
  type FundPot,
} from '../../rules';
import { tallyCategories, type CategoryTally } from './tally-categories';

/** A bid that passed the review, with the grant it asks for. */
export interface ProposableBid {
  readonly bidId: string;
  readonly rank: number;
  readonly score: string;
  /** Null where the rule set has no categories. */
  readonly category: string | null;
  readonly amountFen: Fen;
}

type AmountOf = { readonly fund: string; readonly amount: string };

/** One bid's place in the proposal: what it gets and why, or why not. */
export type ProposedPlacement = {
  readonly bidId: string;
  readonly rank: number;
  readonly score: string;
  readonly category: string | null;
  readonly amount: string;
  readonly outcome: 'awarded' | 'reserve' | 'notAwarded';
  readonly draws: readonly AmountOf[];
  readonly reservePlace: number | null;
  readonly explanation: {
    readonly rule: string;
    readonly inputs: { readonly [name: string]: string };
    readonly arithmetic: string;
    readonly words: { readonly zh: string; readonly en: string };
  };
};

/** What the approver approves and what its digest stands for: ids, amounts and sums, no names. */
export type ProposalDocument = {
  readonly schema: 'yichuang/award-proposal/1';
  readonly lotId: string;
  /** What each pot holds for this lot, in the order in which the pots are drawn on. */
  readonly pots: readonly AmountOf[];
  readonly placements: readonly ProposedPlacement[];
  /** What each category gets, against its quota and its budget. */
  readonly categories: readonly CategoryTally[];
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
  const { lotId, rules, pots, bids, excludedBidIds } = inputs;
  const candidates = bids.filter(({ bidId }) => !excludedBidIds.includes(bidId));
  const allocation = allocateAwards(rules, pots, candidates);
  const scores = new Map(bids.map(({ bidId, score }) => [bidId, score]));
  return {
    allocation,
    document: {
      schema: 'yichuang/award-proposal/1',
      lotId,
      pots: pots.map(({ code, amount }) => ({ fund: code, amount })),
      placements: allocation.placements.map(
        ({ bidId, rank, category, amountFen, outcome, draws, reservePlace, explanation }) => ({
          bidId,
          rank,
          score: scores.get(bidId) ?? '',
          category,
          amount: printAmount(amountFen),
          outcome,
          draws: draws.map(printDraw),
          reservePlace,
          explanation: { ...explanation },
        }),
      ),
      categories: tallyCategories(rules.categories, awarded(allocation)),
      left: allocation.left.map(printDraw),
      excluded: [...excludedBidIds].sort(),
    },
  };
}

function awarded({ placements }: Allocation) {
  return placements.filter(({ outcome }) => outcome === 'awarded');
}

function printDraw({ fund, amountFen }: Draw): AmountOf {
  return { fund, amount: printAmount(amountFen) };
}
