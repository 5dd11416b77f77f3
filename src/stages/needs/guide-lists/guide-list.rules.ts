import { refuseGuideLists } from './guide-list.refusals';

/** What becomes of an item: every unit agreed; or one did not, and it was kept or dropped with a reason. */
export type ItemOutcome = 'agreed' | 'kept' | 'dropped';

/** An item and what the units consulted on it have answered; null where one has not. */
export interface ConsultedItem {
  readonly itemId: string;
  readonly consents: readonly (boolean | null)[];
}

/** What the approver decides on an item that lacks consent. */
export interface ItemDecision {
  readonly itemId: string;
  readonly outcome: 'kept' | 'dropped';
  readonly reason: string;
}

/** An item as it is published or left out. */
export interface SettledItem {
  readonly itemId: string;
  readonly outcome: ItemOutcome;
  readonly reason: string | null;
}

/**
 * Settles the items of a list for its publication: every item was consulted on, every unit has answered, and whoever did
 * not consent is overruled or followed with a reason.
 * @throws GUIDE_LISTS.NOT_CONSULTED, GUIDE_LISTS.ANSWERS_OPEN, GUIDE_LISTS.NOTHING_TO_DECIDE, GUIDE_LISTS.UNDECIDED,
 * GUIDE_LISTS.EMPTY
 * @source domain.md 2.2: each item has its consulted units, their comments and consent
 */
export function settleItems(
  items: readonly ConsultedItem[],
  decisions: readonly ItemDecision[],
): readonly SettledItem[] {
  refuseUnfinished(items);
  const disputed = items.filter(({ consents }) => consents.includes(false));
  refuseMisplaced(disputed, decisions);
  const settled = items.map(({ itemId }) => {
    const decision = decisions.find((candidate) => candidate.itemId === itemId);
    const { outcome, reason } = decision ?? { outcome: 'agreed' as const, reason: null };
    return { itemId, outcome, reason };
  });
  if (settled.every(({ outcome }) => outcome === 'dropped')) {
    throw refuseGuideLists('GUIDE_LISTS.EMPTY');
  }
  return settled;
}

function refuseUnfinished(items: readonly ConsultedItem[]): void {
  const unasked = items.filter(({ consents }) => consents.length === 0).length;
  if (unasked > 0) throw refuseGuideLists('GUIDE_LISTS.NOT_CONSULTED', { count: unasked });
  const open = items.flatMap(({ consents }) => consents).filter((consent) => consent === null);
  if (open.length > 0) throw refuseGuideLists('GUIDE_LISTS.ANSWERS_OPEN', { count: open.length });
}

function refuseMisplaced(
  disputed: readonly ConsultedItem[],
  decisions: readonly ItemDecision[],
): void {
  const waiting = new Set(disputed.map(({ itemId }) => itemId));
  const misplaced = decisions.filter(({ itemId }) => !waiting.delete(itemId)).length;
  const at = '/decisions';
  if (misplaced > 0) {
    throw refuseGuideLists('GUIDE_LISTS.NOTHING_TO_DECIDE', { count: misplaced }, at);
  }
  if (waiting.size > 0)
    throw refuseGuideLists('GUIDE_LISTS.UNDECIDED', { count: waiting.size }, at);
}
