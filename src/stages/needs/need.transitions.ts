import { transitionTable } from '../../kernel/transition-table';

/** The states of a need 需求 and what moves it. */
export const needTransitions = transitionTable('need', {
  initial: 'submitted',
  moves: {
    forward: { from: ['submitted'], to: 'forwarded' },
    return: { from: ['submitted'], to: 'returned' },
    complete: { from: ['returned'], to: 'submitted' },
    reject: { from: ['submitted'], to: 'rejected' },
    merge: { from: ['submitted'], to: 'merged' },
    list: { from: ['forwarded'], to: 'listed' },
    select: { from: ['listed'], to: 'selected' },
    notSelect: { from: ['listed'], to: 'notSelected' },
    keep: { from: ['listed'], to: 'kept' },
  },
  final: ['rejected', 'merged', 'selected', 'notSelected', 'kept'],
});

export type NeedState = (typeof needTransitions.states)[number];
export type NeedMove = keyof typeof needTransitions.moves;
