import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a failed evaluation whose rules let payments wait: it is made good, by a later evaluation or because it was put
 * right, or it is given up. One of a project that was stopped for another reason is dropped.
 */
export const failureTransitions = transitionTable('evaluationFailure', {
  initial: 'open',
  moves: {
    makeGood: { from: ['open'], to: 'madeGood' },
    giveUp: { from: ['open'], to: 'givenUp' },
    drop: { from: ['open'], to: 'dropped' },
  },
  final: ['madeGood', 'givenUp', 'dropped'],
});

export type FailureState = (typeof failureTransitions.states)[number];
export type FailureMove = keyof typeof failureTransitions.moves;
