import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a recovery 追回: proposed by one person and decided by another, asked for, perhaps overdue, and over once everything
 * has come back.
 */
export const recoveryTransitions = transitionTable('recovery', {
  initial: 'proposed',
  moves: {
    ask: { from: ['proposed'], to: 'asked' },
    refuse: { from: ['proposed'], to: 'refused' },
    lapse: { from: ['asked'], to: 'overdue' },
    settle: { from: ['asked', 'overdue'], to: 'recovered' },
  },
  final: ['refused', 'recovered'],
});

export type RecoveryState = (typeof recoveryTransitions.states)[number];
export type RecoveryMove = keyof typeof recoveryTransitions.moves;
