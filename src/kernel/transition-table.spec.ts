import { transitionTable, type Move } from './transition-table';

const moves = {
  light: { from: ['off'], to: 'on' },
  douse: { from: ['on'], to: 'off' },
  drop: { from: ['off', 'on'], to: 'broken' },
} as const satisfies Record<string, Move>;

const lamp = transitionTable('lamp', { initial: 'off', moves, final: ['broken'] });

describe('a transition table', () => {
  it('knows its states, the first one and the last ones', () => {
    expect(lamp).toMatchObject({ name: 'lamp', initial: 'off', final: ['broken'] });
    expect([...lamp.states].sort()).toEqual(['broken', 'off', 'on']);
  });

  it('gives the state after an allowed act', () => {
    expect(lamp.can('off', 'light')).toBe(true);
    expect(lamp.next('off', 'light')).toBe('on');
  });

  it('refuses an act that the state does not allow', () => {
    expect(lamp.can('on', 'light')).toBe(false);
    expect(() => lamp.next('on', 'light')).toThrow(
      expect.objectContaining({
        code: 'STATE.OUT_OF_ORDER',
        facts: { thing: 'lamp', state: 'on', act: 'light' },
      }),
    );
  });

  it('knows which states lead to which', () => {
    expect(lamp.reaches('on', 'broken')).toBe(true);
    expect(lamp.reaches('broken', 'on')).toBe(false);
  });
});

describe('transitionTable', () => {
  // Spread into a wide type, so that the compiler does not refuse first what start-up must refuse.
  const wide: Record<string, Move> = moves;

  it('refuses an initial state that no move knows', () => {
    const definition = { initial: 'lost', moves: wide, final: ['broken'] };
    expect(() => transitionTable('lamp', definition)).toThrow('no move knows the state lost');
  });

  it('refuses a final state that no move knows', () => {
    const definition = { initial: 'off', moves: wide, final: ['broken', 'sold'] };
    expect(() => transitionTable('lamp', definition)).toThrow('no move knows the state sold');
  });

  it('refuses a state that cannot be reached', () => {
    const definition = {
      initial: 'off',
      moves: { ...wide, mend: { from: ['returned'], to: 'off' } },
      final: ['broken'],
    };
    expect(() => transitionTable('lamp', definition)).toThrow('returned cannot be reached');
  });

  it('refuses a dead end that is not final', () => {
    const definition = {
      initial: 'off',
      moves: { ...wide, sell: { from: ['off'], to: 'sold' } },
      final: ['broken'],
    };
    expect(() => transitionTable('lamp', definition)).toThrow('sold is a dead end');
  });

  it('refuses a final state with a way out', () => {
    const definition = {
      initial: 'off',
      moves: { ...wide, mend: { from: ['broken'], to: 'off' } },
      final: ['broken'],
    };
    expect(() => transitionTable('lamp', definition)).toThrow('broken has a way out');
  });

  it('refuses a circle that never comes to an end', () => {
    const definition = {
      initial: 'off',
      moves: {
        ...wide,
        lend: { from: ['off'], to: 'lent' },
        extend: { from: ['lent'], to: 'lent' },
      },
      final: ['broken'],
    };
    expect(() => transitionTable('lamp', definition)).toThrow('can be reached from lent');
  });

  it('takes a table that goes round for ever when it names no end', () => {
    const definition = {
      initial: 'off',
      moves: { light: { from: ['off'], to: 'on' }, douse: { from: ['on'], to: 'off' } },
      final: [],
    } as const;
    expect(transitionTable('beacon', definition).states).toHaveLength(2);
  });
});
