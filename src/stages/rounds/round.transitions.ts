import { transitionTable } from '../../kernel/transition-table';

/** The states of a round 轮次: drawn up, approved by another person, announced when its call opens. */
export const roundTransitions = transitionTable('round', {
  initial: 'draft',
  moves: {
    approve: { from: ['draft'], to: 'approved' },
    announce: { from: ['approved'], to: 'announced' },
    correct: { from: ['announced'], to: 'announced' },
    cancel: { from: ['draft', 'approved', 'announced'], to: 'cancelled' },
    end: { from: ['announced'], to: 'ended' },
  },
  final: ['ended', 'cancelled'],
});

export type RoundState = (typeof roundTransitions.states)[number];
