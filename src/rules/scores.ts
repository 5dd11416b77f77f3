import { ratioOf, readScaled, type Ratio } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
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

/** Reads scores by one list of what is asked, for many who score. */
export interface ScoreReader {
  /**
   * The scores in the order of what is asked, in units of the last decimal that one may have: at one decimal 7.5 points are 75.
   * Units are whole and exact.
   * @throws as `readScores` does
   */
  readonly units: (given: GivenScores) => readonly number[];
  /** Their sum. @throws as `readScores` does */
  readonly total: (given: GivenScores) => number;
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
  const unitsPerPoint = 10n ** BigInt(decimals);
  const units = scoreReader(asked, decimals).units(given);
  return units.map((score) => ratioOf(BigInt(score), unitsPerPoint));
}

/** A reader of scores by what is asked. @param decimals how many decimals a score may have */
export function scoreReader(asked: readonly Scorable[], decimals: number): ScoreReader {
  const bounds = asked.map(({ code, most }) => ({ code, most: most * 10 ** decimals }));
  const readEach = (given: GivenScores, take: (units: number) => void) => {
    for (const { code, most } of bounds) {
      // What every object inherits, such as its constructor, is no text.
      const text: unknown = given[code];
      const units = typeof text === 'string' ? readScaled(text, decimals) : undefined;
      if (units === undefined || units > most) throw faultIn(asked, decimals, given);
      take(units);
    }
    if (Object.keys(given).length > bounds.length) throw faultIn(asked, decimals, given);
  };
  return {
    units: (given) => {
      const scores: number[] = [];
      readEach(given, (units) => scores.push(units));
      return scores;
    },
    total: (given) => {
      let total = 0;
      readEach(given, (units) => {
        total += units;
      });
      return total;
    },
  };
}

/** The fault of scores that could not be read: what nobody asked for before all others, and these in the order of what is asked. */
function faultIn(asked: readonly Scorable[], decimals: number, given: GivenScores): Refusal {
  const unknown = Object.keys(given).find((name) => !asked.some(({ code }) => code === name));
  if (unknown !== undefined) {
    return refuseScores('SCORES.UNKNOWN', { code: unknown }, pointerTo(unknown));
  }
  const faults = asked.flatMap((scorable) => faultOf(scorable, decimals, given) ?? []);
  return faults[0]!;
}

function faultOf({ code, most }: Scorable, decimals: number, given: GivenScores): Refusal | null {
  const at = pointerTo(code);
  const score = Object.hasOwn(given, code) ? given[code] : undefined;
  if (score === undefined) return refuseScores('SCORES.MISSING', { code }, at);
  const units = readScaled(score, decimals);
  if (units === undefined) return refuseScores('SCORES.NOT_A_SCORE', { code, decimals }, at);
  return units > most * 10 ** decimals
    ? refuseScores('SCORES.ABOVE_MOST', { code, score, most }, at)
    : null;
}
