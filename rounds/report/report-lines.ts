import type { SimulatedRound } from '../simulation/simulated-round';
import { answerLines } from './answer-lines';
import { awardLines } from './award-lines';
import { bidLines } from './bid-lines';
import { byHandLines } from './by-hand-lines';
import { callLines, introductionLines } from './call-lines';
import { contractLines } from './contract-lines';
import { evaluationLines } from './evaluation-lines';
import { paymentLines } from './payment-lines';
import { qualificationLines } from './qualification-lines';
import { rankingLines } from './ranking-lines';
import { shortlistLines } from './shortlist-lines';
import { sumLines } from './sum-lines';

/** A simulated round laid out for people, step by step. */
export function reportLines(round: SimulatedRound): string[] {
  return [
    ...introductionLines(round),
    ...callLines(round),
    ...bidLines(round),
    ...qualificationLines(round),
    ...shortlistLines(round),
    ...rankingLines(round),
    ...awardLines(round),
    ...answerLines(round),
    ...contractLines(round),
    ...evaluationLines(round),
    ...paymentLines(round),
    ...sumLines(round),
    ...byHandLines(round),
  ];
}
