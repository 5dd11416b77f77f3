import { parseAmount, type Fen } from '../kernel/money';
import type { Draw, Offer, OpenPot, Payers, PotLack } from './paying-pots';
import { payInOrder } from './pots-in-order';
import { payInShares } from './pots-in-shares';
import type { FundPot } from './rule-set.types';

interface PayersOf {
  readonly pots: readonly OpenPot[];
  readonly payers: Payers;
}

/**
 * The pots while awards draw on them: in their order, or all at once where they pay in shares. A pot that names categories pays
 * for these alone. What a pot is earmarked for is on the record and is not asked here.
 */
export class Pots {
  private readonly pots: readonly OpenPot[];
  private readonly inShares: boolean;
  private readonly ofCategory = new Map<string | null, PayersOf>();

  constructor(funding: readonly FundPot[]) {
    this.pots = funding.map((pot) => ({
      ...{ pot, heldFen: parseAmount(pot.amount), closedAt: null },
    }));
    this.inShares = funding.some(({ share }) => share !== undefined);
  }

  /** What each pot holds, in their order. */
  get left(): readonly Draw[] {
    return this.pots.map(({ pot, heldFen }) => ({ fund: pot.code, amountFen: heldFen }));
  }

  /**
   * Whether an amount can be paid for a category.
   * @throws RangeError when pots say shares that are not the whole
   */
  offer(category: string | null, amountFen: Fen): Offer | PotLack {
    return this.payersOf(category).payers.offer(amountFen);
  }

  /**
   * Takes what was just offered for a category.
   * @returns what each pot gave, together the amount
   */
  draw(category: string | null, amountFen: Fen, offer: Offer): readonly Draw[] {
    return this.payersOf(category).payers.draw(amountFen, offer);
  }

  /** Lets nothing more be drawn on the pots of a bid's category. */
  close(category: string | null, bidId: string): void {
    for (const pot of this.payersOf(category).pots) pot.closedAt ??= bidId;
  }

  /** Lets nothing more be drawn on any pot. */
  closeAll(bidId: string): void {
    for (const pot of this.pots) pot.closedAt ??= bidId;
  }

  /** With which bid the awards of a category ended; null while its pots pay, and where none ever did. */
  closedFor(category: string | null): string | null {
    const { pots, payers } = this.payersOf(category);
    const closed = pots.find(({ closedAt }) => closedAt !== null);
    if (closed === undefined) return null;
    const areAll = payers.inShares || pots.every(({ closedAt }) => closedAt !== null);
    return areAll ? closed.closedAt : null;
  }

  private payersOf(category: string | null): PayersOf {
    const known = this.ofCategory.get(category);
    if (known !== undefined) return known;
    const pots = this.pots.filter(({ pot }) => paysFor(pot, category));
    const payers = this.inShares
      ? payInShares(pots)
      : payInOrder(pots, pots.length === this.pots.length);
    const found = { pots, payers };
    this.ofCategory.set(category, found);
    return found;
  }
}

/** Whether a pot may pay for a category. */
function paysFor({ categories }: FundPot, category: string | null): boolean {
  return categories === undefined || (category !== null && categories.includes(category));
}
