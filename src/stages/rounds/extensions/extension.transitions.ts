import { transitionTable } from '../../../kernel/transition-table';

/** An extension 延期: one person proposes it, another one approves or refuses it; nobody can once its deadline is over. */
export const extensionTransitions = transitionTable('extension', {
  initial: 'proposed',
  moves: {
    approve: { from: ['proposed'], to: 'approved' },
    refuse: { from: ['proposed'], to: 'refused' },
    lapse: { from: ['proposed'], to: 'lapsed' },
  },
  final: ['approved', 'refused', 'lapsed'],
});

export type ExtensionState = (typeof extensionTransitions.states)[number];
export type ExtensionMove = keyof typeof extensionTransitions.moves;
