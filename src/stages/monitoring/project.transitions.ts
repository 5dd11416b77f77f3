import { transitionTable } from '../../kernel/transition-table';

/**
 * The states of a project 项目: it runs, it is settled once its evaluations are over, and closed when its money is. One that
 * is stopped is ended first: what is unpaid is set free, and then it is closed like any other.
 */
export const projectTransitions = transitionTable('project', {
  initial: 'active',
  moves: {
    // The contract was amended: it runs longer.
    prolong: { from: ['active'], to: 'active' },
    settle: { from: ['active'], to: 'settling' },
    stop: { from: ['active'], to: 'ended' },
    close: { from: ['settling', 'ended'], to: 'closed' },
  },
  final: ['closed'],
});

export type ProjectState = (typeof projectTransitions.states)[number];
export type ProjectMove = keyof typeof projectTransitions.moves;
