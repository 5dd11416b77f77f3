import type { BidMove } from './bid.transitions';

/** The name of the event of each move of a bid. */
export const bidEvents: Readonly<Record<BidMove, string>> = {
  replace: 'bids.bid-replaced',
  withdraw: 'bids.bid-withdrawn',
  lapse: 'bids.bid-lapsed',
  open: 'bids.bid-opened',
  findUnopenable: 'bids.bid-found-unopenable',
  qualify: 'bids.bid-qualified',
  disqualify: 'bids.bid-disqualified',
  leaveOut: 'bids.bid-not-shortlisted',
  fund: 'bids.bid-funded',
  holdInReserve: 'bids.bid-held-in-reserve',
  notFund: 'bids.bid-not-funded',
};
