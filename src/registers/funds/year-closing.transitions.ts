import { transitionTable } from '../../kernel/transition-table';

/** The states of a year's closing 年度结转: proposed by one person, decided by another. */
export const yearClosingTransitions = transitionTable('yearClosing', {
  initial: 'proposed',
  moves: {
    approve: { from: ['proposed'], to: 'approved' },
    refuse: { from: ['proposed'], to: 'refused' },
  },
  final: ['approved', 'refused'],
});

export type YearClosingState = (typeof yearClosingTransitions.states)[number];
export type YearClosingMove = keyof typeof yearClosingTransitions.moves;
