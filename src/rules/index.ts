/** The door of the rules: what a round's rule set says, and the engines that read it. */
export { aggregateSheets, sheetTotal, type AggregatedSheets, type Sheet } from './aggregate-sheets';
export { allocateAwards, type Allocation, type Draw, type Placement } from './allocate-awards';
export type { Explanation } from './explanation';
export { gradeMissing, gradeScore, type GradedScore } from './grade-score';
export { grantAmount } from './grant-amount';
export { rankBids, type Ranking } from './rank-bids';
export { differencesBetween, type RuleDifference } from './rule-set-difference';
export { parseRuleSet, parseScreeningRules } from './rule-set';
export type * from './rule-set.types';
export { RulesRefused } from './rules.refusals';
export type { GivenScores } from './scores';
export { screenNeed, type ScreeningOutcome } from './screen-need';
export {
  payableTranche,
  splitAward,
  type EvaluationOutcome,
  type TrancheAmount,
} from './tranche-amounts';
