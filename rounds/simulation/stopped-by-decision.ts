import { addDays, daysBetween, startOfDay } from '../../src/kernel/day';
import type { Instant } from '../../src/kernel/instant';
import type { Step } from '../../src/rules';
import type { AnswerBook } from './answer-book';
import type { InventedBid } from './invented-bid';
import type { GradedEvaluation } from './evaluate-project';
import type { SignedContract } from './sign-contract';

/**
 * When a person put a project out that runs already: at the step at which it was asked. The service leaves it to people to carry
 * that out; here nothing more is paid from then on.
 * @returns null when nobody did
 */
export function stoppedByDecision(
  book: AnswerBook,
  { bidId }: InventedBid,
  contract: SignedContract,
  evaluations: readonly GradedEvaluation[],
): Instant | null {
  const moments = book
    .against(bidId)
    .map(({ question }) => momentOf(question.at, contract, evaluations));
  return moments.reduce<Instant | null>(
    (first, at) => (first === null || at < first ? at : first),
    null,
  );
}

function momentOf(
  at: Step,
  { signedAt, from, to }: SignedContract,
  evaluations: readonly GradedEvaluation[],
): Instant {
  const evaluation = evaluations.find(({ rules }) => rules.kind === at);
  if (evaluation !== undefined) return evaluation.gradedAt;
  if (at === 'close') return startOfDay(addDays(to, 1));
  const middle = startOfDay(addDays(from, Math.floor(daysBetween(from, to) / 2)));
  return at === 'implementation' && middle > signedAt ? middle : signedAt;
}
