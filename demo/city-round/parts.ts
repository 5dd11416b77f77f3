/** What is special about how a project goes, where something is. */
export type Part =
  | 'returned-payment'
  | 'silent'
  | 'amended'
  | 'late'
  | 'weak-midterm'
  | 'rectified'
  | 'poor'
  | 'fair'
  | 'steady';

const PARTS: readonly Part[] = [
  ...(['steady', 'returned-payment', 'silent', 'amended', 'late', 'weak-midterm'] as const),
  ...(['rectified', 'poor', 'fair', 'late', 'fair'] as const),
];

/** Gives each project its part; by title, so that the same seed gives the same project the same part. */
export function partsOf(projects: readonly any[]): ReadonlyMap<string, Part> {
  const sorted = [...projects].sort((a, b) => (a.title < b.title ? -1 : 1));
  return new Map(sorted.map(({ id }, n) => [id as string, PARTS[n] ?? 'steady']));
}
