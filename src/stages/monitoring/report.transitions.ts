import { transitionTable } from '../../kernel/transition-table';

/**
 * The states of a report that a project owes: a late one is still taken, also when it counts as missing by then; one of a stopped
 * project is no longer asked for.
 */
export const reportTransitions = transitionTable('report', {
  initial: 'expected',
  moves: {
    submit: { from: ['expected', 'overdue', 'missing'], to: 'submitted' },
    miss: { from: ['expected'], to: 'overdue' },
    // By the rule set, so long after its last day.
    countMissing: { from: ['overdue'], to: 'missing' },
    waive: { from: ['expected', 'overdue', 'missing'], to: 'waived' },
  },
  final: ['submitted', 'waived'],
});

export type ReportState = (typeof reportTransitions.states)[number];
