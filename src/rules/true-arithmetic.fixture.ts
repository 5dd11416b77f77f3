import { compareRatios, multiply, parseRatio, sum, type Ratio } from '../kernel/ratio';

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  '≤': (order) => order <= 0,
  '≥': (order) => order >= 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '=': (order) => order === 0,
};

/**
 * Whether every comparison in the arithmetic of an explanation is true, done again by exact figures: `2 + 1 > 2; 5.00 ≤ 9.00`.
 * @throws RangeError when a part is no comparison
 */
export function isTrue(arithmetic: string): boolean {
  return arithmetic.split('; ').every((comparison) => {
    const parts = comparison.split(/ ([≤≥<>=]) /);
    if (parts.length < 3) throw new RangeError(`not a comparison: ${comparison}`);
    return parts.every((part, index) => {
      if (index % 2 === 0) return true;
      return HOLDS[part]!(compareRatios(valueOf(parts[index - 1]!), valueOf(parts[index + 1]!)));
    });
  });
}

/** The value of a sum of products; what is taken away is less than what it is taken from. */
function valueOf(expression: string): Ratio {
  const [first, ...taken] = expression.split(' - ').map(sumOf);
  return taken.reduce((rest, part) => rest.sub(part), first!);
}

function sumOf(expression: string): Ratio {
  return sum(
    expression.split(' + ').map((product) =>
      product
        .split(' × ')
        .map(parseRatio)
        .reduce((all, factor) => multiply(all, factor)),
    ),
  );
}
