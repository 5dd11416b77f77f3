import { printAmount } from '../kernel/money';
import { panelApproved } from './award-amount-approved';
import { prizeWon } from './award-amount-prize';
import { refuseGrant } from './engines.refusals';
import { matchGifts } from './gift-match';
import { shareOf } from './grant-amount-reckoned';
import type { AmountRuleOf, AmountVariant } from './grant-family';
import {
  awaited,
  type AwaitedAmount,
  type AwardCase,
  type KnownAmount,
  type LateFamily,
} from './late-amount';
import { mostWithin } from './share-of';

/** The amount of a bid's award under rules whose amount is known later than the bid; null when it is what the bid requested. */
export function lateAmount<V extends AmountVariant>(
  rule: AmountRuleOf<V>,
  given: AwardCase,
): AwaitedAmount | KnownAmount | null {
  const family: LateFamily<V> = FAMILIES[rule.variant];
  return family(rule, given);
}

const asRequested = (): null => null;

/** @throws GRANT.SETTLED_ABOVE_CEILING: what was reserved is the most there is */
const laterPriced: LateFamily<'later-priced'> = ({ by }, { bid: { settledFen }, requestFen }) => {
  if (settledFen === undefined) {
    const words = {
      zh: '资助额待项目优化后确定。',
      en: 'The amount is settled when the project has been put right.',
    };
    return awaited(['settled-amount'], words, by);
  }
  const settled = printAmount(settledFen);
  const ceiling = printAmount(requestFen);
  if (settledFen > requestFen)
    throw refuseGrant('GRANT.SETTLED_ABOVE_CEILING', { settled, ceiling });
  return {
    ...{ state: 'known', amountFen: settledFen, inputs: { settled, ceiling } },
    arithmetic: `${settled} ≤ ${ceiling}`,
    words: {
      zh: `项目优化后确定为${settled}元，不超过预留的${ceiling}元。`,
      en: `It was settled at ${settled} yuan when the project had been put right, within the ${ceiling} yuan reserved.`,
    },
  };
};

const giftsMatched: LateFamily<'gift-match'> = (rule, { bid, gifts }) => {
  const { budgetFen, ownFundsFen, giftsFen } = bid;
  if (giftsFen === undefined) {
    const words = { zh: '配套额待定向捐助确定。', en: 'The match waits for the gifts.' };
    return awaited(['gifts'], words, gifts?.by ?? null);
  }
  const { grantFen, ...explained } = matchGifts(rule, budgetFen - ownFundsFen, giftsFen);
  return { state: 'known', amountFen: grantFen, ...explained };
};

/** An audit can only make less of the budget: until then the planned one was the ceiling. */
const audited: LateFamily<'share-of-budget'> = (rule, { bid }) => {
  if (rule.budget !== 'audited') return null;
  const { auditedBudgetFen, ownFundsFen } = bid;
  if (auditedBudgetFen === undefined) {
    const words = {
      zh: '资助额待项目预算审定。',
      en: 'The amount waits for the audit of the budget.',
    };
    return awaited(['audited-budget'], words);
  }
  const share = shareOf(rule, bid);
  const partFen = mostWithin(auditedBudgetFen, share);
  const lackingFen = ownFundsFen < auditedBudgetFen ? auditedBudgetFen - ownFundsFen : 0n;
  const amountFen = partFen < lackingFen ? partFen : lackingFen;
  const [budget, ownFunds, part, lacking, amount] = [
    ...[auditedBudgetFen, ownFundsFen, partFen, lackingFen, amountFen],
  ].map(printAmount) as [string, string, string, string, string];
  return {
    ...{ state: 'known', amountFen, inputs: { auditedBudget: budget, ownFunds, share } },
    arithmetic: `${budget} × ${share} ≈ ${part}; max(0, ${budget} - ${ownFunds}) = ${lacking}; min(${part}, ${lacking}) = ${amount}`,
    words: {
      zh: `审定预算${budget}元的${share}为${part}元，减去自筹资金后的缺口为${lacking}元，取其低者${amount}元。`,
      en: `${share} of the audited budget of ${budget} yuan is ${part} yuan, and ${lacking} yuan of it are lacking after own funds; the lower is ${amount} yuan.`,
    },
  };
};

const FAMILIES: { readonly [V in AmountVariant]: LateFamily<V> } = {
  'budget-less-own-funds': asRequested,
  'up-to-cap': asRequested,
  tier: asRequested,
  flat: asRequested,
  'prize-by-rank': prizeWon,
  'share-of-budget': audited,
  'panel-approved': panelApproved,
  'fixed-price': asRequested,
  'unit-price': asRequested,
  'gift-match': giftsMatched,
  'later-priced': laterPriced,
};
