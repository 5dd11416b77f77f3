import { printAmount, type Fen } from '../kernel/money';
import { lateAmount } from './award-amount-late';
import type { AwardedBid } from './award-facts';
import type { WordedExplanation } from './explanation';
import { workOutGrant } from './grant-amount';
import type { AwaitedAmount, KnownAmount } from './late-amount';
import type { RuleSet } from './rule-set.types';

/** What the award of a bid comes to, as far as it can be known. */
export type AwardAmount = SettledAward | NoAward | AwaitedAward;

/** The amount is known. */
export interface SettledAward {
  readonly state: 'settled';
  /** At least a fen, and never more than the bid requested. */
  readonly amountFen: Fen;
  readonly explanation: WordedExplanation;
}

/** All is known, and gives this bid no money: no prize for its rank, gifts that cover the budget, nothing approved. */
export interface NoAward {
  readonly state: 'nothing';
  readonly explanation: WordedExplanation;
}

/** Something has to be known first. */
export interface AwaitedAward extends AwaitedAmount {
  /** What is reserved until then: the request. */
  readonly ceilingFen: Fen;
}

/**
 * The amount of a bid's award by what is known when it is made; under rules that need nothing more, the request.
 * @throws as `grantAmount` of a bid that requests nothing; and of what a person has entered GRANT.APPROVED_ABOVE_REQUEST,
 * GRANT.APPROVED_BELOW_FLOOR, GRANT.UNKNOWN_LINE, GRANT.LINE_ABOVE_BUDGET, GRANT.SETTLED_ABOVE_CEILING
 * @source rounds.md 2.6 and 2.8
 */
export function awardAmount(
  rules: Pick<RuleSet, 'amount' | 'categories' | 'gifts'>,
  bid: AwardedBid,
): AwardAmount {
  const { grantFen: requestFen, explanation } = workOutGrant(rules, bid);
  const late = lateAmount(rules.amount, { bid, requestFen, gifts: rules.gifts });
  if (late === null) return { state: 'settled', amountFen: requestFen, explanation };
  if (late.state === 'awaited') return { ...late, ceilingFen: requestFen };
  return withinRequest(late, requestFen);
}

/** Caps of categories bind through the request. */
function withinRequest(known: KnownAmount, requestFen: Fen): SettledAward | NoAward {
  const { amountFen, inputs, arithmetic, words } = known;
  if (amountFen === 0n) {
    return { state: 'nothing', explanation: { rule: '/amount', inputs, arithmetic, words } };
  }
  const request = printAmount(requestFen);
  if (amountFen <= requestFen) {
    const explanation = { rule: '/amount', inputs, arithmetic, words };
    return { state: 'settled', amountFen, explanation };
  }
  return {
    state: 'settled',
    amountFen: requestFen,
    explanation: {
      rule: '/amount',
      inputs: { ...inputs, request },
      arithmetic: `${arithmetic}; min(${printAmount(amountFen)}, ${request}) = ${request}`,
      words: {
        zh: `${words.zh}以申请上限${request}元为限。`,
        en: `${words.en} No more is awarded than was requested, ${request} yuan.`,
      },
    },
  };
}
