import { transitionTable } from '../../kernel/transition-table';

/** A mail waits to be sent until it is; what cannot be sent is laid aside as dead, until somebody has it sent again. */
export const messageTransitions = transitionTable('message', {
  initial: 'queued',
  moves: {
    send: { from: ['queued'], to: 'sent' },
    layAside: { from: ['queued'], to: 'dead' },
    sendAgain: { from: ['dead'], to: 'queued' },
  },
  final: ['sent'],
});

export type MessageState = (typeof messageTransitions.states)[number];
