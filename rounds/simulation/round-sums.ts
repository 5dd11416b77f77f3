import { parseAmount, type Fen } from '../../src/kernel/money';
import type { RuleSet } from '../../src/rules';
import type { PlayedLot } from './play-lot';
import type { PlayedProject } from './play-project';
import { totalOf } from './yuan';

/** One pot at the end of a round. */
export interface PotSum {
  readonly fund: string;
  readonly budgetFen: Fen;
  /** What the awards that stand draw on it. */
  readonly drawnFen: Fen;
  readonly leftFen: Fen;
}

/** The money of a round, to the fen. */
export interface RoundSums {
  readonly pots: readonly PotSum[];
  readonly budgetFen: Fen;
  /** What of the awards no pot pays, because by the rules they are funded beyond them. */
  readonly beyondPotsFen: Fen;
  readonly awardedFen: Fen;
  readonly leftFen: Fen;
  readonly paidFen: Fen;
  /** What was never paid of the awards. */
  readonly releasedFen: Fen;
  /** What went back of what was paid. */
  readonly returnedFen: Fen;
}

/** Adds up a round. What is left is what the allocation says, so that it can be held against what was drawn. */
export function roundSums(
  { funding }: RuleSet,
  lots: readonly PlayedLot[],
  projects: readonly PlayedProject[],
): RoundSums {
  const last = lots.findLast(({ awards }) => awards !== null)?.awards?.left;
  const pots = funding.map(({ code: fund, amount }): PotSum => {
    const budgetFen = parseAmount(amount);
    const draws = projects.flatMap(({ award }) => award.draws);
    return {
      ...{ fund, budgetFen },
      drawnFen: totalOf(
        draws.filter((draw) => draw.fund === fund).map(({ amountFen }) => amountFen),
      ),
      leftFen: last?.find((draw) => draw.fund === fund)?.amountFen ?? budgetFen,
    };
  });
  return {
    pots,
    budgetFen: totalOf(pots.map((pot) => pot.budgetFen)),
    beyondPotsFen: totalOf(projects.map(({ award }) => award.overrunFen)),
    awardedFen: totalOf(projects.map(({ award }) => award.amountFen)),
    leftFen: totalOf(pots.map((pot) => pot.leftFen)),
    paidFen: totalOf(projects.map(({ paidFen }) => paidFen)),
    releasedFen: totalOf(projects.map(({ releasedFen }) => releasedFen)),
    returnedFen: totalOf(projects.map(({ returnedFen }) => returnedFen)),
  };
}

/** Whether the sums come out: budget and what is beyond it = awarded + left, awarded = paid + released, and pot by pot. */
export function sumsComeOut(sums: RoundSums): boolean {
  const { budgetFen, beyondPotsFen, awardedFen, leftFen, paidFen, releasedFen, returnedFen } = sums;
  return (
    budgetFen + beyondPotsFen === awardedFen + leftFen &&
    awardedFen === paidFen + releasedFen &&
    returnedFen <= paidFen &&
    sums.pots.every((pot) => pot.budgetFen === pot.drawnFen + pot.leftFen)
  );
}
