import type { Chance } from '../../demo/chance';
import { parseAmount, type Fen } from '../../src/kernel/money';
import {
  figureCodes,
  type AskedAnswer,
  type DecisionOption,
  type RoundQuestion,
} from '../../src/rules';
import type { GivenValue } from './given-answer';
import { lowestOf, partOf } from './yuan';

/** What an answer can hang on beside the question. */
export interface AnswerBounds {
  /** The least amount that is given when any is. */
  readonly leastFen?: Fen;
  /** The most that makes sense: what a bid asks for. */
  readonly mostFen?: Fen;
  /** How well the bid does, from 0 to 1. */
  readonly merit?: number;
}

/** How likely an option is, against the others, by what it does: persons let most things go on. */
const WEIGHTS: Readonly<Record<DecisionOption['effect'], number>> = {
  'goes-on': 12,
  noted: 3,
  excludes: 1,
  ends: 0.2,
};

const MOST_VOTES = 8000;
/** So many bids are given nothing: no gift, no bonus. */
const NOTHING = 0.15;
const NOTHING_APPROVED = 0.03;

/** What somebody might answer. */
export function drawAnswer(
  question: RoundQuestion,
  chance: Chance,
  bounds: AnswerBounds = {},
): GivenValue {
  const { answer } = question;
  switch (answer.variant) {
    case 'choice':
      return { variant: 'choice', option: drawOption(answer.options, chance) };
    case 'amount':
      return { variant: 'amount', amountFen: drawAmount(question, answer, chance, bounds) };
    case 'count':
      return { variant: 'count', count: drawCount(question, chance, bounds) };
    case 'points':
      return { variant: 'points', points: drawPoints(answer, chance) };
  }
}

function drawOption(options: readonly DecisionOption[], chance: Chance): DecisionOption {
  const whole = options.reduce((sum, { effect }) => sum + WEIGHTS[effect], 0);
  let left = chance.next() * whole;
  for (const option of options) {
    left -= WEIGHTS[option.effect];
    if (left < 0) return option;
  }
  return options.at(-1)!;
}

function drawAmount(
  { code }: RoundQuestion,
  { max }: Extract<AskedAnswer, { variant: 'amount' }>,
  chance: Chance,
  { leastFen = 0n, mostFen: sensibleFen }: AnswerBounds,
): Fen {
  const mostFen = lowestOf([sensibleFen, max]) ?? parseAmount('100000.00');
  if (code === figureCodes.gifts) {
    return chance.next() < NOTHING ? 0n : partOf(mostFen, chance, 20, 700);
  }
  if (code === figureCodes.approved && chance.next() < NOTHING_APPROVED) return 0n;
  const amountFen = partOf(mostFen, chance, 750, 1000);
  return amountFen < leastFen ? mostFen : amountFen;
}

function drawCount({ code }: RoundQuestion, chance: Chance, { merit = 1 }: AnswerBounds): number {
  if (code !== figureCodes.votes) return chance.whole(0, 40);
  return Math.floor(MOST_VOTES * merit * chance.next()) + 1;
}

function drawPoints(
  { min, max }: Extract<AskedAnswer, { variant: 'points' }>,
  chance: Chance,
): string {
  return chance.next() < NOTHING ? '0' : String(chance.whole(min, max));
}
