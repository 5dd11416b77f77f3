import type { PanelPlan, ScoringRules, Sheet } from '../../src/rules';
import { inventScore } from './invent-score';
import type { InventedBid } from './invented-bid';
import type { Play } from './play';

/** The sheets that the members of a panel would fill in for a bid, one for each of them. */
export function inventSheets(
  { chance }: Play,
  panel: PanelPlan,
  { criteria, scoreDecimals }: ScoringRules,
  { bidId, merit }: InventedBid,
): Sheet[] {
  return panel.seats.flatMap(({ code: seat, count }) =>
    Array.from({ length: count }, (_, index): Sheet => {
      const sheetId = `${seat}-${index + 1}`;
      const own = chance.of('sheet', panel.code, sheetId, bidId);
      const scores = criteria.map(({ code, points }) => {
        const asked = { most: points, decimals: scoreDecimals, level: merit };
        return [code, inventScore(own, asked)] as const;
      });
      return { sheetId, seat, scores: Object.fromEntries(scores) };
    }),
  );
}

/** The panel that reviews a bid: the one of the lot, or that of its category; null where no panel does. */
export function panelFor(
  panels: readonly PanelPlan[],
  { category }: InventedBid,
): PanelPlan | null {
  return (
    panels.find(
      ({ categories }) =>
        categories === null || (category !== null && categories.includes(category)),
    ) ?? null
  );
}
