import { isByQuotas, type AllocationRules } from './award-rules';

/**
 * The places on the reserve list, from 1: by quotas each category has a list of its own, since a place that falls vacant goes to
 * its own category first; otherwise there is one list.
 * @param byRank those on the reserve, best first
 */
export function reservePlaces<Waiting extends { readonly category: string | null }>(
  rules: AllocationRules,
  byRank: readonly Waiting[],
): ReadonlyMap<Waiting, number> {
  const reached = new Map<string | null, number>();
  const places = new Map<Waiting, number>();
  for (const waiting of byRank) {
    const list = isByQuotas(rules) ? waiting.category : null;
    const place = (reached.get(list) ?? 0) + 1;
    reached.set(list, place);
    places.set(waiting, place);
  }
  return places;
}
