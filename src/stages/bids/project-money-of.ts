import { parseAmount, type Fen } from '../../kernel/money';
import type { MatchedMoney, MatchSource, ProjectMoney } from '../../rules';
import type { Application, AskedParts } from './application';

/** What of an application the rules of amounts, own match and cost lines look at. */
export type AppliedMoney = Required<ProjectMoney> & Pick<MatchedMoney, 'match'>;

/** What of an application its money is read from. */
type PricedParts = Pick<Application, 'budgetLines' | 'ownFunds' | 'category' | keyof AskedParts>;

/** Reads the money of an application that was read at the opening or the check before. */
export function projectMoneyOf(application: PricedParts): AppliedMoney {
  const { budgetLines, ownFunds, category, applicantClass, outputs = {}, match } = application;
  const lines = new Map(budgetLines.map(({ code, amount }) => [code, parseAmount(amount)]));
  return {
    budgetFen: [...lines.values()].reduce((sum, amountFen) => sum + amountFen, 0n),
    ownFundsFen: parseAmount(ownFunds),
    category: category ?? null,
    applicantClass: applicantClass ?? null,
    lines,
    quantities: new Map(Object.entries(outputs)),
    ...(match !== undefined && { match: matchOf(match) }),
  };
}

function matchOf(match: Readonly<Partial<Record<MatchSource, string>>>): Map<MatchSource, Fen> {
  const amounts = Object.entries(match) as [MatchSource, string][];
  return new Map(amounts.map(([source, amount]) => [source, parseAmount(amount)]));
}
