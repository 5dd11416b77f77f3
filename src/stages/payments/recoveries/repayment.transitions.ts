import { transitionTable } from '../../../kernel/transition-table';

/** The states of a repayment 退款: entered by a maker with its proof, confirmed or rejected by a checker. */
export const repaymentTransitions = transitionTable('repayment', {
  initial: 'entered',
  moves: {
    confirm: { from: ['entered'], to: 'confirmed' },
    reject: { from: ['entered'], to: 'rejected' },
  },
  final: ['confirmed', 'rejected'],
});

export type RepaymentState = (typeof repaymentTransitions.states)[number];
export type RepaymentMove = keyof typeof repaymentTransitions.moves;
