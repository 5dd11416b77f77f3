import { addDays, dayOf, startOfDay, type Day } from '../../src/kernel/day';
import type { Instant } from '../../src/kernel/instant';
import {
  explainGrade,
  gradeMissing,
  gradeScore,
  type EvaluationRules,
  type GivenScores,
  type GradedScore,
} from '../../src/rules';
import type { InventedBid } from './invented-bid';
import { inventScore } from './invent-score';
import type { Play } from './play';
import type { SignedContract } from './sign-contract';

/** An evaluation of a project. */
export interface GradedEvaluation {
  /** By which rules. */
  readonly rules: EvaluationRules;
  readonly gradedAt: Instant;
  /** The scores by indicator; null where nothing was handed in. */
  readonly scores: GivenScores | null;
  readonly graded: GradedScore;
}

/** Of a hundred projects so many hand nothing in. */
const HANDS_NOTHING_IN = 0.015;
const BAD_LUCK = 0.07;
const FIVE_IN_THE_AFTERNOON = 17 * 3_600_000;
/** One that is due before the contract has run for so long waits for it. */
const LEAST_DAYS = 30;

/**
 * Evaluates a project in the order of the rules. One that ended with a failed evaluation is not evaluated any more, and one
 * that was awarded too late for an evaluation is not either.
 */
export function evaluateProject(
  play: Play,
  bid: InventedBid,
  contract: SignedContract,
): GradedEvaluation[] {
  const results: GradedEvaluation[] = [];
  for (const rules of play.rules.evaluations) {
    if (!isFor(rules, contract)) continue;
    const result = evaluate(play, rules, bid, contract);
    results.push(result);
    if (!result.graded.passed && rules.whenFailed === 'stop-and-end') break;
  }
  return results;
}

/** Says why an evaluation has its grade, in words. */
export function saysGrade({ rules, scores }: GradedEvaluation) {
  return explainGrade(rules, scores);
}

function isFor({ approvedProjectsUntil }: EvaluationRules, { signedAt }: SignedContract): boolean {
  return approvedProjectsUntil === undefined || dayOf(signedAt) <= approvedProjectsUntil;
}

function evaluate(
  { chance }: Play,
  rules: EvaluationRules,
  { bidId, merit }: InventedBid,
  { signedAt }: SignedContract,
): GradedEvaluation {
  const own = chance.of('evaluation', rules.code, bidId);
  const asked = rules.resultBy ?? rules.dueOn;
  const earliest = addDays(dayOf(signedAt), LEAST_DAYS);
  const gradedAt = afternoonOf(asked > earliest ? asked : earliest);
  if (own.next() < HANDS_NOTHING_IN) {
    return { rules, gradedAt, scores: null, graded: gradeMissing(rules) };
  }
  const ability = abilityOf(chance.of('luck', bidId).next(), merit);
  const scores = Object.fromEntries(
    rules.indicators.map(({ code }) => [
      code,
      inventScore(own, { most: 100, decimals: rules.scoreDecimals, level: ability }),
    ]),
  );
  return { rules, gradedAt, scores, graded: gradeScore(rules, scores) };
}

/** Whoever was chosen is mostly able to do it, and some have bad luck. */
function abilityOf(luck: number, merit: number): number {
  return luck < BAD_LUCK ? 0.55 : 0.3 + 0.75 * merit;
}

function afternoonOf(day: Day): Instant {
  return new Date(startOfDay(day).getTime() + FIVE_IN_THE_AFTERNOON);
}
