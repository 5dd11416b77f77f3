import { transitionTable } from '../../kernel/transition-table';

/**
 * The states of a report that a project owes: a late one is still taken, also when it counts as missing by then; one of a stopped
 * project is no longer asked for. It is accepted by a person where something depends on it, such as a payment.
 */
export const reportTransitions = transitionTable('report', {
  initial: 'expected',
  moves: {
    submit: { from: ['expected', 'overdue', 'missing'], to: 'submitted' },
    miss: { from: ['expected'], to: 'overdue' },
    // By the rule set, so long after its last day.
    countMissing: { from: ['overdue'], to: 'missing' },
    accept: { from: ['submitted'], to: 'accepted' },
    waive: { from: ['expected', 'overdue', 'missing'], to: 'waived' },
  },
  final: ['accepted', 'waived'],
});

export type ReportState = (typeof reportTransitions.states)[number];
