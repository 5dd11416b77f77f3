import { transitionTable } from '../../kernel/transition-table';

/**
 * The states of a lot 分包: what is bid for, ranked and awarded together. A lot fails 流标 when nothing is left to go on with;
 * an upheld objection sends it from the notice back to a proposal.
 */
export const lotTransitions = transitionTable('lot', {
  initial: 'planned',
  moves: {
    open: { from: ['planned'], to: 'open' },
    // The call is extended before a lot that opens later has opened.
    postpone: { from: ['planned'], to: 'planned' },
    extend: { from: ['open'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
    openBids: { from: ['closed'], to: 'opened' },
    qualify: { from: ['opened'], to: 'qualified' },
    review: { from: ['qualified'], to: 'reviewed' },
    propose: { from: ['reviewed', 'noticed'], to: 'proposed' },
    approve: { from: ['proposed'], to: 'approved' },
    notice: { from: ['approved'], to: 'noticed' },
    confirm: { from: ['noticed'], to: 'confirmed' },
    end: { from: ['confirmed'], to: 'ended' },
    fail: { from: ['closed', 'opened', 'qualified', 'reviewed'], to: 'failed' },
    cancel: { from: ['planned', 'open'], to: 'cancelled' },
  },
  final: ['ended', 'failed', 'cancelled'],
});

export type LotState = (typeof lotTransitions.states)[number];
export type LotMove = keyof typeof lotTransitions.moves;

const WAY: readonly LotState[] = [
  'planned',
  'open',
  'closed',
  'opened',
  'qualified',
  'reviewed',
  'proposed',
  'approved',
  'noticed',
  'confirmed',
  'ended',
];

/** Whether a lot is at or past a state of the usual way; a failed or cancelled lot is past all of them. */
export function isAtOrPast(state: LotState, wanted: LotState): boolean {
  return lotTransitions.final.includes(state) || WAY.indexOf(state) >= WAY.indexOf(wanted);
}

/** Whether a lot goes on: it has neither ended nor failed nor been cancelled. */
export function isUnderWay(state: LotState): boolean {
  return !lotTransitions.final.includes(state);
}
