import fc from 'fast-check';
import { settleItems, type ConsultedItem, type ItemDecision } from './guide-list.rules';

const item = (itemId: string, ...consents: (boolean | null)[]): ConsultedItem => ({
  itemId,
  consents,
});
const decide = (itemId: string, outcome: ItemDecision['outcome']): ItemDecision => ({
  itemId,
  outcome,
  reason: '理由',
});
const refusal = (code: string, count?: number) =>
  expect.objectContaining(count === undefined ? { code } : { code, facts: { count } });

describe('settleItems', () => {
  it('takes what every unit agreed to', () => {
    expect(settleItems([item('a', true), item('b', true, true)], [])).toEqual([
      { itemId: 'a', outcome: 'agreed', reason: null },
      { itemId: 'b', outcome: 'agreed', reason: null },
    ]);
  });

  it('keeps or drops what a unit did not agree to, with the reason', () => {
    const items = [item('a', true, false), item('b', false), item('c', true)];
    expect(settleItems(items, [decide('b', 'dropped'), decide('a', 'kept')])).toEqual([
      { itemId: 'a', outcome: 'kept', reason: '理由' },
      { itemId: 'b', outcome: 'dropped', reason: '理由' },
      { itemId: 'c', outcome: 'agreed', reason: null },
    ]);
  });

  it.each([
    ['an item about which nobody was asked', [item('a', true), item('b')], [], 'NOT_CONSULTED', 1],
    ['open answers', [item('a', true, null), item('b', null)], [], 'ANSWERS_OPEN', 2],
    ['an item without consent on which nobody decided', [item('a', false)], [], 'UNDECIDED', 1],
    [
      'a decision on an item with consent',
      [item('a', true)],
      [decide('a', 'dropped')],
      'NOTHING_TO_DECIDE',
      1,
    ],
    [
      'a decision on an item that is not there',
      [item('a', false)],
      [decide('a', 'kept'), decide('b', 'kept')],
      'NOTHING_TO_DECIDE',
      1,
    ],
    [
      'two decisions on one item',
      [item('a', false)],
      [decide('a', 'kept'), decide('a', 'dropped')],
      'NOTHING_TO_DECIDE',
      1,
    ],
  ])('refuses %s', (_, items, decisions, code, count) => {
    expect(() => settleItems(items, decisions)).toThrow(refusal(`GUIDE_LISTS.${code}`, count));
  });

  it('refuses a list of which nothing is left', () => {
    const items = [item('a', false), item('b', false)];
    const decisions = [decide('a', 'dropped'), decide('b', 'dropped')];
    expect(() => settleItems(items, decisions)).toThrow(refusal('GUIDE_LISTS.EMPTY'));
  });

  it('never publishes against a unit without a reason, and drops nothing to which all agreed', () => {
    const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
    const verdict = fc.constantFrom('kept' as const, 'dropped' as const);
    const lists = fc.array(fc.tuple(answers, verdict), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lists, (drawn) => {
        const items = drawn.map(([consents], i) => item(`i${i}`, true, ...consents));
        items.push(item('agreed by all', true));
        const decisions = drawn.flatMap(([consents, outcome], i) =>
          consents.includes(false) ? [decide(`i${i}`, outcome)] : [],
        );
        for (const { itemId, outcome, reason } of settleItems(items, decisions)) {
          const { consents } = items.find((candidate) => candidate.itemId === itemId)!;
          expect(outcome === 'agreed').toBe(!consents.includes(false));
          expect(reason === null).toBe(outcome === 'agreed');
        }
      }),
    );
  });
});
