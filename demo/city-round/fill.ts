import type { Chance } from '../chance';

/** The numbers of one text: how many people, a part of them, how often. */
export interface Numbers {
  readonly n: number;
  readonly m: number;
  readonly k: number;
}

/** Numbers that go together: the part is smaller than the whole. */
export function numbersOf(chance: Chance): Numbers {
  const n = chance.whole(18, 160);
  const m = Math.max(6, Math.floor((n * chance.whole(30, 70)) / 100));
  return { n, m, k: chance.whole(8, 96) * 10 };
}

/** A text with its numbers in place. */
export function fill(text: string, { n, m, k }: Numbers): string {
  return text
    .replaceAll('{n}', String(n))
    .replaceAll('{m}', String(m))
    .replaceAll('{k}', String(k));
}
