import { panelsOf, type PanelPlan } from './panels-of';
import { figureCodes, questionsOf, type RoundQuestion } from './questions-of';
import type { AggregationRule, RuleSet, ScoringRules, Step } from './rule-set.types';

/** The code of the panel that makes a first selection, before the panels that score for the award. */
export const SHORTLIST_PANEL = 'shortlist';

/** The panel that makes the first selection; null where none does. */
export function shortlistPanel({ shortlist }: Pick<RuleSet, 'shortlist'>): PanelPlan | null {
  if (shortlist?.by.variant !== 'panel') return null;
  return { ...shortlist.by.panel, code: SHORTLIST_PANEL, name: null, categories: null };
}

/**
 * A panel of the rules, of the first selection or of the award.
 * @throws RangeError when the rules have none of this code, which a panel that was opened by them excludes
 */
export function panelOf(
  rules: Pick<RuleSet, 'panel' | 'panels' | 'shortlist'>,
  code: string,
): PanelPlan {
  const plans = [shortlistPanel(rules), ...panelsOf(rules)];
  const plan = plans.find((one) => one?.code === code);
  if (plan === null || plan === undefined) throw new RangeError(`the rules have no panel ${code}`);
  return plan;
}

/**
 * Whether the sheets of the panels are all that a ranking needs: no other part of the score, no tie-break but the receipt, nothing
 * that persons enter or decide.
 */
export function isRankedBySheets(rules: RuleSet): boolean {
  const { scoring, votes } = rules;
  return (
    panelsOf(rules).length > 0 &&
    scoring.parts === undefined &&
    scoring.tieBreak.every(({ variant }) => variant === 'earlier-receipt') &&
    votes?.passVotes === undefined &&
    reviewQuestions(rules).length === 0
  );
}

/** What persons decide, count or enter about the bids of a lot, and about the lot, before it is ranked. */
export function reviewQuestions(rules: RuleSet): RoundQuestion[] {
  return questionsOf(rules)
    .filter(
      ({ at, per, code }) =>
        (per === 'bid' || per === 'lot') &&
        REVIEW_STEPS.includes(at) &&
        code !== figureCodes.voteOff,
    )
    .filter((question) => question.at !== 'award' || mayStop(question));
}

/**
 * What persons still have to note about the bids of a lot, and about the lot, between the proposal of its awards and their notice:
 * it keeps nobody from an award.
 */
export function awardQuestions(rules: RuleSet): RoundQuestion[] {
  return questionsOf(rules).filter(
    (question) =>
      (question.per === 'bid' || question.per === 'lot') &&
      question.code !== figureCodes.voteOff &&
      (question.at === 'notice' || (question.at === 'award' && !mayStop(question))),
  );
}

/** Whether an answer may put a bid out or end the lot: that has to be known before anything is proposed. */
function mayStop({ answer }: RoundQuestion): boolean {
  return (
    answer.variant === 'choice' &&
    answer.options.some(({ effect }) => effect === 'excludes' || effect === 'ends')
  );
}

/** The steps between the qualification and the ranking of a lot. */
export const REVIEW_STEPS: readonly Step[] = [
  ...(['optimisation', 'gifts', 'votes', 'pitch', 'review', 'site-check', 'pricing'] as const),
  'award',
];

/**
 * How a panel's sheets are scored: the first selection has criteria of its own. Where the sheets are not all of the score, a panel's
 * own report passes nobody and breaks no ties: the ranking of the lot does.
 */
export function scoringOf(rules: RuleSet, panel: string): ScoringRules {
  const { scoring, shortlist } = rules;
  if (panel !== SHORTLIST_PANEL || shortlist?.by.variant !== 'panel') {
    return isRankedBySheets(rules) ? scoring : { ...sheetsOf(scoring), passMark: '0' };
  }
  const { criteria, totalPoints } = shortlist.by;
  return {
    ...{ ...sheetsOf(scoring), criteria, totalPoints },
    aggregation: withoutSeats(scoring.aggregation),
    passMark: shortlist.keep.passMark ?? '0',
  };
}

function sheetsOf({
  criteria,
  totalPoints,
  scoreDecimals,
  deviation,
  aggregation,
}: ScoringRules): Omit<ScoringRules, 'passMark'> {
  return {
    ...{ criteria, totalPoints, scoreDecimals, deviation, aggregation },
    tieBreak: [{ variant: 'earlier-receipt' }],
  };
}

/** Seats of the award's panel weigh nothing in a first selection. */

function withoutSeats(aggregation: AggregationRule): AggregationRule {
  if (aggregation.variant !== 'weighted-seats') return aggregation;
  const { decimals, rounding } = aggregation;
  return { variant: 'mean', decimals, rounding };
}
