import { printAmount, splitByWeights, type Fen } from '../../src/kernel/money';
import type { Draw, FundPot } from '../../src/rules';

/** The pots with what is left in them. */
export function potsHolding(funding: readonly FundPot[], left: readonly Draw[]): FundPot[] {
  return funding.map((pot) => ({ ...pot, amount: printAmount(amountIn(left, pot.code)) }));
}

/** What is left when some draws go back. */
export function givenBack(left: readonly Draw[], draws: readonly Draw[]): Draw[] {
  return left.map(({ fund, amountFen }) => ({
    fund,
    amountFen: amountFen + amountIn(draws, fund),
  }));
}

/** Draws that come to less than before, each in its proportion, to the fen by largest remainder. */
export function lessened(draws: readonly Draw[], toFen: Fen): Draw[] {
  if (draws.length === 0) return [];
  const parts = splitByWeights(
    toFen,
    draws.map(({ amountFen }) => amountFen),
  );
  return draws.map(({ fund }, index) => ({ fund, amountFen: parts[index]! }));
}

/** What of some draws stays when others take their place, pot by pot. */
export function difference(draws: readonly Draw[], taken: readonly Draw[]): Draw[] {
  return draws.map(({ fund, amountFen }) => ({
    fund,
    amountFen: amountFen - amountIn(taken, fund),
  }));
}

function amountIn(draws: readonly Draw[], fund: string): Fen {
  return draws.reduce((sum, draw) => (draw.fund === fund ? sum + draw.amountFen : sum), 0n);
}
