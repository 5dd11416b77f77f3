/** How far the money of one award in one fund has come, all told and less what was released (M1's own words). */
interface Progress {
  reserved: bigint;
  committed: bigint;
  due: bigint;
  paid: bigint;
  claimed: bigint;
  returned: bigint;
  /** Paid in years that are closed, oldest first in coming back. */
  paidBefore: bigint;
  /** Whether some of its money came into this year from an earlier one: what falls free is for no other award. */
  isCarried: boolean;
}

type Rung = 'reserved' | 'committed' | 'due' | 'paid' | 'claimed' | 'returned';

const NOTHING: Progress = {
  reserved: 0n,
  committed: 0n,
  due: 0n,
  paid: 0n,
  claimed: 0n,
  returned: 0n,
  paidBefore: 0n,
  isCarried: false,
};

/** An act of the ledger on the money of one award. */
export type AwardAct =
  | 'reserve'
  | 'unreserve'
  | 'commit'
  | 'uncommit'
  | 'makeDue'
  | 'undue'
  | 'pay'
  | 'unpay'
  | 'claimBack'
  | 'giveBack';

/** One act of the model, and of the ledger that is compared with it. */
export interface ModelAct {
  readonly act: AwardAct | 'turnYear';
  readonly award: string;
  readonly amountFen: bigint;
}

/**
 * The ledger as the invariant has it, without accounts: a budget and, per award, six totals that may never overtake one
 * another. It knows nothing of debit and credit, so the two can only agree if both are right.
 */
export class LedgerModel {
  private readonly awards = new Map<string, Progress>();

  constructor(private budgetFen: bigint) {}

  /** Does an act, or leaves everything as it is and says no. */
  apply({ act, award, amountFen: fen }: ModelAct): boolean {
    if (act === 'turnYear') return this.turnYear(fen);
    const after = { ...this.of(award) };
    switch (act) {
      case 'reserve':
        after.reserved += fen;
        break;
      case 'unreserve':
        after.reserved -= fen;
        break;
      case 'commit':
        after.committed += fen;
        break;
      case 'uncommit':
        after.committed -= fen;
        after.reserved -= fen;
        break;
      case 'makeDue':
        after.due += fen;
        break;
      case 'undue':
        after.due -= fen;
        after.committed -= fen;
        after.reserved -= fen;
        break;
      case 'pay':
        after.paid += fen;
        break;
      case 'unpay':
        after.paid -= fen;
        after.isCarried ||= after.paidBefore > 0n;
        after.paidBefore -= lesser(fen, after.paidBefore);
        break;
      case 'claimBack':
        after.claimed += fen;
        after.paidBefore -= lesser(fen, after.paidBefore);
        break;
      case 'giveBack':
        after.returned += fen;
        break;
    }
    const reservedElsewhere = this.total('reserved') - this.of(award).reserved;
    if (!inOrder([this.budgetFen - reservedElsewhere, ...ladder(after)])) return false;
    const freedFen = this.of(award).reserved - after.reserved;
    if (after.isCarried && freedFen > 0n) this.budgetFen -= freedFen;
    this.awards.set(award, after);
    return true;
  }

  /** The year is closed: what nobody has reserved goes back to the source, what is on its way goes on. The next one has a budget. */
  private turnYear(budgetFen: bigint): boolean {
    this.budgetFen = this.total('reserved') + budgetFen;
    for (const progress of this.awards.values()) {
      progress.isCarried = progress.reserved > progress.paid;
      progress.paidBefore = progress.paid - progress.claimed;
    }
    return true;
  }

  /** What the accounts should hold. */
  balances(): Record<string, bigint> {
    return {
      available: this.budgetFen - this.total('reserved'),
      reserved: this.total('reserved') - this.total('committed'),
      committed: this.total('committed') - this.total('due'),
      due: this.total('due') - this.total('paid'),
      paid: this.total('paid') - this.total('claimed'),
      receivable: this.total('claimed') - this.total('returned'),
      returned: this.total('returned'),
    };
  }

  private of(award: string): Progress {
    return this.awards.get(award) ?? { ...NOTHING };
  }

  private total(what: Rung): bigint {
    return [...this.awards.values()].reduce((sum, progress) => sum + progress[what], 0n);
  }
}

function ladder({ reserved, committed, due, paid, claimed, returned }: Progress): bigint[] {
  return [reserved, committed, due, paid, claimed, returned, 0n];
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function inOrder(values: readonly bigint[]): boolean {
  return values.every((value, i) => i === 0 || values[i - 1]! >= value);
}

/** A transfer as it is read back, whatever wrote it. */
export interface ReadTransfer {
  readonly act: string;
  readonly fundId: string;
  readonly awardId: string | null;
  readonly amountFen: bigint;
}

/** What an act adds to and takes from each total of M1. */
const effects: Readonly<Record<string, Readonly<Record<string, bigint>>>> = {
  openRound: { budget: 1n },
  closeRound: { budget: -1n },
  lapsePot: { budget: -1n },
  reserve: { reserved: 1n },
  unreserve: { reserved: -1n },
  commit: { committed: 1n },
  uncommit: { committed: -1n, reserved: -1n },
  makeDue: { due: 1n },
  undue: { due: -1n, committed: -1n, reserved: -1n },
  pay: { paid: 1n },
  unpay: { paid: -1n },
  claimBack: { claimed: 1n },
  giveBack: { returned: 1n },
};

/**
 * M1: at every prefix, per fund of a round, budget ≥ reserved ≥ committed ≥ due ≥ paid, of which no more is asked back than was paid, and no
 * more returned than was asked back.
 * @returns the number of the first transfer after which it does not hold, or null
 */
export function firstBreachOfM1(transfers: readonly ReadTransfer[]): number | null {
  const totals = new Map<string, Record<string, bigint>>();
  for (const [i, { act, fundId, amountFen }] of transfers.entries()) {
    const of = totals.get(fundId) ?? {};
    totals.set(fundId, of);
    for (const [total, sign] of Object.entries(effects[act] ?? {})) {
      of[total] = (of[total] ?? 0n) + sign * amountFen;
    }
    if (!inOrder(ladderOfM1(of))) return i;
  }
  return null;
}

function ladderOfM1(totals: Readonly<Record<string, bigint>>): bigint[] {
  const of = (total: string) => totals[total] ?? 0n;
  const rungs = ['budget', 'reserved', 'committed', 'due', 'paid', 'claimed', 'returned'];
  return [...rungs.map(of), 0n];
}
