import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of an order to put something right 整改: it is answered, also when it is overdue, and accepted or not; what is not
 * accepted is answered again.
 */
export const rectificationTransitions = transitionTable('rectification', {
  initial: 'ordered',
  moves: {
    answer: { from: ['ordered', 'overdue', 'refused'], to: 'answered' },
    accept: { from: ['answered'], to: 'accepted' },
    refuse: { from: ['answered'], to: 'refused' },
    miss: { from: ['ordered', 'refused'], to: 'overdue' },
    // The project was stopped or closed.
    waive: { from: ['ordered', 'overdue', 'answered', 'refused'], to: 'waived' },
  },
  final: ['accepted', 'waived'],
});

export type RectificationState = (typeof rectificationTransitions.states)[number];
export type RectificationMove = keyof typeof rectificationTransitions.moves;
