import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a change 变更申请 that somebody asked for by a rule of the round: told, where nobody has to agree; otherwise asked for,
 * and approved or refused. It lapses with the contract.
 */
export const changeTransitions = transitionTable('contractChange', {
  initial: 'requested',
  moves: {
    note: { from: ['requested'], to: 'noted' },
    approve: { from: ['requested'], to: 'approved' },
    refuse: { from: ['requested'], to: 'refused' },
    lapse: { from: ['requested'], to: 'lapsed' },
  },
  final: ['noted', 'approved', 'refused', 'lapsed'],
});

export type ChangeState = (typeof changeTransitions.states)[number];
export type ChangeMove = keyof typeof changeTransitions.moves;
