import type { KeptByHand } from './by-hand';
import { keptByHandInAward } from './kept-by-hand-award';
import { keptByHandInCall } from './kept-by-hand-call';
import { keptByHandInContract } from './kept-by-hand-contract';
import { decisionsKeptByHand } from './kept-by-hand-decisions';
import { keptByHandInPayment } from './kept-by-hand-payment';
import { keptByHandInProject } from './kept-by-hand-project';
import { keptByHandInReview } from './kept-by-hand-review';
import type { RuleSet } from './rule-set.types';

/**
 * The parts of a rule set that the service does not carry out by itself, in the order of a round, so that whoever draws it up,
 * approves it or bids in it knows before. Part of no decision: a stage that learns to do something takes it from here.
 */
export function keptByHand(rules: RuleSet): KeptByHand[] {
  return [
    ...keptByHandInCall(rules),
    ...keptByHandInReview(rules),
    ...keptByHandInAward(rules),
    ...keptByHandInContract(rules),
    ...keptByHandInProject(rules),
    ...keptByHandInPayment(rules),
    ...decisionsKeptByHand(rules),
  ];
}
