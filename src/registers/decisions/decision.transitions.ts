import { transitionTable } from '../../kernel/transition-table';

/**
 * A decision waits for its answer; until the step that waited for it ends, the answer may be given anew. Once it was `used` it
 * stands for good.
 */
export const decisionTransitions = transitionTable('decision', {
  initial: 'open',
  moves: {
    answer: { from: ['open', 'answered'], to: 'answered' },
    use: { from: ['answered'], to: 'used' },
    withdraw: { from: ['open', 'answered'], to: 'withdrawn' },
  },
  final: ['used', 'withdrawn'],
});

export type DecisionState = (typeof decisionTransitions.states)[number];
