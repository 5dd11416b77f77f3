import { freezePool, leafOf, type Candidate } from './frozen-pool';

const panel = '01900000-0000-7000-8000-000000000001';
const seats = [{ code: 'field', count: 1 }];
const salt = (byte: number) => Buffer.alloc(32, byte);
const candidate = (n: number): Candidate => ({
  expertId: `01900000-0000-7000-8000-00000000001${n}`,
  salts: { field: salt(n), open: salt(n + 100) },
});

describe('freezePool', () => {
  it('gives the same digest whatever the order of the experts', () => {
    const { digest } = freezePool([panel], 1, seats, [candidate(1), candidate(2), candidate(3)]);
    const turned = freezePool([panel], 1, seats, [candidate(3), candidate(1), candidate(2)]);
    expect(turned.digest).toBe(digest);
  });

  it('gives another digest when anything in it is another', () => {
    const both = [candidate(1), candidate(2)];
    const digests = [
      freezePool([panel], 1, seats, both),
      freezePool([panel], 2, seats, both),
      freezePool([panel], 1, [{ code: 'field', count: 2 }], both),
      freezePool([panel], 1, seats, [candidate(1)]),
      freezePool([panel], 1, seats, [candidate(1), { ...candidate(2), salts: { field: salt(9) } }]),
      freezePool(['01900000-0000-7000-8000-000000000002'], 1, seats, both),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('names the one panel it is frozen for, or all that are drawn together', () => {
    const other = '01900000-0000-7000-8000-000000000002';
    const alone = JSON.parse(freezePool([panel], 1, seats, [candidate(1)]).text);
    expect(alone).toMatchObject({ panel });
    expect(alone).not.toHaveProperty('panels');
    const together = JSON.parse(freezePool([panel, other], 1, seats, [candidate(1)]).text);
    expect(together).toMatchObject({ panels: [panel, other] });
    expect(together).not.toHaveProperty('panel');
  });

  it('shows no expert in its text, and finds each by the leaf', () => {
    const { text, document, expertOf } = freezePool([panel], 1, seats, [
      candidate(1),
      candidate(2),
    ]);
    expect(text).not.toContain(candidate(1).expertId);
    const found = document.pool.map((member) => expertOf.get(member['open']!));
    expect(found.sort()).toEqual([candidate(1).expertId, candidate(2).expertId]);
  });

  it('binds a leaf to its expert, seat and salt', () => {
    const { expertId } = candidate(1);
    const leaf = leafOf(salt(1), expertId, 'field');
    expect(leafOf(salt(1), expertId, 'field')).toBe(leaf);
    expect(leafOf(salt(2), expertId, 'field')).not.toBe(leaf);
    expect(leafOf(salt(1), expertId, 'open')).not.toBe(leaf);
    expect(leafOf(salt(1), candidate(2).expertId, 'field')).not.toBe(leaf);
  });
});
