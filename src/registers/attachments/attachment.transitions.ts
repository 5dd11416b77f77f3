import { transitionTable } from '../../kernel/transition-table';

/**
 * An attachment receives its chunks until it is complete; then its bytes never change. An act that refers to it binds it to a
 * thing, for as long as the thing is kept; what nothing refers to is removed after a time.
 */
export const attachmentTransitions = transitionTable('attachment', {
  initial: 'receiving',
  moves: {
    complete: { from: ['receiving'], to: 'complete' },
    bind: { from: ['complete'], to: 'bound' },
    remove: { from: ['receiving', 'complete'], to: 'removed' },
  },
  final: ['bound', 'removed'],
});

export type AttachmentState = (typeof attachmentTransitions.states)[number];
