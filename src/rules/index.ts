/** The door of the rules: what a round's rule set says, and the engines that read it. */
export { aggregateSheets, sheetTotal, type AggregatedSheets, type Sheet } from './aggregate-sheets';
export {
  allocateAwards,
  type Allocation,
  type AwardCandidate,
  type Draw,
  type Placement,
} from './allocate-awards';
export type { Explanation } from './explanation';
export { gradeMissing, gradeScore, type GradedScore } from './grade-score';
export { grantAmount, type Grant } from './grant-amount';
export { rankBids, type RankedBid, type Ranking, type ScoredBid } from './rank-bids';
export { differencesBetween, type RuleDifference } from './rule-set-difference';
export { parseRuleSet, parseScreeningRules } from './rule-set';
export { default as ruleSetSchema } from './rule-set.schema.json';
export type * from './rule-set.types';
export { RulesRefused } from './rules.refusals';
export type { GivenScores } from './scores';
export { screenNeed, type ScreenedNeed, type ScreeningOutcome } from './screen-need';
export {
  payableTranche,
  splitAward,
  type EvaluationOutcome,
  type PayableTranche,
  type TrancheAmount,
} from './tranche-amounts';
