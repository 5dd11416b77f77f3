import * as fc from 'fast-check';
import { StoredBytes } from './stored-bytes';

describe('StoredBytes', () => {
  it('reads and slices like the bytes themselves, whatever the size of the chunks', async () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const at = fc.integer({ min: -3, max: 45 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), at, at, async (all, size, a, b) => {
        const read = (n: number) => Promise.resolve(all.subarray(n * size, (n + 1) * size));
        const stored = new StoredBytes(read, size, 0, all.length);
        expect(new Uint8Array(await stored.arrayBuffer())).toEqual(all);
        const [start, end] = [Math.max(a, 0), Math.max(b, 0)];
        const part = stored.slice(start, end);
        const expected = all.slice(start, Math.max(start, end));
        expect(part.size).toBe(expected.length);
        expect(new Uint8Array(await part.arrayBuffer())).toEqual(expected);
        expect(new Uint8Array(await part.slice(1).arrayBuffer())).toEqual(expected.slice(1));
      }),
    );
  });

  it('reads no chunk that is not asked for', async () => {
    const asked: number[] = [];
    const read = (n: number) => {
      asked.push(n);
      return Promise.resolve(new Uint8Array(10));
    };
    await new StoredBytes(read, 10, 0, 100).slice(25, 41).arrayBuffer();
    expect(asked).toEqual([2, 3, 4]);
  });
});
