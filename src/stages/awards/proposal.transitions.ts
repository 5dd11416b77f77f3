import { transitionTable } from '../../kernel/transition-table';

/** The proposal of a lot's awards: approved as a whole, and drawn up anew after an objection that was upheld. */
export const proposalTransitions = transitionTable('awardProposal', {
  initial: 'proposed',
  moves: {
    approve: { from: ['proposed'], to: 'approved' },
    repropose: { from: ['approved'], to: 'proposed' },
    // The lot goes back to the experts first.
    reopen: { from: ['approved'], to: 'underReview' },
    drawUp: { from: ['underReview'], to: 'proposed' },
  },
  final: [],
});

export type ProposalState = (typeof proposalTransitions.states)[number];
export type ProposalMove = keyof typeof proposalTransitions.moves;
