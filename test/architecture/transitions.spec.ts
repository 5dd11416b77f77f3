import type { TransitionTable } from '../../src/kernel/transition-table';
import { exportsOf, sources } from './sources';

type Table = TransitionTable<string, string>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'moves' in value && 'initial' in value;

/** Follows the moves by itself, so that a fault of the kernel's own check does not hide one of a table. */
function walk(table: Table, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    for (const { from, to } of Object.values(table.moves)) if (from.includes(state)) waiting.push(to);
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

  it('leads from every state to an end, and from an end nowhere', () => {
    for (const table of tables) {
      const ends = (state: string) => [...walk(table, state)].some((to) => table.final.includes(to));
      expect(table.states.filter((state) => !ends(state))).toEqual([]);
      expect(table.final.filter((state) => walk(table, state).size > 1)).toEqual([]);
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
