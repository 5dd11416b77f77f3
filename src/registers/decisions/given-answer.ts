import { parseAmount, type Fen } from '../../kernel/money';
import { compareRatios, parseRatio, ratioOf } from '../../kernel/ratio';
import type { AskedAnswer } from '../../rules';
import { refuseDecisions } from './decision.refusals';

/** An answer as it is given: one of these, whichever the question asks for. */
export interface GivenAnswer {
  /** The code of an option. */
  readonly option?: string;
  /** Yuan with two decimals. */
  readonly amount?: string;
  readonly count?: number;
  /** Points as decimal text. */
  readonly points?: string;
}

/** An answer that was read. */
export interface ReadAnswer {
  readonly option: string | null;
  readonly amountFen: Fen | null;
  readonly count: number | null;
  readonly points: string | null;
}

/** Which part of an answer each kind of question asks for. */
const PART_OF = { choice: 'option', amount: 'amount', count: 'count', points: 'points' } as const;

/**
 * Reads an answer by what the question asks for.
 * @throws DECISIONS.ANSWER_KIND, DECISIONS.OPTION_UNKNOWN, DECISIONS.ABOVE_MOST, DECISIONS.BELOW_LEAST
 */
export function readAnswer(asked: AskedAnswer, given: GivenAnswer): ReadAnswer {
  const wanted = PART_OF[asked.variant];
  const parts = Object.values(PART_OF).filter((part) => given[part] !== undefined);
  if (parts.length !== 1 || parts[0] !== wanted) {
    throw refuseDecisions('DECISIONS.ANSWER_KIND', { wanted }, `/${wanted}`);
  }
  const nothing: ReadAnswer = { option: null, amountFen: null, count: null, points: null };
  switch (asked.variant) {
    case 'choice':
      return { ...nothing, option: knownOption(asked.options, given.option!) };
    case 'amount':
      return { ...nothing, amountFen: withinMost(given.amount!, asked.max) };
    case 'count':
      return { ...nothing, count: given.count! };
    case 'points':
      return { ...nothing, points: withinPoints(given.points!, asked.min, asked.max) };
  }
}

function knownOption(options: readonly { readonly code: string }[], option: string): string {
  if (options.some(({ code }) => code === option)) return option;
  const known = options.map(({ code }) => code).join(', ');
  throw refuseDecisions('DECISIONS.OPTION_UNKNOWN', { option, known }, '/option');
}

function withinMost(amount: string, most: string | undefined): Fen {
  const fen = parseAmount(amount);
  if (most !== undefined && fen > parseAmount(most)) {
    throw refuseDecisions('DECISIONS.ABOVE_MOST', { given: amount, most }, '/amount');
  }
  return fen;
}

/** Nothing at all may be given even where there is a least: the least holds when any are given. */
function withinPoints(points: string, min: number, max: number): string {
  const given = parseRatio(points);
  if (compareRatios(given, ratioOf(BigInt(max))) > 0) {
    throw refuseDecisions('DECISIONS.ABOVE_MOST', { given: points, most: max }, '/points');
  }
  const isNothing = compareRatios(given, ratioOf(0n)) === 0;
  if (!isNothing && compareRatios(given, ratioOf(BigInt(min))) < 0) {
    throw refuseDecisions('DECISIONS.BELOW_LEAST', { given: points, least: min }, '/points');
  }
  return points;
}
