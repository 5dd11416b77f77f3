/** What an account holds: money not yet budgeted, in a fund, in a round's pot, or on its way through an award and perhaps back. */
export const accountKinds = [
  'source',
  'fund',
  'available',
  'reserved',
  'committed',
  'due',
  'paid',
  'receivable',
  'returned',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/**
 * Every way that money may go: out of the debited account and into the credited one. The database has the same list and
 * refuses any other.
 */
export const ledgerMoves = {
  budget: { debit: 'source', credit: 'fund' },
  openRound: { debit: 'fund', credit: 'available' },
  closeRound: { debit: 'available', credit: 'fund' },
  reserve: { debit: 'available', credit: 'reserved' },
  unreserve: { debit: 'reserved', credit: 'available' },
  commit: { debit: 'reserved', credit: 'committed' },
  uncommit: { debit: 'committed', credit: 'available' },
  makeDue: { debit: 'committed', credit: 'due' },
  undue: { debit: 'due', credit: 'available' },
  pay: { debit: 'due', credit: 'paid' },
  unpay: { debit: 'paid', credit: 'due' },
  claimBack: { debit: 'paid', credit: 'receivable' },
  giveBack: { debit: 'receivable', credit: 'returned' },
  lapseFund: { debit: 'fund', credit: 'source' },
  lapsePot: { debit: 'available', credit: 'source' },
  carryReserved: { debit: 'reserved', credit: 'reserved' },
  carryCommitted: { debit: 'committed', credit: 'committed' },
  carryDue: { debit: 'due', credit: 'due' },
} as const satisfies Readonly<Record<string, { debit: AccountKind; credit: AccountKind }>>;

/** One way of money, such as `reserve`. */
export type LedgerAct = keyof typeof ledgerMoves;

/** The acts, in the order of the list. */
export const ledgerActs = Object.keys(ledgerMoves) as LedgerAct[];
