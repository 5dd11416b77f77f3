import type { FrozenDocument } from '../draw/frozen-pool';
import { firstCalls, nextCall, type DrawnOrder } from './next-in-order';

/** A draw whose leaves are the names of the experts. */
const drawn = (
  no: number,
  order: Record<string, string[]>,
  counts: Record<string, number>,
): DrawnOrder => {
  const names = [...new Set(Object.values(order).flat())];
  const members = names.map((name) =>
    Object.fromEntries(
      Object.entries(order)
        .filter(([, leaves]) => leaves.includes(name))
        .map(([seat]) => [seat, `${name}@${seat}`]),
    ),
  );
  const document: FrozenDocument = {
    algorithm: 'gy-draw-1',
    panel: 'p',
    draw: no,
    seats: Object.entries(counts).map(([code, count]) => ({ code, count })),
    pool: members,
  };
  const orders = Object.fromEntries(
    Object.entries(order).map(([seat, own]) => [seat, own.map((name) => `${name}@${seat}`)]),
  );
  const leaves = Object.values(orders).flat();
  return {
    no,
    document,
    orders,
    expertOf: new Map(leaves.map((leaf) => [leaf, leaf.split('@')[0]!])),
  };
};

const nobody: ReadonlySet<string> = new Set();

describe('firstCalls', () => {
  it('calls the first of each order to the seats that the draw was held for', () => {
    const draw = drawn(1, { field: ['a', 'b', 'c'], open: ['b', 'd', 'a'] }, { field: 2, open: 1 });
    expect(firstCalls(draw, nobody)).toEqual([
      { drawNo: 1, seatCode: 'field', leaf: 'a@field', place: 1 },
      { drawNo: 1, seatCode: 'field', leaf: 'b@field', place: 2 },
      { drawNo: 1, seatCode: 'open', leaf: 'd@open', place: 2 },
    ]);
  });

  it('passes over somebody whom another panel has called since the pool was frozen', () => {
    const draw = drawn(2, { field: ['a', 'b'], open: ['c', 'd'] }, { field: 1, open: 1 });
    expect(firstCalls(draw, new Set(['a']))).toEqual([
      { drawNo: 2, seatCode: 'open', leaf: 'c@open', place: 1 },
    ]);
    expect(nextCall('field', [draw], new Set(['a', 'c']))?.leaf).toBe('b@field');
  });

  it('calls to its own seats alone where panels are drawn together, and nobody whom another panel got', () => {
    const together = drawn(
      1,
      { 'a/open': ['x', 'y', 'z'], 'b/open': ['x', 'z', 'y'] },
      { 'a/open': 1, 'b/open': 1 },
    );
    const ofPanel = (code: string): DrawnOrder => ({
      ...together,
      expertOf: new Map([...together.expertOf].filter(([leaf]) => leaf.endsWith(code))),
    });
    expect(firstCalls(ofPanel('a/open'), nobody)).toEqual([
      { drawNo: 1, seatCode: 'a/open', leaf: 'x@a/open', place: 1 },
    ]);
    expect(firstCalls(ofPanel('b/open'), nobody)).toEqual([
      { drawNo: 1, seatCode: 'b/open', leaf: 'z@b/open', place: 2 },
    ]);
  });
});

describe('nextCall', () => {
  const first = drawn(1, { field: ['a', 'b', 'c'], open: ['b', 'd', 'a'] }, { field: 1, open: 1 });
  const second = drawn(2, { field: ['e', 'c'] }, { field: 1 });

  it('calls the first of the order who was never called', () => {
    expect(nextCall('field', [first], new Set(['a']))).toMatchObject({ leaf: 'b@field', place: 2 });
  });

  it('passes over somebody who was called to another kind of seat', () => {
    expect(nextCall('field', [first], new Set(['a', 'b']))).toMatchObject({ leaf: 'c@field' });
    expect(nextCall('open', [first], new Set(['a', 'b']))).toMatchObject({ leaf: 'd@open' });
  });

  it('uses the earlier draw up before the later one', () => {
    expect(nextCall('field', [first, second], new Set(['a', 'b']))).toMatchObject({ drawNo: 1 });
    expect(nextCall('field', [first, second], new Set(['a', 'b', 'c']))).toMatchObject({
      drawNo: 2,
      leaf: 'e@field',
    });
  });

  it('calls nobody when the orders have nobody left', () => {
    expect(nextCall('open', [first, second], new Set(['a', 'b', 'd']))).toBeNull();
    expect(nextCall('stranger', [first], new Set())).toBeNull();
  });
});
