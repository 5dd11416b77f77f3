import type { TransitionTable } from '../../src/kernel/transition-table';
import { exportsOf, sources } from './sources';

type Table = TransitionTable<string, string>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'moves' in value && 'initial' in value;

/** Follows the moves by itself, so that a fault of the kernel's own check does not hide one of a table. */
function walk(table: Pick<Table, 'moves'>, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    for (const { from, to } of Object.values(table.moves))
      if (from.includes(state)) waiting.push(to);
  }
  return seen;
}

describe.each(sources('src/**/*.transitions.ts'))('%s', (file) => {
  // An unsound table throws when it is loaded.
  const tables = Object.values(exportsOf(file)).filter(isTable);

  it('exports one table', () => {
    expect(tables).toHaveLength(1);
  });

  it('leads from the first state to every other', () => {
    for (const table of tables) {
      expect([...walk(table, table.initial)].sort()).toEqual([...table.states].sort());
    }
  });

  it('leads on from every state to an end, and from an end nowhere', () => {
    for (const { final, states, ...table } of tables) {
      const beyond = (state: string) => [...walk(table, state)].filter((to) => to !== state);
      const isEnd = (state: string) => final.includes(state);
      expect(states.filter((state) => isEnd(state) && beyond(state).length > 0)).toEqual([]);
      // A table without an end goes round; then no state may be the last one.
      const arrives = final.length > 0 ? isEnd : (state: string) => states.includes(state);
      expect(states.filter((state) => !isEnd(state) && !beyond(state).some(arrives))).toEqual([]);
    }
  });
});

describe('the transition tables', () => {
  it('have names of their own', () => {
    const names = sources('src/**/*.transitions.ts')
      .flatMap((file) => Object.values(exportsOf(file)))
      .filter(isTable)
      .map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});
