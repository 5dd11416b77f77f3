import { transitionTable } from '../../kernel/transition-table';

/** The states of an award 立项 and what moves it. Every bid that passed has one; the reserve list is a state of it. */
export const awardTransitions = transitionTable('award', {
  initial: 'proposed',
  moves: {
    reserve: { from: ['proposed'], to: 'reserve' },
    propose: { from: ['reserve'], to: 'proposed' },
    approve: { from: ['proposed'], to: 'approved' },
    notice: { from: ['approved'], to: 'noticed' },
    // An upheld objection against one award sends the others of the lot back with it.
    repropose: { from: ['noticed'], to: 'proposed' },
    confirm: { from: ['noticed'], to: 'confirmed' },
    contract: { from: ['confirmed'], to: 'contracted' },
    decline: { from: ['noticed', 'confirmed'], to: 'declined' },
    revoke: { from: ['noticed'], to: 'revoked' },
    notConfirm: { from: ['proposed', 'reserve'], to: 'notConfirmed' },
  },
  final: ['contracted', 'declined', 'revoked', 'notConfirmed'],
});

export type AwardState = (typeof awardTransitions.states)[number];
export type AwardMove = keyof typeof awardTransitions.moves;
