import type { Chance } from '../../demo/chance';

/** What somebody scores. */
export interface ScoreAsked {
  /** The most; the least is 0. */
  readonly most: number;
  readonly decimals: number;
  /** How good it is, from 0 to 1. */
  readonly level: number;
}

/** How far a score may lie from what is really there, either way, as a share of the most. */
const SPREAD = 0.15;

/** A score as decimal text: what is there, as somebody sees it who is mistaken now and then. */
export function inventScore(chance: Chance, { most, decimals, level }: ScoreAsked): string {
  const seen = level + SPREAD * (chance.next() + chance.next() - 1);
  const scale = 10 ** decimals;
  const units = Math.round(Math.min(1, Math.max(0, seen)) * most * scale);
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
