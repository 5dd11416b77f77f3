import { transitionTable } from '../../../kernel/transition-table';

/** A question 提问 on a call: answered for everybody, refused with a reason for the asker, or void with a cancelled call. */
export const questionTransitions = transitionTable('question', {
  initial: 'asked',
  moves: {
    answer: { from: ['asked'], to: 'answered' },
    refuse: { from: ['asked'], to: 'refused' },
    lapse: { from: ['asked'], to: 'lapsed' },
  },
  final: ['answered', 'refused', 'lapsed'],
});

export type QuestionState = (typeof questionTransitions.states)[number];
export type QuestionMove = keyof typeof questionTransitions.moves;
