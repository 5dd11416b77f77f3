import { compareRatios, mean, parseRatio, printRatio, roundHalfUp } from '../kernel/ratio';
import type { Sheet } from './aggregate-sheets';
import type { Explanation } from './explanation';
import type { ScreeningRules } from './rule-set.types';
import { readScores } from './scores';

/** What became of a need: in the guide list, kept for next time, or neither. */
export type ScreeningOutcome = 'selected' | 'kept' | 'notSelected';

/** A need's screening. */
export interface ScreenedNeed {
  /** The mean of the experts' means, exact: a decimal, or `n/d` where it does not end. */
  readonly score: string;
  /** The same to two decimals, to be shown; the outcome does not follow from it. */
  readonly shownScore: string;
  readonly outcome: ScreeningOutcome;
  readonly explanation: Explanation;
}

/**
 * Screens a need by the experts' sheets: selected, kept for next time or not selected, by the unrounded mean of their means.
 * @throws SCORES.* when a sheet is not complete; RangeError when there is no sheet
 * @source domain.md 2.1: four criteria, each 0 to 100
 */
export function screenNeed(rules: ScreeningRules, sheets: readonly Sheet[]): ScreenedNeed {
  const asked = rules.criteria.map(({ code }) => ({ code, most: rules.maxScore }));
  const means = sheets.map(({ sheetId, scores }) => ({
    sheetId,
    value: mean(readScores(asked, rules.scoreDecimals, scores)),
  }));
  const exact = mean(means.map(({ value }) => value));
  const reaches = (mark: string) => compareRatios(exact, parseRatio(mark)) >= 0;
  const score = printRatio(exact);
  const { selectFrom, keepFrom } = rules;
  const [outcome, rule, verdict]: [ScreeningOutcome, string, string] = reaches(selectFrom)
    ? ['selected', '/selectFrom', `≥ ${selectFrom}`]
    : reaches(keepFrom)
      ? ['kept', '/keepFrom', `≥ ${keepFrom}`]
      : ['notSelected', '/keepFrom', `< ${keepFrom}`];
  const added = means.map(({ value }) => printRatio(value)).join(' + ');
  return {
    score,
    shownScore: roundHalfUp(exact, 2),
    outcome,
    explanation: {
      rule,
      inputs: Object.fromEntries(means.map(({ sheetId, value }) => [sheetId, printRatio(value)])),
      arithmetic: `(${added}) ÷ ${means.length} = ${score} ${verdict}`,
    },
  };
}
