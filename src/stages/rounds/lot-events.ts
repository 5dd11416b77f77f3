import type { LotMove } from './lot.transitions';

/** The name of the event of each move of a lot. */
export const lotEvents: Readonly<Record<LotMove, string>> = {
  open: 'rounds.lot-opened-for-bids',
  postpone: 'rounds.lot-extended',
  extend: 'rounds.lot-extended',
  close: 'rounds.lot-closed',
  openBids: 'rounds.bids-opened',
  qualify: 'rounds.lot-qualified',
  review: 'rounds.lot-reviewed',
  propose: 'rounds.awards-proposed',
  approve: 'rounds.awards-approved',
  notice: 'rounds.awards-noticed',
  confirm: 'rounds.awards-confirmed',
  end: 'rounds.lot-ended',
  fail: 'rounds.lot-failed',
  cancel: 'rounds.lot-cancelled',
};
