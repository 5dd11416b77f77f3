import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a payment 支付 and what moves it: entered by the maker, released by the checker, sent to the treasury in a
 * batch, answered with a voucher that two people enter, paid. Nothing of it is ever edited: a mistake is rejected and entered
 * anew, so an approval can only be for what stands there. What the bank sends back 退票, instead of paying or after it, is returned by
 * two people as well, and paid by another payment.
 */
export const paymentTransitions = transitionTable('payment', {
  initial: 'entered',
  moves: {
    release: { from: ['entered'], to: 'released' },
    // What the approval rested on changed before it was sent: the approval is void and has to be given again.
    voidApproval: { from: ['released'], to: 'entered' },
    reject: { from: ['entered', 'released'], to: 'rejected' },
    send: { from: ['released'], to: 'sent' },
    answer: { from: ['sent', 'vouchered'], to: 'vouchered' },
    pay: { from: ['vouchered'], to: 'paid' },
    return: { from: ['vouchered'], to: 'returned' },
    enterReturn: { from: ['paid', 'returning'], to: 'returning' },
    dismissReturn: { from: ['returning'], to: 'paid' },
    confirmReturn: { from: ['returning'], to: 'returned' },
  },
  final: ['rejected', 'returned'],
});

export type PaymentState = (typeof paymentTransitions.states)[number];
export type PaymentMove = keyof typeof paymentTransitions.moves;
