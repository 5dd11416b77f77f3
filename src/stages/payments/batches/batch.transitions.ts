import { transitionTable } from '../../../kernel/transition-table';

/** The states of a batch 支付批次: it takes released payments, is sent to the treasury as one request list, and is settled. */
export const batchTransitions = transitionTable('batch', {
  initial: 'open',
  moves: {
    send: { from: ['open'], to: 'sent' },
    settle: { from: ['sent'], to: 'settled' },
  },
  final: ['settled'],
});

export type BatchState = (typeof batchTransitions.states)[number];
