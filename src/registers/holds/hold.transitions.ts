import { transitionTable } from '../../kernel/transition-table';

/** A hold stands until what caused it is decided. */
export const holdTransitions = transitionTable('hold', {
  initial: 'standing',
  moves: { lift: { from: ['standing'], to: 'lifted' } },
  final: ['lifted'],
});

export type HoldState = (typeof holdTransitions.states)[number];
