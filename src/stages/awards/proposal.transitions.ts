import { transitionTable } from '../../kernel/transition-table';

/** The proposal of a lot's awards: approved as a whole, and drawn up anew after an objection that was upheld. */
export const proposalTransitions = transitionTable('awardProposal', {
  initial: 'proposed',
  moves: {
    approve: { from: ['proposed'], to: 'approved' },
    repropose: { from: ['approved'], to: 'proposed' },
  },
  final: [],
});

export type ProposalState = (typeof proposalTransitions.states)[number];
