import { transitionTable } from '../../../kernel/transition-table';

/** A correction 更正: one person proposes it, another one approves or refuses it; nobody can once the deadline is over. */
export const correctionTransitions = transitionTable('correction', {
  initial: 'proposed',
  moves: {
    approve: { from: ['proposed'], to: 'approved' },
    refuse: { from: ['proposed'], to: 'refused' },
    lapse: { from: ['proposed'], to: 'lapsed' },
  },
  final: ['approved', 'refused', 'lapsed'],
});

export type CorrectionState = (typeof correctionTransitions.states)[number];
export type CorrectionMove = keyof typeof correctionTransitions.moves;
