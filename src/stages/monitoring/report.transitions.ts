import { transitionTable } from '../../kernel/transition-table';

/** The states of a report that a project owes: a late one is still taken; one of a stopped project is no longer asked for. */
export const reportTransitions = transitionTable('report', {
  initial: 'expected',
  moves: {
    submit: { from: ['expected', 'overdue'], to: 'submitted' },
    miss: { from: ['expected'], to: 'overdue' },
    waive: { from: ['expected', 'overdue'], to: 'waived' },
  },
  final: ['submitted', 'waived'],
});

export type ReportState = (typeof reportTransitions.states)[number];
