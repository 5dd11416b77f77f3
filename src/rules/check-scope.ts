import type { CheckScope } from './rule-set.types';

/** What of a bid the scope of a check is about. */
export interface ScopedBid {
  /** Null where bids are not told apart. */
  readonly category: string | null;
  /** The class of applicants it names; null where there is one. */
  readonly applicantClass: string | null;
}

/** Whether a check stands for a bid: without a scope it stands for all; a scope by category and class asks for both. */
export function standsFor(
  check: { readonly for?: CheckScope },
  { category, applicantClass }: ScopedBid,
): boolean {
  const { categories, classes } = check.for ?? {};
  return includes(categories, category) && includes(classes, applicantClass);
}

function includes(codes: readonly string[] | undefined, code: string | null): boolean {
  return codes === undefined || (code !== null && codes.includes(code));
}
