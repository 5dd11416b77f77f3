import { transitionTable } from '../../../kernel/transition-table';

/**
 * An amendment 合同变更: one person proposes it, another one approves or refuses it, both sides sign it; with the last signature
 * it is the contract's next version. Until then its proposer may withdraw it.
 */
export const amendmentTransitions = transitionTable('amendment', {
  initial: 'proposed',
  moves: {
    approve: { from: ['proposed'], to: 'approved' },
    refuse: { from: ['proposed'], to: 'refused' },
    sign: { from: ['approved'], to: 'approved' },
    enter: { from: ['approved'], to: 'inForce' },
    withdraw: { from: ['proposed', 'approved'], to: 'withdrawn' },
    // Not signed in time, or the contract is over.
    lapse: { from: ['proposed', 'approved'], to: 'lapsed' },
  },
  final: ['inForce', 'refused', 'withdrawn', 'lapsed'],
});

export type AmendmentState = (typeof amendmentTransitions.states)[number];
export type AmendmentMove = keyof typeof amendmentTransitions.moves;
