import { transitionTable } from '../../kernel/transition-table';

/** A street's screening cycle: it collects needs, reports its list, has it screened, and gives feedback. */
export const cycleTransitions = transitionTable('cycle', {
  initial: 'collecting',
  moves: {
    report: { from: ['collecting'], to: 'reported' },
    screen: { from: ['reported'], to: 'screened' },
    close: { from: ['screened'], to: 'closed' },
  },
  final: ['closed'],
});

/** Where a cycle stands. */
export type CycleState = (typeof cycleTransitions.states)[number];
