import { sumOf } from './money';
import type { Account } from '../account';

/** An account with what only some rounds tell: where things were, what happened, what was refused, what is invented. */
export interface ToldRound extends Account {
  readonly streets?: {
    readonly needs: Readonly<Record<string, string>>;
    readonly bids: Readonly<Record<string, string>>;
  };
  readonly events?: readonly { readonly at: string; readonly zh: string; readonly en: string }[];
  readonly refusals?: readonly {
    readonly at: string;
    readonly by: string;
    readonly tried: string;
    readonly code: string;
    readonly told: string;
  }[];
  readonly truth?: {
    readonly real: readonly Said[];
    readonly invented: readonly Said[];
  };
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What was paid on an award, in fen. */
export function paidOn({ tranches, payments }: ToldRound, awardId: string): bigint {
  const own = new Set(
    tranches.filter((tranche) => tranche.awardId === awardId).map(({ trancheId }) => trancheId),
  );
  const paid = payments.filter(({ trancheId, state }) => own.has(trancheId) && state === 'paid');
  return sumOf(paid.map(({ amount }) => amount as string));
}

/** The awards that came to a contract. */
export function contractedOf({ awards }: ToldRound): readonly any[] {
  return awards.filter(({ state }) => state === 'contracted');
}
