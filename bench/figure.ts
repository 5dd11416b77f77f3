/** One line of a figure's result. */
export interface Line {
  readonly zh: string;
  readonly en: string;
  readonly value: number;
  readonly unit: string;
  /** What a release must reach, where something is promised. */
  readonly floor?: Bound;
}

/** A promise on a value: at least, or at most. */
export type Bound = { readonly atLeast: number } | { readonly atMost: number };

/** What a figure may be told from the command line. */
export interface BenchOptions {
  /** Alternating pairs of service and reference. */
  readonly pairs: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** A folder for what the figure's servers keep; removed afterwards. */
  readonly dir: string;
}

/** Something that is measured, against a reference where it has one. */
export interface Figure {
  readonly zh: string;
  readonly en: string;
  measure(options: BenchOptions, say: (line: string) => void): Promise<readonly Line[]>;
}

/** Whether a line keeps its promise. */
export function holds({ value, floor }: Line): boolean {
  if (floor === undefined) return true;
  return 'atLeast' in floor ? value >= floor.atLeast : value <= floor.atMost;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
