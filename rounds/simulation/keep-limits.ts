import type { Fen } from '../../src/kernel/money';
import { compareRatios, floorRatio, multiply, parseRatio, ratioOf } from '../../src/kernel/ratio';
import type { CostLimit } from '../../src/rules';
import { totalOf } from './yuan';

type Lines = ReadonlyMap<string, Fen>;

/** How often limits are gone through: one that is put right may put another one wrong. */
const ROUNDS = 4;

/** Moves money between the lines of a budget until its limits are kept, as far as they can be. */
export function keepLimits(
  lines: Lines,
  bases: Readonly<Record<CostLimit['of'], Fen>>,
  limits: readonly CostLimit[],
): Lines {
  let kept = lines;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const limit of limits) kept = keepOne(kept, bases[limit.of], limit);
  }
  return kept;
}

function keepOne(
  lines: Lines,
  baseFen: Fen,
  { lines: codes, minShare, maxShare }: CostLimit,
): Lines {
  const sumFen = totalOf(codes.map((code) => lines.get(code) ?? 0n));
  if (maxShare !== undefined) {
    const mostFen = floorRatio(multiply(ratioOf(baseFen), parseRatio(maxShare)));
    if (sumFen > mostFen) return moved(lines, codes, mostFen - sumFen);
  }
  if (minShare !== undefined) {
    const exact = multiply(ratioOf(baseFen), parseRatio(minShare));
    const floor = floorRatio(exact);
    const leastFen = compareRatios(ratioOf(floor), exact) < 0 ? floor + 1n : floor;
    if (sumFen < leastFen) return moved(lines, codes, leastFen - sumFen);
  }
  return lines;
}

/** Adds an amount to some lines, or takes it from them where it is negative; the other lines give or take it. */
function moved(lines: Lines, codes: readonly string[], amountFen: Fen): Lines {
  const others = [...lines.keys()].filter((code) => !codes.includes(code));
  if (others.length === 0) return lines;
  const next = new Map(lines);
  const shift = (among: readonly string[], byFen: Fen): Fen => {
    let leftFen = byFen;
    for (const code of among) {
      const heldFen = next.get(code) ?? 0n;
      const stepFen = leftFen < 0n && -leftFen > heldFen ? -heldFen : leftFen;
      next.set(code, heldFen + stepFen);
      leftFen -= stepFen;
    }
    return byFen - leftFen;
  };
  if (amountFen < 0n) shift(others, -shift(codes, amountFen));
  else shift(codes, -shift(others, -amountFen));
  return next;
}
