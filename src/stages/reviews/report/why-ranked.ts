import type { Facts } from '../../../kernel/refusal';
import { reviewWordings } from '../reviews.wordings';
import type { LotEntry } from './assemble-lot-ranking';
import type { RankedEntry } from './assemble-ranking';

type Ranked = RankedEntry & Pick<LotEntry, 'excludedBy'>;

/** Which wording tells a bidder why a bid came where it came, and what it speaks of. */
export function whyRanked(
  { mean, rank, decidedBy, explanation, excludedBy = [] }: Ranked,
  passed: number,
  passMark: string,
): { readonly code: string; readonly facts: Facts } {
  if (excludedBy.length > 0) {
    return { code: reviewWordings.whyExcluded, facts: { decisions: excludedBy.join(', ') } };
  }
  if (rank === null) return { code: reviewWordings.whyBelow, facts: { score: mean, passMark } };
  if (rank === 1) {
    return { code: reviewWordings.whyFirst, facts: { score: mean, of: passed, rank, passMark } };
  }
  const { arithmetic } = explanation.place;
  const code = decidedBy === 'score' ? reviewWordings.whyByScore : reviewWordings.whyByTieBreak;
  return { code, facts: { score: mean, of: passed, rank, arithmetic } };
}
