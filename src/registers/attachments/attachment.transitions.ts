import { transitionTable } from '../../kernel/transition-table';

/** An attachment receives its chunks until it is complete; then it never changes. */
export const attachmentTransitions = transitionTable('attachment', {
  initial: 'receiving',
  moves: { complete: { from: ['receiving'], to: 'complete' } },
  final: ['complete'],
});

export type AttachmentState = (typeof attachmentTransitions.states)[number];
