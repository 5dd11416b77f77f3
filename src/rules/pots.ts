import { parseAmount, splitByWeights, weightsOf, type Fen } from '../kernel/money';
import { compareRatios, parseRatio, ratioOf, sum } from '../kernel/ratio';
import type { FundPot } from './rule-set.types';

/** What one pot gives or holds. */
export interface Draw {
  readonly fund: string;
  readonly amountFen: Fen;
}

/** What one pot gives to an award that all pay in shares, and what it held before. */
export interface SharedPart {
  readonly pot: FundPot;
  readonly partFen: Fen;
  readonly heldFen: Fen;
}

/** Why the pots cannot pay an amount. */
export type PotLack =
  /** None of them may pay for the category. */
  | { readonly kind: 'noPot'; readonly leftFen: Fen }
  /** Those that may pay hold less; `only` names them where others may not. */
  | { readonly kind: 'pots'; readonly leftFen: Fen; readonly only: readonly FundPot[] | null }
  /** One of them cannot hold its part; by their shares they can pay no more than what is left. */
  | { readonly kind: 'part'; readonly leftFen: Fen; readonly part: SharedPart };

interface PotState<Closing> {
  readonly pot: FundPot;
  heldFen: Fen;
  /** Why nothing more is drawn on it; null while it is open. */
  closing: Closing | null;
}

/** The pots that pay for one category. */
interface Payers<Closing> {
  readonly all: readonly PotState<Closing>[];
  /** Where they pay in shares: the weights of these, in the order of the pots. */
  readonly weights: readonly bigint[] | null;
  readonly allWeights: bigint;
}

/**
 * The pots while awards draw on them: in their order, or all at once where they pay in shares. A pot that names categories pays
 * for these alone. What a pot is earmarked for is on the record and is not asked here.
 */
export class Pots<Closing = never> {
  private readonly pots: readonly PotState<Closing>[];
  private readonly inShares: boolean;
  private readonly payers = new Map<string | null, Payers<Closing>>();

  constructor(funding: readonly FundPot[]) {
    this.pots = funding.map((pot) => ({ pot, heldFen: parseAmount(pot.amount), closing: null }));
    this.inShares = funding.some(({ share }) => share !== undefined);
  }

  /** What each pot holds, in their order. */
  get left(): readonly Draw[] {
    return this.pots.map(({ pot, heldFen }) => ({ fund: pot.code, amountFen: heldFen }));
  }

  /**
   * The most that can be paid for a category: what its pots hold together, or where they pay in shares, as much as each can
   * hold its part of.
   */
  leftFor(category: string | null): Fen {
    const { all, weights, allWeights } = this.payersOf(category);
    if (weights === null) {
      return all.reduce(
        (fen, { heldFen, closing }) => (closing === null ? fen + heldFen : fen),
        0n,
      );
    }
    const mosts = all.flatMap(({ heldFen }, index) => {
      const weight = weights[index] ?? 0n;
      return weight === 0n ? [] : [(heldFen * allWeights) / weight];
    });
    return mosts.reduce((least, most) => (most < least ? most : least), mosts[0] ?? 0n);
  }

  /** Why an amount cannot be paid for a category; null when it can. */
  lackFor(category: string | null, amountFen: Fen): PotLack | null {
    const payers = this.payersOf(category);
    const leftFen = this.leftFor(category);
    if (amountFen <= leftFen) return null;
    if (payers.all.length === 0) return { kind: 'noPot', leftFen };
    if (payers.weights === null) return { kind: 'pots', leftFen, only: this.onlyFor(category) };
    // By the rounding of the parts a fen more than that may still fit.
    const part = partsOf(payers, amountFen).find(({ partFen, heldFen }) => partFen > heldFen);
    return part === undefined ? null : { kind: 'part', leftFen, part };
  }

  /** The pots that alone are drawn on for a category; null where all are. */
  onlyFor(category: string | null): readonly FundPot[] | null {
    const open = this.payersOf(category).all.filter(({ closing }) => closing === null);
    return open.length === this.pots.length ? null : open.map(({ pot }) => pot);
  }

  /** What each pot gives and holds, where they pay in shares; else null. */
  partsFor(category: string | null, amountFen: Fen): readonly SharedPart[] | null {
    const payers = this.payersOf(category);
    return payers.weights === null ? null : partsOf(payers, amountFen);
  }

  /**
   * Takes an amount for a category.
   * @returns what each pot gave, together the amount
   * @throws RangeError when they cannot pay it
   */
  draw(category: string | null, amountFen: Fen): readonly Draw[] {
    if (this.lackFor(category, amountFen) !== null) throw new RangeError('the pots hold less');
    const payers = this.payersOf(category);
    const parts = payers.weights === null ? null : splitByWeights(amountFen, payers.weights);
    let wantedFen = amountFen;
    const draws: Draw[] = [];
    payers.all.forEach((state, index) => {
      const { pot, heldFen, closing } = state;
      if (closing !== null) return;
      const drawnFen = parts === null ? least(wantedFen, heldFen) : parts[index]!;
      if (drawnFen === 0n) return;
      wantedFen -= drawnFen;
      state.heldFen -= drawnFen;
      draws.push({ fund: pot.code, amountFen: drawnFen });
    });
    return draws;
  }

  /** Lets nothing more be drawn on the pots of a category. */
  close(category: string | null, closing: Closing): void {
    for (const state of this.payersOf(category).all) state.closing ??= closing;
  }

  /** Lets nothing more be drawn on any pot. */
  closeAll(closing: Closing): void {
    for (const state of this.pots) state.closing ??= closing;
  }

  /** Why nothing more is paid for a category; null while something may be. */
  closingFor(category: string | null): Closing | null {
    const { all, weights } = this.payersOf(category);
    const closed = all.find(({ closing }) => closing !== null);
    if (closed === undefined) return null;
    // In shares no award is paid without its part of each.
    const isClosed = weights !== null || all.every(({ closing }) => closing !== null);
    return isClosed ? closed.closing : null;
  }

  private payersOf(category: string | null): Payers<Closing> {
    const known = this.payers.get(category);
    if (known !== undefined) return known;
    const all = this.pots.filter(({ pot }) => paysFor(pot, category));
    const weights = this.inShares && all.length > 0 ? weightsIn(all.map(({ pot }) => pot)) : null;
    const allWeights = (weights ?? []).reduce((whole, weight) => whole + weight, 0n);
    const payers = { all, weights, allWeights };
    this.payers.set(category, payers);
    return payers;
  }
}

/** Whether a pot may pay for a category. */
function paysFor({ categories }: FundPot, category: string | null): boolean {
  return categories === undefined || (category !== null && categories.includes(category));
}

function partsOf({ all, weights }: Payers<unknown>, amountFen: Fen): readonly SharedPart[] {
  const parts = splitByWeights(amountFen, weights ?? []);
  return all.map(({ pot, heldFen }, index) => ({ pot, heldFen, partFen: parts[index]! }));
}

/** @throws RangeError unless each pot says its share and together they are the whole */
function weightsIn(pots: readonly FundPot[]): bigint[] {
  const shares = pots.map(({ code, share }) => {
    if (share === undefined) throw new RangeError(`the pot ${code} says no share where others do`);
    return parseRatio(share);
  });
  if (compareRatios(sum(shares), ratioOf(1n)) !== 0) {
    const codes = pots.map(({ code }) => code).join(', ');
    throw new RangeError(`the shares of the pots ${codes} do not total exactly 1`);
  }
  return weightsOf(shares);
}

function least(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}
