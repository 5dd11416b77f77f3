import { printAmount } from '../kernel/money';
import type { AwardCandidate } from './award-finding';
import type { AllocationRules } from './award-rules';
import { sayAmount } from './money-words';
import type { BilingualText, FundPot } from './rule-set.types';

/** One thing that a bid was held against: what went in, the sum, and both in words. */
export interface Comparison {
  readonly inputs: Readonly<Record<string, string>>;
  readonly arithmetic: string;
  readonly words: BilingualText;
}

/** What every explanation of a bid's award begins with. */
export function inputsOf(
  rules: AllocationRules,
  { rank, amountFen }: AwardCandidate,
): Record<string, string> {
  const name = isInOrderOfReceipt(rules) ? 'receiptNo' : 'rank';
  return { [name]: String(rank), amount: printAmount(amountFen) };
}

/** How the place of a bid is called at the end of an input's name. */
export function turnName(rules: AllocationRules): 'Rank' | 'ReceiptNo' {
  return isInOrderOfReceipt(rules) ? 'ReceiptNo' : 'Rank';
}

/** The same in words. */
export function headOf(rules: AllocationRules, candidate: AwardCandidate): BilingualText {
  const amount = sayAmount(candidate.amountFen, rules);
  const { zh, en } = turnOf(rules, candidate);
  return isInOrderOfReceipt(rules)
    ? { zh: `受理顺序${zh}，申请${amount.zh}`, en: `Receipt ${en}, asking for ${amount.en}` }
    : { zh: `${zh}，申请${amount.zh}`, en: `Rank ${candidate.rank}, asking for ${amount.en}` };
}

/** When it was a bid's turn: its rank, or its number in the order of receipt. */
export function turnOf(rules: AllocationRules, { rank }: AwardCandidate): BilingualText {
  return isInOrderOfReceipt(rules)
    ? { zh: `第${rank}号`, en: `no. ${rank}` }
    : { zh: `第${rank}名`, en: `rank ${rank}` };
}

/** What the rules call a bid's category. */
export function categoryName(
  { categories }: AllocationRules,
  { category }: AwardCandidate,
): BilingualText {
  const code = category ?? '';
  return categories.find((candidate) => candidate.code === code)?.name ?? { zh: code, en: code };
}

/** Some pots by their names, quoted. */
export function namesOf(pots: readonly FundPot[]): BilingualText {
  return {
    zh: pots.map(({ name }) => `“${name.zh}”`).join('、'),
    en: pots.map(({ name }) => `“${name.en}”`).join(', '),
  };
}

function isInOrderOfReceipt({ award }: AllocationRules): boolean {
  return award.variant === 'entitlement';
}
