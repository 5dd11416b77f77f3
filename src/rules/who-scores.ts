import type { RuleSet, ScorePart } from './rule-set.types';

/** Whether some part of the score is what a panel's sheets come to. */
export function countsSheets(parts: readonly ScorePart[]): boolean {
  return parts.some(({ variant }) => variant === 'sheets' || variant === 'seats');
}

/** Whether the rules have a panel for the bids, one for the lot or several by category. */
export function hasPanel({ panel, panels }: Pick<RuleSet, 'panel' | 'panels'>): boolean {
  return panel !== undefined || panels !== undefined;
}

/** Whether bids cannot be awarded without one: their score is the sheets, or it approves what they get. */
export function needsPanel({
  scoring: { parts },
  award,
  amount,
}: Pick<RuleSet, 'scoring' | 'award' | 'amount'>): boolean {
  if (amount.variant === 'panel-approved') return true;
  return parts === undefined ? award.variant !== 'entitlement' : countsSheets(parts);
}

/** The most that the score of a bid can be. */
export function mostPoints({ parts, totalPoints }: RuleSet['scoring']): number {
  if (parts === undefined) return totalPoints;
  return parts.reduce((sum, part) => sum + (part.variant === 'bonus' ? part.max : part.points), 0);
}
