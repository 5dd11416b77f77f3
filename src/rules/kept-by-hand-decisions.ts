import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import { REVIEW_STEPS } from './review-phases';
import type { DecisionRule, RuleSet, Step } from './rule-set.types';

/** About what a decision is asked at which steps, by the stages that take them. */
const ASKED: Readonly<Record<DecisionRule['per'], readonly Step[]>> = {
  round: [],
  lot: [...REVIEW_STEPS, 'notice'],
  bid: ['forwarding', 'qualification', 'shortlisting', ...REVIEW_STEPS, 'notice'],
  award: ['contract', 'payment', 'implementation', 'midterm', 'final', 'close'],
  project: ['contract', 'payment', 'implementation', 'midterm', 'final', 'close'],
};

/** The decisions that no stage asks, or of which an answer would do what none does. */
export function decisionsKeptByHand({ decisions = [] }: Pick<RuleSet, 'decisions'>): KeptByHand[] {
  return decisions.flatMap((decision, index) =>
    ofDecision(decision, pointerTo('decisions', index)),
  );
}

function ofDecision(decision: DecisionRule, at: string): KeptByHand[] {
  const { at: step, per, question } = decision;
  if (!ASKED[per].includes(step)) {
    return [
      byHand(
        at,
        `系统不提出该事项，由人作出决定并自行留档：${question.zh}`,
        `The service does not ask this; people decide it and keep the record: ${question.en}`,
      ),
    ];
  }
  if (isDone(decision)) return [];
  return [
    byHand(
      at,
      `系统提出并记录该事项，答复的后果由人办理：${question.zh}`,
      `The service asks this and records the answer; what follows from it is done by people: ${question.en}`,
    ),
  ];
}

/**
 * Answers put bids out and end lots, up to the proposal of the awards; nothing else that they might do is done by itself, such as
 * putting an award out.
 */
function isDone({ per, at, answer }: DecisionRule): boolean {
  if (answer.variant !== 'choice') return true;
  return answer.options.every(
    ({ effect }) =>
      effect === 'goes-on' ||
      effect === 'noted' ||
      (at !== 'notice' && per === 'bid' && effect === 'excludes') ||
      (at !== 'notice' && per === 'lot' && effect === 'ends'),
  );
}
