/** The door of the rules: what a round's rule set says, and the engines that read it. */
export { adviceOn } from './advice';
export {
  aggregateSheets,
  deviationsOf,
  sheetsAggregator,
  sheetTotal,
  type AggregatedSheets,
  type Sheet,
} from './aggregate-sheets';
export { criterionMeans, seatSums } from './aggregate-sheets-by';
export { allocateAwards, type Allocation, type Standing } from './allocate-awards';
export { awardAmount, type AwardAmount } from './award-amount';
export type { AwardedBid } from './award-facts';
export { rulesOfLot, type AllocationRules } from './award-rules';
export { standsFor, type ScopedBid } from './check-scope';
export { commissionDraws } from './commission-draws';
export { costLimits } from './cost-limits';
export { checkEligibility, deciderOf, questionOfCheck } from './eligibility';
export type * from './eligibility-candidate';
export { decided, type DecidedCheck, type EligibilityOutcome } from './eligibility-outcome';
export { classFinding } from './eligibility-party';
export type { Explanation, WordedExplanation } from './explanation';
export { gradeMissing, gradeSanctioned, gradeScore, type GradedScore } from './grade-score';
export { explainGrade, explainSanctioned } from './grade-score-words';
export { grantAmount } from './grant-amount';
export { matchSources, type MatchedMoney, type MatchSource } from './own-match';
export { panelsOf, PANEL_OF_THE_LOT, type PanelPlan } from './panels-of';
export type { SelectedBid } from './kept-by-shortlist';
export { shortlist, type FiguredShortlist } from './shortlist';
export {
  awardQuestions,
  isRankedBySheets,
  panelOf,
  REVIEW_STEPS,
  reviewQuestions,
  scoringOf,
  shortlistPanel,
  SHORTLIST_PANEL,
} from './review-phases';
export type { ProjectMoney } from './project-money';
export {
  figureCodes,
  questionsAt,
  questionsOf,
  tieQuestion,
  type AskedAnswer,
  type RoundQuestion,
} from './questions-of';
export type { Outcome, Placement } from './placement';
export { explainPlace } from './explain-place';
export { rankBids, type Ranking, type UndecidedTie } from './rank-bids';
export type { ScoredBid } from './rank-bids-order';
export { pointsByPart, scoreBids, type AwaitedFigure, type BidScore } from './score-bids';
export type { BidFigures, LotFigures } from './score-parts';
export { keptByHand } from './kept-by-hand';
export { leastBids } from './minimum-bids';
export { differencesBetween, type RuleDifference } from './rule-set-difference';
export { parseRuleFragment, parseRuleSet, parseScreeningRules, ruleSetSchema } from './rule-set';
export { RULE_SET_COMPONENT, ruleSetComponents } from './rule-set-components';
export { readRulesText } from './rule-set-text';
export type { Draw } from './paying-pots';
export { reservePlaces } from './reserve-places';
export type * from './rule-set.types';
export { RulesRefused } from './rules.refusals';
export type { GivenScores } from './scores';
export { screenNeed, type ScreeningOutcome } from './screen-need';
export {
  payableTranche,
  splitAward,
  type EvaluationOutcome,
  type PayableTranche,
  type TrancheAmount,
} from './tranche-amounts';
export { areSharesOfAward, baseOf, evenByYear, keyOfBase, type BudgetCell } from './tranche-bases';
export { trancheDue, type TrancheDue } from './tranche-due';
export type { AcceptedAccount, DatedOutcome, TrancheFacts, TrancheStanding } from './tranche-facts';
export { loanOwed } from './tranche-loans';
export { daysOfTrigger, isTriggered, keyOfTrigger, simpleTriggers } from './tranche-triggers';
export { saysTrigger } from './tranche-triggers-words';
export { countRules, type CountedRule } from './rule-count';
