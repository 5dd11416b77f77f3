import type { Facts } from '../../../kernel/refusal';
import { reviewWordings } from '../reviews.wordings';
import type { LotEntry } from './assemble-lot-ranking';
import type { RankedEntry } from './assemble-ranking';

type Ranked = RankedEntry & Pick<LotEntry, 'excludedBy' | 'parts'>;

/** Which wording tells a bidder why a bid came where it came, and what it speaks of. */
export function whyRanked(
  { mean, rank, decidedBy, explanation, parts, excludedBy = [] }: Ranked,
  passed: number,
  passMark: string,
): { readonly code: string; readonly facts: Facts } {
  if (excludedBy.length > 0) {
    return { code: reviewWordings.whyExcluded, facts: { decisions: excludedBy.join(', ') } };
  }
  const { arithmetic } = explanation.place;
  if (rank === null && parts !== undefined) {
    return { code: reviewWordings.whyNotPassed, facts: { score: mean, arithmetic } };
  }
  if (rank === null) return { code: reviewWordings.whyBelow, facts: { score: mean, passMark } };
  if (rank === 1) {
    return { code: reviewWordings.whyFirst, facts: { score: mean, of: passed, rank, passMark } };
  }
  const code =
    decidedBy === 'score'
      ? reviewWordings.whyByScore
      : decidedBy === 'earlier-receipt'
        ? reviewWordings.whyByTieBreak
        : reviewWordings.whyByRules;
  return { code, facts: { score: mean, of: passed, rank, arithmetic } };
}
