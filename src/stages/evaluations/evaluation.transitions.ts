import { transitionTable } from '../../kernel/transition-table';

/**
 * The states of an evaluation 评估. That nothing came is a state like any other: excused with a new last day, or missing, which
 * is graded as the rules say. One that no longer matters, because its project was stopped, is dropped.
 */
export const evaluationTransitions = transitionTable('evaluation', {
  initial: 'awaiting',
  moves: {
    selfReport: { from: ['awaiting', 'excused'], to: 'selfReported' },
    excuse: { from: ['awaiting', 'excused'], to: 'excused' },
    miss: { from: ['awaiting', 'excused'], to: 'missing' },
    // By a sanction of the rules, before anybody has scored it.
    sanction: { from: ['awaiting', 'excused', 'selfReported'], to: 'sanctioned' },
    score: { from: ['selfReported'], to: 'scored' },
    grade: { from: ['scored', 'missing', 'sanctioned'], to: 'graded' },
    drop: {
      from: ['awaiting', 'excused', 'selfReported', 'scored', 'missing', 'sanctioned'],
      to: 'dropped',
    },
  },
  final: ['graded', 'dropped'],
});

export type EvaluationState = (typeof evaluationTransitions.states)[number];
