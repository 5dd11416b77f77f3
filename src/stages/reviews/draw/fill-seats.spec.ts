import fc from 'fast-check';
import { fillSeats, shortfalls } from './fill-seats';
import type { PoolMember } from './frozen-pool';

/** Members by what they may be; a leaf is the member's name and the seat. */
const pool = (...members: readonly (readonly [string, ...string[]])[]): PoolMember[] =>
  members.map(([name, ...seats]) =>
    Object.fromEntries(seats.map((seat) => [seat, `${name}/${seat}`])),
  );
const inOrder = (seats: readonly string[], members: readonly PoolMember[]) =>
  Object.fromEntries(
    seats.map((seat) => [seat, members.flatMap((m) => (seat in m ? [m[seat]!] : []))]),
  );

describe('shortfalls', () => {
  it('finds nothing short where each kind has its members and substitutes', () => {
    const members = pool(['a', 'field'], ['b', 'field'], ['c', 'field']);
    expect(shortfalls([{ code: 'field', count: 1 }], () => 2, members)).toEqual([]);
  });

  it('names the kind that lacks a substitute', () => {
    const members = pool(['a', 'field'], ['b', 'field']);
    expect(shortfalls([{ code: 'field', count: 1 }], () => 2, members)).toEqual([
      { seat: 'field', needed: 3, found: 2 },
    ]);
  });

  it('finds a kind short whose members are needed elsewhere', () => {
    const members = pool(['a', 'field', 'open'], ['b', 'field', 'open']);
    const seats = [
      { code: 'field', count: 2 },
      { code: 'open', count: 1 },
    ];
    expect(shortfalls(seats, () => 0, members)).toEqual([{ seat: 'open', needed: 1, found: 0 }]);
  });

  it('moves members between kinds before it finds one short', () => {
    const members = pool(['a', 'open', 'finance'], ['b', 'open']);
    const seats = [
      { code: 'open', count: 1 },
      { code: 'finance', count: 1 },
    ];
    expect(shortfalls(seats, () => 0, members)).toEqual([]);
  });
});

describe('fillSeats', () => {
  it('seats the first of each order', () => {
    const members = pool(['a', 'field'], ['b', 'field'], ['c', 'open'], ['d', 'open']);
    const orders = { field: ['b/field', 'a/field'], open: ['d/open', 'c/open'] };
    const seats = [
      { code: 'field', count: 1 },
      { code: 'open', count: 1 },
    ];
    expect(fillSeats(seats, orders, members)).toEqual({ field: ['b/field'], open: ['d/open'] });
  });

  it('passes over somebody who is seated already', () => {
    const members = pool(['a', 'field', 'open'], ['b', 'field', 'open']);
    const orders = { field: ['a/field', 'b/field'], open: ['a/open', 'b/open'] };
    const seats = [
      { code: 'field', count: 1 },
      { code: 'open', count: 1 },
    ];
    expect(fillSeats(seats, orders, members)).toEqual({ field: ['a/field'], open: ['b/open'] });
  });

  it('passes over the one without whom a later seat would stay empty', () => {
    const members = pool(['a', 'open', 'finance'], ['b', 'open']);
    const orders = { open: ['a/open', 'b/open'], finance: ['a/finance'] };
    const seats = [
      { code: 'open', count: 1 },
      { code: 'finance', count: 1 },
    ];
    expect(fillSeats(seats, orders, members)).toEqual({ open: ['b/open'], finance: ['a/finance'] });
  });

  it('refuses a pool that cannot fill the seats', () => {
    const members = pool(['a', 'open']);
    expect(() =>
      fillSeats([{ code: 'open', count: 2 }], inOrder(['open'], members), members),
    ).toThrow(RangeError);
  });

  it('fills every seat with different people whenever nothing is short', () => {
    const codes = ['x', 'y', 'z'];
    const someMembers = fc.array(fc.subarray(codes, { minLength: 1 }), { maxLength: 9 });
    const someSeats = fc.tuple(
      ...codes.map((code) =>
        fc.record({ code: fc.constant(code), count: fc.integer({ min: 1, max: 3 }) }),
      ),
    );
    fc.assert(
      fc.property(someMembers, someSeats, (kinds, seats) => {
        const members = pool(...kinds.map((kind, n) => [`m${n}`, ...kind] as const));
        const orders = inOrder(codes, members);
        if (shortfalls(seats, () => 0, members).length > 0) {
          expect(() => fillSeats(seats, orders, members)).toThrow(RangeError);
          return;
        }
        const seating = fillSeats(seats, orders, members);
        const seated = Object.values(seating)
          .flat()
          .map((leaf) => leaf.split('/')[0]);
        expect(new Set(seated).size).toBe(seated.length);
        expect(seats.map(({ code }) => seating[code]!.length)).toEqual(seats.map((s) => s.count));
      }),
      { numRuns: 500 },
    );
  });
});
