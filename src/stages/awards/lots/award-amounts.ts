import { Injectable } from '@nestjs/common';
import type { Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Decisions, type StandingAnswer } from '../../../registers/decisions';
import {
  awardAmount,
  figureCodes,
  type AwardedBid,
  type RuleSet,
  type WordedExplanation,
} from '../../../rules';
import { Bids, projectMoneyOf, type OpenedBid } from '../../bids';
import type { Round } from '../../rounds';

/** What an award of a bid comes to, and why, where that follows only now. */
export interface BidAmount {
  /** Nothing where the rules give this bid no money. */
  readonly amountFen: Fen;
  /** Null where it is what the bid requested. */
  readonly explanation: WordedExplanation | null;
}

/** Kinds of amounts that hang on more than the bid: its rank, gifts, what a panel approves, what is settled or audited later. */
const LATE: readonly RuleSet['amount']['variant'][] = [
  ...([
    'gift-match',
    'later-priced',
    'panel-approved',
    'prize-by-rank',
    'share-of-budget',
  ] as const),
];

type Ranked = Pick<AwardedBid, 'rank' | 'rankInCategory'>;

/** Works out what the awards of ranked bids come to. */
@Injectable()
export class AwardAmounts {
  constructor(
    private readonly bids: Bids,
    private readonly decisions: Decisions,
  ) {}

  /**
   * @param ranked bids that passed, in order of rank
   * @returns by bid; one whose amount is settled later has its request, which is reserved until then
   */
  async of(
    ctx: Context,
    { ruleSet }: Round,
    ranked: readonly OpenedBid[],
  ): Promise<ReadonlyMap<string, BidAmount>> {
    const asked = ranked.map(({ bidId, requestedFen }) => {
      return [bidId, { amountFen: requestedFen, explanation: null }] as const;
    });
    if (!LATE.includes(ruleSet.amount.variant)) return new Map(asked);
    const ids = ranked.map(({ bidId }) => bidId);
    const answers = await this.decisions.answersAbout(ctx, ids);
    const amounts = new Map<string, BidAmount>();
    for (const [index, bid] of ranked.entries()) {
      const money = projectMoneyOf(await this.bids.application(ctx, bid.bidId));
      const facts = { ...placeOf(ranked, index), ...enteredFor(answers.get(bid.bidId)) };
      amounts.set(bid.bidId, amountOf(ruleSet, { ...money, ...facts }));
    }
    return amounts;
  }
}

function amountOf(rules: RuleSet, bid: AwardedBid): BidAmount {
  const amount = awardAmount(rules, bid);
  switch (amount.state) {
    case 'settled':
      return amount;
    case 'nothing':
      return { amountFen: 0n, explanation: amount.explanation };
    case 'awaited':
      return { amountFen: amount.ceilingFen, explanation: null };
  }
}

function placeOf(ranked: readonly OpenedBid[], index: number): Ranked {
  const { category } = ranked[index]!;
  const before = ranked.slice(0, index).filter((one) => one.category === category);
  return { rank: index + 1, rankInCategory: before.length + 1 };
}

function enteredFor(
  given: ReadonlyMap<string, StandingAnswer> | undefined,
): Pick<AwardedBid, 'giftsFen' | 'approved'> {
  const giftsFen = given?.get(figureCodes.gifts)?.amountFen;
  const approvedFen = given?.get(figureCodes.approved)?.amountFen;
  return {
    ...(giftsFen != null && { giftsFen }),
    ...(approvedFen != null && { approved: { wholeFen: approvedFen } }),
  };
}
