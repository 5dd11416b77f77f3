import { transitionTable } from '../../../kernel/transition-table';

/**
 * The states of a panel 评审小组. A member who leaves sends it back to `drawn` until the next of the draw has accepted; when the
 * draw has nobody left it goes back to `forming` until the pool is larger.
 */
export const panelTransitions = transitionTable('panel', {
  initial: 'forming',
  moves: {
    freeze: { from: ['forming'], to: 'frozen' },
    draw: { from: ['frozen'], to: 'drawn' },
    exhaust: { from: ['drawn'], to: 'forming' },
    seat: { from: ['drawn'], to: 'seated' },
    vacate: { from: ['seated'], to: 'drawn' },
    score: { from: ['seated'], to: 'scored' },
    rank: { from: ['scored'], to: 'ranked' },
    report: { from: ['ranked'], to: 'reported' },
  },
  final: ['reported'],
});

export type PanelState = (typeof panelTransitions.states)[number];
export type PanelMove = keyof typeof panelTransitions.moves;

const WAY: readonly PanelState[] = [
  'forming',
  'frozen',
  'drawn',
  'seated',
  'scored',
  'ranked',
  'reported',
];

/** Whether a panel is at or past a state of the usual way. */
export function isAtOrPast(state: PanelState, wanted: PanelState): boolean {
  return WAY.indexOf(state) >= WAY.indexOf(wanted);
}

/** Whether a review is over: every panel of it has reported. */
export function hasReported(review: readonly { readonly state: PanelState }[]): boolean {
  return review.length > 0 && review.every(({ state }) => state === 'reported');
}

/** Whether sheets may be looked at: nobody sees another's before all are in. */
export function areSheetsOpen(state: PanelState): boolean {
  return isAtOrPast(state, 'scored');
}
