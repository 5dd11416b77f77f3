import type { FundDraw } from '../../awards';
import type { Replan } from './contracted-project';

/** What each fund gives to a contract after it was amended, together the new amount. */
export function changedDraws(draws: readonly FundDraw[], replan: Replan | null): FundDraw[] {
  const of = (parts: readonly FundDraw[], wanted: string) =>
    parts.find(({ fundId }) => fundId === wanted)?.amountFen ?? 0n;
  return draws.map(({ fundId, amountFen }) => ({
    fundId,
    amountFen: amountFen + of(replan?.more ?? [], fundId) - of(replan?.less ?? [], fundId),
  }));
}
