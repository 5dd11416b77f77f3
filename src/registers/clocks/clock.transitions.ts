import { transitionTable } from '../../kernel/transition-table';

/** A clock runs until the act it waits for is done (met), its time is over (passed), or it no longer matters (cancelled). */
export const clockTransitions = transitionTable('clock', {
  initial: 'running',
  moves: {
    move: { from: ['running'], to: 'running' },
    meet: { from: ['running'], to: 'met' },
    pass: { from: ['running'], to: 'passed' },
    cancel: { from: ['running'], to: 'cancelled' },
  },
  final: ['met', 'passed', 'cancelled'],
});

export type ClockState = (typeof clockTransitions.states)[number];
