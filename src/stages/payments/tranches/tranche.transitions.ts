import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a tranche 拨款 and what moves it. A claim may be replaced until a payment is entered for it; a payment that is
 * rejected or comes back from the treasury leads back to the claim.
 */
export const trancheTransitions = transitionTable('tranche', {
  initial: 'planned',
  moves: {
    makeDue: { from: ['planned'], to: 'due' },
    void: { from: ['planned'], to: 'void' },
    stop: { from: ['planned', 'due', 'claimed'], to: 'void' },
    claim: { from: ['due', 'claimed'], to: 'claimed' },
    order: { from: ['claimed'], to: 'ordered' },
    reopen: { from: ['ordered'], to: 'claimed' },
    pay: { from: ['ordered'], to: 'paid' },
  },
  final: ['paid', 'void'],
});

export type TrancheState = (typeof trancheTransitions.states)[number];
export type TrancheMove = keyof typeof trancheTransitions.moves;
