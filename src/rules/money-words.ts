import { printAmount, type Fen } from '../kernel/money';
import type { BilingualText, RuleSet } from './rule-set.types';

/** An amount as it is said, in the currency of the rules. */
export function sayAmount(
  amountFen: Fen,
  { currency = 'CNY' }: Partial<Pick<RuleSet, 'currency'>>,
): BilingualText {
  const amount = printAmount(amountFen);
  switch (currency) {
    case 'CNY':
      return { zh: `${amount}元`, en: `${amount} yuan` };
    case 'TWD':
      return { zh: `新台币${amount}元`, en: `${amount} New Taiwan dollars` };
    case 'EUR':
      return { zh: `${amount}欧元`, en: `${amount} euros` };
  }
}
