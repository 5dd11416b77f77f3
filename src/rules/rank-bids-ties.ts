import type { Standing } from './rank-bids-order';
import { toldApartBy, type Ruling } from './rank-bids-ruling';

/** Bids in order of rank, as far as rules and persons have told them apart. */
export interface Settled {
  readonly standings: readonly Standing[];
  /** The recorded order by which a person told a bid from those it was tied with. */
  readonly orders: ReadonlyMap<Standing, readonly string[]>;
  /** The ties on which a person has to decide yet. */
  readonly open: readonly OpenTie[];
}

/** Bids that only a person can tell apart, who has not decided yet. */
export interface OpenTie {
  /** How many bids stand before them. */
  readonly above: number;
  readonly standings: readonly Standing[];
}

/**
 * Finds the bids that the rules leave to a person, and puts those in order on which one has decided. A recorded order counts for
 * a tie when all of its bids are in it; of several the last one counts.
 * @param sorted by the rules
 */
export function settle(ruling: Ruling, sorted: readonly Standing[]): Settled {
  const orders = new Map<Standing, readonly string[]>();
  const open: OpenTie[] = [];
  if (ruling.decider === null) return { standings: sorted, orders, open };
  const standings: Standing[] = [];
  for (const run of runsOf(ruling, sorted)) {
    const order = orderOf(run, ruling.decided);
    if (order === null) {
      if (run.length > 1) open.push({ above: standings.length, standings: run });
      standings.push(...run);
    } else {
      for (const standing of run) orders.set(standing, order);
      standings.push(...run.toSorted((a, b) => place(order, a) - place(order, b)));
    }
  }
  return { standings, orders, open };
}

function runsOf(ruling: Ruling, sorted: readonly Standing[]): Standing[][] {
  const runs: Standing[][] = [];
  for (const standing of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && toldApartBy(ruling, run[0]!, standing) === null) run.push(standing);
    else runs.push([standing]);
  }
  return runs;
}

function orderOf(run: readonly Standing[], decided: Ruling['decided']): readonly string[] | null {
  if (run.length === 1) return null;
  return decided.findLast((order) => run.every(({ bid }) => order.includes(bid.bidId))) ?? null;
}

function place(order: readonly string[], { bid }: Standing): number {
  return order.indexOf(bid.bidId);
}
