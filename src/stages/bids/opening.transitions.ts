import { transitionTable } from '../../kernel/transition-table';

/** An opening 开标: one officer asks for it, another one holds it. */
export const openingTransitions = transitionTable('opening', {
  initial: 'requested',
  moves: { hold: { from: ['requested'], to: 'held' } },
  final: ['held'],
});

export type OpeningState = (typeof openingTransitions.states)[number];
