import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a tranche 拨款 and what moves it. A claim may be replaced until a payment is entered for it; a payment that is
 * rejected or comes back from the bank, even after it was paid, leads back to the claim: its invoice still stands.
 */
export const trancheTransitions = transitionTable('tranche', {
  initial: 'planned',
  moves: {
    // The contract was amended.
    replan: { from: ['planned'], to: 'planned' },
    // The work that it pays was accepted.
    accept: { from: ['planned'], to: 'planned' },
    makeDue: { from: ['planned'], to: 'due' },
    void: { from: ['planned'], to: 'void' },
    stop: { from: ['planned', 'due', 'claimed'], to: 'void' },
    claim: { from: ['due', 'claimed'], to: 'claimed' },
    order: { from: ['claimed'], to: 'ordered' },
    reopen: { from: ['ordered'], to: 'claimed' },
    comeBack: { from: ['paid'], to: 'claimed' },
    pay: { from: ['ordered'], to: 'paid' },
  },
  final: ['void'],
});

export type TrancheState = (typeof trancheTransitions.states)[number];
export type TrancheMove = keyof typeof trancheTransitions.moves;
