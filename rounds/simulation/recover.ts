import type { Instant } from '../../src/kernel/instant';
import type { Fen } from '../../src/kernel/money';
import { loanOwed, type Role, type WordedExplanation } from '../../src/rules';
import type { FollowedTranche } from './follow-tranches';
import type { InventedBid } from './invented-bid';
import type { Play } from './play';
import type { ProjectHistory } from './project-history';
import { partOf, totalOf } from './yuan';

/** Money of a project that goes back after it was paid. */
export interface Recovery {
  /** claw-back: a person decided so much after a failed evaluation. loan: what was lent and never became a grant. */
  readonly why: 'claw-back' | 'loan';
  /** Who decided it; null where the rules say it. */
  readonly by: Role | null;
  readonly amountFen: Fen;
  /** The sum, where the rules say it. */
  readonly explanation: WordedExplanation | null;
}

/** What of the money that was paid goes back. Never more than was paid. */
export function recoveries(
  play: Play,
  bid: InventedBid,
  history: ProjectHistory,
  tranches: readonly FollowedTranche[],
): Recovery[] {
  const clawed = clawedBack(play, bid, history, tranches);
  const kept = paidUntil(tranches, null) - totalOf(clawed.map(amountOf));
  const loan = loanOwed(
    play.rules.tranches,
    tranches.map(({ rules: { code }, due, paidAt, paidFen }) => ({
      ...{ code, paidAt },
      payableFen: due.isDue ? paidFen : null,
    })),
  );
  const owedFen = loan.owedFen < kept ? loan.owedFen : kept;
  if (owedFen === 0n) return clawed;
  return [...clawed, { why: 'loan', by: null, amountFen: owedFen, explanation: loan.explanation }];
}

function clawedBack(
  { chance }: Play,
  { bidId }: InventedBid,
  { evaluations }: ProjectHistory,
  tranches: readonly FollowedTranche[],
): Recovery[] {
  const found: Recovery[] = [];
  for (const { rules, graded, gradedAt } of evaluations) {
    for (const consequence of graded.consequences ?? []) {
      if (consequence.variant !== 'claw-back') continue;
      const mostFen = paidUntil(tranches, gradedAt) - totalOf(found.map(amountOf));
      if (mostFen <= 0n) continue;
      const amountFen = partOf(mostFen, chance.of('claw-back', rules.code, bidId), 100, 600);
      found.push({ why: 'claw-back', by: consequence.by, amountFen, explanation: null });
    }
  }
  return found;
}

function amountOf({ amountFen }: Recovery): Fen {
  return amountFen;
}

/** What was paid by a moment, or at all. */
function paidUntil(tranches: readonly FollowedTranche[], at: Instant | null): Fen {
  return totalOf(
    tranches
      .filter(({ paidAt }) => paidAt !== null && (at === null || paidAt <= at))
      .map(({ paidFen }) => paidFen),
  );
}
