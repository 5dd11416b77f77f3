import type { FrozenDocument } from '../draw/frozen-pool';
import { fillSeats } from '../draw/fill-seats';

/** A draw as far as its order goes. */
export interface DrawnOrder {
  readonly no: number;
  readonly document: FrozenDocument;
  /** By the code of the seat in the draw: all leaves in the order drawn. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  /** Who stands behind each leaf for a seat of the panel; leaves for those of other panels are not among them. */
  readonly expertOf: ReadonlyMap<string, string>;
}

/** A call to a seat: the kind of seat, and whose turn it is. */
export interface Call {
  readonly drawNo: number;
  /** As the draw names it. */
  readonly seatCode: string;
  readonly leaf: string;
  /** The leaf's place in the order of its seat, from 1. */
  readonly place: number;
}

/**
 * Whom a draw calls first to the panel: those who get its seats when all seats that the draw was held for, those of panels
 * drawn together included, are filled in their order. Somebody whom another panel has called since the pool was frozen is
 * passed over, and the seat is filled like one that was left.
 * @param called every expert who was called to a panel of the lot so far
 */
export function firstCalls(
  { no, document, orders, expertOf }: DrawnOrder,
  called: ReadonlySet<string>,
): Call[] {
  const isOwn = (leaf: string) => expertOf.has(leaf) && !called.has(expertOf.get(leaf)!);
  const seating = fillSeats(document.seats, orders, document.pool);
  return Object.entries(seating).flatMap(([seatCode, leaves]) =>
    leaves.filter(isOwn).map((leaf) => callOf(no, seatCode, leaf, orders)),
  );
}

/**
 * Who is called next to a kind of seat: the first of the order who was never called to a panel of the lot, for whatever seat.
 * Earlier draws are used up before later ones.
 * @param called every expert who was called so far
 * @returns null when the orders have nobody left
 */
export function nextCall(
  seatCode: string,
  draws: readonly DrawnOrder[],
  called: ReadonlySet<string>,
): Call | null {
  for (const { no, orders, expertOf } of draws) {
    const leaf = orders[seatCode]?.find((one) => !called.has(expertOf.get(one) ?? ''));
    if (leaf !== undefined) return callOf(no, seatCode, leaf, orders);
  }
  return null;
}

function callOf(
  drawNo: number,
  seatCode: string,
  leaf: string,
  orders: DrawnOrder['orders'],
): Call {
  return { drawNo, seatCode, leaf, place: (orders[seatCode] ?? []).indexOf(leaf) + 1 };
}
