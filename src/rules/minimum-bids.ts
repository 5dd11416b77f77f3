import type { RuleSet } from './rule-set.types';

/** What the law asks for in a procurement. */
const PROCUREMENT_LEAST = 3;

/**
 * With fewer valid bids than this a lot fails 流标: as the rules say, else one in a grant and three in a procurement.
 * @source 政府采购法 art. 36; 财政部令第87号 arts 41 and 44: with fewer nothing is opened, and nothing reviewed
 */
export function leastBids({
  regime,
  minimumBids,
}: Pick<RuleSet, 'regime' | 'minimumBids'>): number {
  return minimumBids?.n ?? (regime === 'procurement' ? PROCUREMENT_LEAST : 1);
}
