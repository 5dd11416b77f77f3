import type { PoolMember, SeatsToFill } from './frozen-pool';

/** A kind of seat for which the pool has too few members. */
export interface Shortfall {
  readonly seat: string;
  readonly needed: number;
  readonly found: number;
}

/** Who got which seat: leaves by the code of the seat, in the order in which they were taken. */
export type Seating = Readonly<Record<string, readonly string[]>>;

/**
 * Which kinds of seat a pool cannot carry: each needs its members and as many substitutes as the rule set asks for, and
 * nobody sits twice. An expert may be a substitute for several kinds.
 * @param substitutesFor how many more than the seats there must be, by the code of the kind
 */
export function shortfalls(
  seats: readonly SeatsToFill[],
  substitutesFor: (code: string) => number,
  pool: readonly PoolMember[],
): Shortfall[] {
  const short = seats
    .map(({ code, count }) => ({
      seat: code,
      needed: count + substitutesFor(code),
      found: pool.filter((member) => Object.hasOwn(member, code)).length,
    }))
    .filter(({ needed, found }) => found < needed);
  if (short.length > 0) return short;
  // Each kind has enough for itself, yet some members may be counted on for several seats at once.
  return filledOf(seats, pool)
    .map(({ code, count, filled }) => ({ seat: code, needed: count, found: filled }))
    .filter(({ needed, found }) => found < needed);
}

/**
 * Gives the seats, kind by kind in the order of the rule set, to the first of each permutation. Somebody seated already is
 * passed over, and so is somebody without whom another seat could no longer be filled.
 * @throws RangeError when the pool cannot fill the seats, which is checked before it is frozen
 */
export function fillSeats(
  seats: readonly SeatsToFill[],
  orders: Readonly<Record<string, readonly string[]>>,
  pool: readonly PoolMember[],
): Seating {
  const seating: Record<string, string[]> = {};
  let free = [...pool];
  let open = seats.map((seat) => ({ ...seat }));
  for (const { code, count } of seats) {
    const taken: string[] = [];
    for (const leaf of orders[code] ?? []) {
      if (taken.length === count) break;
      const rest = free.filter((member) => member[code] !== leaf);
      const without = open.map((seat) =>
        seat.code === code ? { ...seat, count: seat.count - 1 } : seat,
      );
      if (rest.length === free.length || !canFill(without, rest)) continue;
      taken.push(leaf);
      free = rest;
      open = without;
    }
    if (taken.length < count) throw new RangeError(`the pool cannot fill the seats ${code}`);
    seating[code] = taken;
  }
  return seating;
}

function canFill(seats: readonly SeatsToFill[], pool: readonly PoolMember[]): boolean {
  return filledOf(seats, pool).every(({ count, filled }) => filled === count);
}

/** How many seats of each kind get somebody when all are filled as well as the pool allows. */
function filledOf(
  seats: readonly SeatsToFill[],
  pool: readonly PoolMember[],
): (SeatsToFill & { filled: number })[] {
  const sitting = new Map<PoolMember, string>();
  return seats.map(({ code, count }) => {
    const places = Array.from({ length: count }, () => seatOneMore(code, pool, sitting, new Set()));
    return { code, count, filled: places.filter(Boolean).length };
  });
}

/** One augmenting path of a bipartite matching: takes a free member, or moves one who sits elsewhere. */
function seatOneMore(
  code: string,
  pool: readonly PoolMember[],
  sitting: Map<PoolMember, string>,
  asked: Set<PoolMember>,
): boolean {
  for (const member of pool) {
    if (!Object.hasOwn(member, code) || asked.has(member)) continue;
    asked.add(member);
    const other = sitting.get(member);
    if (other !== undefined && !seatOneMore(other, pool, sitting, asked)) continue;
    sitting.set(member, code);
    return true;
  }
  return false;
}
