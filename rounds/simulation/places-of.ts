import type { PlacedBid } from './award';
import type { InventedBid } from './invented-bid';

/** Bids with their ranks in the lot and among those of their category. @param inOrder the best first */
export function placesOf(inOrder: readonly InventedBid[]): PlacedBid[] {
  const reached = new Map<string | null, number>();
  return inOrder.map((bid, index) => {
    const rankInCategory = (reached.get(bid.category) ?? 0) + 1;
    reached.set(bid.category, rankInCategory);
    return { bid, rank: index + 1, rankInCategory };
  });
}
