import { splitByWeights, type Fen } from '../../src/kernel/money';
import { baseOf, type BudgetCell, type TrancheRules } from '../../src/rules';

/** The budget of a project by line and year: over as many years as the tranches name, evenly. */
export function budgetCells(
  tranches: readonly TrancheRules[],
  lines: ReadonlyMap<string, Fen>,
): BudgetCell[] {
  const years = tranches.reduce((most, tranche) => {
    const base = baseOf(tranche);
    return base.variant === 'year' ? Math.max(most, base.year) : most;
  }, 1);
  const weights = Array.from({ length: years }, () => 1n);
  return [...lines].flatMap(([line, lineFen]) =>
    splitByWeights(lineFen, weights).map((amountFen, index) => ({
      ...{ line, amountFen },
      year: index + 1,
    })),
  );
}
