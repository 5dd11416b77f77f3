import { isId, newId } from './id';

describe('newId', () => {
  it('gives identifiers that differ and sort by when they were made', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every(isId)).toBe(true);
  });
});

describe('isId', () => {
  it.each([
    ['another version', '9b2f3c1e-3f64-4d3b-9f60-0c6f5f0a8a11'],
    ['upper case', newId().toUpperCase()],
    ['a text around it', ` ${newId()}`],
    ['an empty text', ''],
  ])('refuses %s', (_, text) => {
    expect(isId(text)).toBe(false);
  });
});
