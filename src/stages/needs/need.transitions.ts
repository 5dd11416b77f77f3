import { transitionTable } from '../../kernel/transition-table';

/** The states of a need 需求 and what moves it. */
export const needTransitions = transitionTable('need', {
  initial: 'submitted',
  moves: {
    forward: { from: ['submitted'], to: 'forwarded' },
    return: { from: ['submitted'], to: 'returned' },
    complete: { from: ['returned'], to: 'submitted' },
    // A returned need that nobody completes must not hold up its street's list for ever.
    reject: { from: ['submitted', 'returned'], to: 'rejected' },
    merge: { from: ['submitted', 'returned'], to: 'merged' },
    list: { from: ['forwarded'], to: 'listed' },
    select: { from: ['listed'], to: 'selected' },
    notSelect: { from: ['listed'], to: 'notSelected' },
    keep: { from: ['listed'], to: 'kept' },
  },
  final: ['rejected', 'merged', 'selected', 'notSelected', 'kept'],
});

/** Where a need stands. */
export type NeedState = (typeof needTransitions.states)[number];
