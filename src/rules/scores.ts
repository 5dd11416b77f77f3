import { compareRatios, parseRatio, ratioOf, type Ratio } from '../kernel/ratio';
import { refuseScores } from './engines.refusals';
import { pointerTo } from './json-pointer';

/** The highest score of an evaluation's indicator, and so of the evaluation. */
export const HIGHEST_INDICATOR_SCORE = 100;

/** Scores as they are handed in: by the code of what is scored, as decimal text. */
export type GivenScores = Readonly<Record<string, string>>;

/** Something that is scored from 0 to `most`. */
export interface Scorable {
  readonly code: string;
  readonly most: number;
}

/**
 * Reads one person's scores, complete and within their bounds, in the order of what is asked.
 * @param decimals how many decimals a score may have
 * @throws SCORES.MISSING, SCORES.UNKNOWN, SCORES.NOT_A_SCORE, SCORES.ABOVE_MOST, each with the pointer `/<code>`
 */
export function readScores(
  asked: readonly Scorable[],
  decimals: number,
  given: GivenScores,
): readonly Ratio[] {
  const codes = asked.map(({ code }) => code);
  const unknown = Object.keys(given).find((code) => !codes.includes(code));
  if (unknown !== undefined) {
    throw refuseScores('SCORES.UNKNOWN', { code: unknown }, pointerTo(unknown));
  }
  return asked.map((scorable) => readScore(scorable, decimals, given));
}

function readScore({ code, most }: Scorable, decimals: number, given: GivenScores): Ratio {
  const at = pointerTo(code);
  const text = Object.hasOwn(given, code) ? given[code] : undefined;
  if (text === undefined) throw refuseScores('SCORES.MISSING', { code }, at);
  const places = text.split('.')[1]?.length ?? 0;
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || places > decimals || /^0\d/.test(text)) {
    throw refuseScores('SCORES.NOT_A_SCORE', { code, decimals }, at);
  }
  const score = parseRatio(text);
  if (compareRatios(score, ratioOf(BigInt(most))) > 0) {
    throw refuseScores('SCORES.ABOVE_MOST', { code, score: text, most }, at);
  }
  return score;
}
