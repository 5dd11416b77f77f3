import { transitionTable } from '../../kernel/transition-table';

/** The states of a contract 合同 and what moves it. It is in force with the last signature. */
export const contractTransitions = transitionTable('contract', {
  initial: 'drawn',
  moves: {
    sign: { from: ['drawn'], to: 'drawn' },
    enter: { from: ['drawn'], to: 'inForce' },
    // The award was declined, or the time for signing is over.
    refuse: { from: ['drawn'], to: 'refused' },
    // Its next version is signed.
    amend: { from: ['inForce'], to: 'inForce' },
    end: { from: ['inForce'], to: 'ended' },
    terminate: { from: ['inForce'], to: 'terminated' },
  },
  final: ['refused', 'ended', 'terminated'],
});

export type ContractState = (typeof contractTransitions.states)[number];
