import { transitionTable } from '../../../kernel/transition-table';

/** The states of a seat 席位 as one expert holds it; whoever steps in has a seat of their own. */
export const seatTransitions = transitionTable('seat', {
  initial: 'invited',
  moves: {
    accept: { from: ['invited'], to: 'accepted' },
    decline: { from: ['invited', 'accepted'], to: 'declined' },
    recuse: { from: ['invited', 'accepted'], to: 'recused' },
    replace: { from: ['invited', 'accepted'], to: 'replaced' },
  },
  final: ['declined', 'recused', 'replaced'],
});

export type SeatState = (typeof seatTransitions.states)[number];
export type SeatMove = keyof typeof seatTransitions.moves;

/** Why somebody left a seat. */
export const leavingCauses = [
  'refusal',
  'illness',
  'tie',
  'other',
  'no-answer',
  'no-sheets',
] as const;
export type LeavingCause = (typeof leavingCauses)[number];
