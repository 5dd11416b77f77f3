import { withOnDemand } from './on-demand';

const made: number[] = [];
const resultOf = withOnDemand<number, { square: number }>({
  square: (side) => {
    made.push(side);
    return side * side;
  },
});

describe('withOnDemand', () => {
  beforeEach(() => made.splice(0));

  it('works nothing out before it is read', () => {
    const { name } = resultOf({ name: 'three' }, 3);
    expect(name).toBe('three');
    expect(made).toEqual([]);
  });

  it('gives each result what follows from its own', () => {
    const results = [2, 3].map((side) => resultOf({ name: `${side}` }, side));
    expect(results.map(({ square }) => square)).toEqual([4, 9]);
  });

  it('looks like a plain object to whoever compares, copies or prints it', () => {
    const result = resultOf({ name: 'three' }, 3);
    const plain = { name: 'three', square: 9 };
    expect(result).toEqual(plain);
    expect({ ...result }).toStrictEqual(plain);
    expect(JSON.stringify(result)).toBe(JSON.stringify(plain));
  });
});
