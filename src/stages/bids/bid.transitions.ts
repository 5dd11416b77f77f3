import { transitionTable } from '../../kernel/transition-table';

/**
 * The states of a bid 投标 and what moves it. Until the opening only its own party knows that it exists; a bid whose stored
 * bytes no longer match their digest is unopenable, and the others go on.
 */
export const bidTransitions = transitionTable('bid', {
  initial: 'submitted',
  moves: {
    replace: { from: ['submitted'], to: 'submitted' },
    withdraw: { from: ['submitted'], to: 'withdrawn' },
    lapse: { from: ['submitted'], to: 'lapsed' },
    open: { from: ['submitted'], to: 'opened' },
    findUnopenable: { from: ['submitted'], to: 'unopenable' },
    qualify: { from: ['opened'], to: 'qualified' },
    disqualify: { from: ['opened'], to: 'disqualified' },
    leaveOut: { from: ['qualified'], to: 'notShortlisted' },
    fund: { from: ['qualified', 'reserve'], to: 'funded' },
    holdInReserve: { from: ['qualified'], to: 'reserve' },
    notFund: { from: ['qualified', 'reserve', 'funded'], to: 'notFunded' },
  },
  final: ['withdrawn', 'lapsed', 'unopenable', 'disqualified', 'notShortlisted', 'notFunded'],
});

export type BidState = (typeof bidTransitions.states)[number];
export type BidMove = keyof typeof bidTransitions.moves;
