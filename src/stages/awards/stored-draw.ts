import type { Fen } from '../../kernel/money';

/** What one fund gives to an award, as it is stored: fen as text, since JSON's numbers are not exact. */
export interface StoredDraw {
  readonly fundId: string;
  readonly amountFen: string;
}

/** What one fund gives to an award. */
export interface FundDraw {
  readonly fundId: string;
  readonly amountFen: Fen;
}

/** Writes draws for storage. */
export function storeDraws(draws: readonly FundDraw[]): StoredDraw[] {
  return draws.map(({ fundId, amountFen }) => ({ fundId, amountFen: amountFen.toString() }));
}

/** Reads stored draws. */
export function readDraws(draws: readonly StoredDraw[]): FundDraw[] {
  return draws.map(({ fundId, amountFen }) => ({ fundId, amountFen: BigInt(amountFen) }));
}

/** How draws get into a jsonb column and out of it. */
export const storedDraws = {
  to: (draws: readonly FundDraw[] | null): StoredDraw[] | null =>
    draws === null ? null : storeDraws(draws),
  from: (draws: readonly StoredDraw[] | null): FundDraw[] | null =>
    draws === null ? null : readDraws(draws),
};
