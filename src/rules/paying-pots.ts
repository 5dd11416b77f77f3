import type { Fen } from '../kernel/money';
import type { FundPot } from './rule-set.types';

/** What one pot gives or holds. */
export interface Draw {
  readonly fund: string;
  readonly amountFen: Fen;
}

/** A pot while awards draw on it. */
export interface OpenPot {
  readonly pot: FundPot;
  heldFen: Fen;
  /** Who had its turn when it was closed, so that nothing more is drawn on it; null while it is open. */
  closedAt: string | null;
}

/** What one pot gives to an award that all pay in shares, and what it held before. */
export interface SharedPart {
  readonly pot: FundPot;
  readonly partFen: Fen;
  readonly heldFen: Fen;
}

/** That the pots can pay an amount, and what they hold before it is drawn. */
export interface Offer {
  readonly kind: 'offer';
  readonly leftFen: Fen;
  /** The pots that alone may pay; null where any may. */
  readonly only: readonly FundPot[] | null;
  /** What each gives, where they pay in shares; else null. */
  readonly parts: readonly SharedPart[] | null;
}

/** Why the pots cannot pay an amount. */
export type PotLack =
  /** None of them may pay for the category. */
  | { readonly kind: 'noPot'; readonly leftFen: Fen }
  /** Those that may pay hold less; `only` names them where others may not. */
  | { readonly kind: 'pots'; readonly leftFen: Fen; readonly only: readonly FundPot[] | null }
  /** One of them cannot hold its part; by their shares they can pay no more than what is left. */
  | { readonly kind: 'part'; readonly leftFen: Fen; readonly part: SharedPart };

/** How the pots of one category pay. */
export interface Payers {
  /** Whether they pay in shares, so that one that is closed closes all. */
  readonly inShares: boolean;
  offer(amountFen: Fen): Offer | PotLack;
  /** Takes what was offered. */
  draw(amountFen: Fen, offer: Offer): Draw[];
}
