import type { Fen } from '../../kernel/money';

/** What one fund gives to an award, as it is stored: fen as text, since JSON's numbers are not exact. */
export interface StoredDraw {
  readonly fundId: string;
  readonly amountFen: string;
  /** Where no pot of the round holds it: the fund gives it to the round when the award is approved. */
  readonly isBeyondPots?: true;
}

/** What one fund gives to an award. */
export interface FundDraw {
  readonly fundId: string;
  readonly amountFen: Fen;
}

/** The same, told apart by whether a pot of the round holds it. */
export interface AwardDraw extends FundDraw {
  readonly isBeyondPots?: true;
}

/** Writes draws for storage. */
export function storeDraws(draws: readonly AwardDraw[]): StoredDraw[] {
  return draws.map((draw) => ({ ...draw, amountFen: draw.amountFen.toString() }));
}

/** Reads stored draws. */
export function readDraws(draws: readonly StoredDraw[]): AwardDraw[] {
  return draws.map((draw) => ({ ...draw, amountFen: BigInt(draw.amountFen) }));
}

/** What each fund gives in all, in the order in which they are drawn on: two pots may be fed by one fund. */
export function byFund(draws: readonly FundDraw[]): FundDraw[] {
  const totals = new Map<string, Fen>();
  for (const { fundId, amountFen } of draws) {
    totals.set(fundId, (totals.get(fundId) ?? 0n) + amountFen);
  }
  return [...totals].map(([fundId, amountFen]) => ({ fundId, amountFen }));
}

/** How draws get into a jsonb column and out of it. */
export const storedDraws = {
  to: (draws: readonly FundDraw[] | null): StoredDraw[] | null =>
    draws === null ? null : storeDraws(draws),
  from: (draws: readonly StoredDraw[] | null): FundDraw[] | null =>
    draws === null ? null : readDraws(draws),
};
