import { printAmount } from '../kernel/money';
import type { AllocationRules, AwardCandidate } from './award-room';
import type { BilingualText } from './rule-set.types';

/** One thing that a bid was held against: what went in, the sum, and both in words. */
export interface Comparison {
  readonly inputs: Readonly<Record<string, string>>;
  readonly arithmetic: string;
  readonly words: BilingualText;
}

/** What every explanation of a bid's award begins with. */
export function inputsOf({ rank, amountFen }: AwardCandidate): Record<string, string> {
  return { rank: String(rank), amount: printAmount(amountFen) };
}

/** The same in words. */
export function headOf({ rank, amountFen }: AwardCandidate): BilingualText {
  const amount = printAmount(amountFen);
  return { zh: `第${rank}名，申请${amount}元`, en: `Rank ${rank}, asking for ${amount} yuan` };
}

/** What the rules call a bid's category. */
export function categoryName(
  { categories }: AllocationRules,
  { category }: AwardCandidate,
): BilingualText {
  const code = category ?? '';
  return categories.find((candidate) => candidate.code === code)?.name ?? { zh: code, en: code };
}
