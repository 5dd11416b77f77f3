import { transitionTable } from '../../../kernel/transition-table';

/** The states of an objection 异议 against a noticed award and what moves it. */
export const challengeTransitions = transitionTable('challenge', {
  initial: 'submitted',
  moves: {
    admit: { from: ['submitted'], to: 'admitted' },
    reject: { from: ['submitted'], to: 'rejected' },
    uphold: { from: ['admitted'], to: 'upheld' },
    dismiss: { from: ['admitted'], to: 'dismissed' },
    // What it is about fell away by another act.
    moot: { from: ['submitted', 'admitted'], to: 'moot' },
  },
  final: ['rejected', 'upheld', 'dismissed', 'moot'],
});

export type ChallengeState = (typeof challengeTransitions.states)[number];
