import { parseAmount, printAmount, type Fen } from '../../../kernel/money';
import type { RuleSet } from '../../../rules';
import { refuseAwards } from '../award.refusals';

/** What a directed commission is for, in the shape of an application's parts. Amounts are yuan with two decimals. */
export type CommissionPlan = {
  readonly summary: string;
  readonly budgetLines: readonly {
    readonly code: string;
    readonly amount: string;
    readonly note?: string;
  }[];
  readonly ownFunds: string;
  readonly activities: readonly {
    readonly name: string;
    readonly times: number;
    readonly heads: number;
  }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly target: number;
    readonly unit: string;
  }[];
};

/**
 * Passes when the plan of a commission, or of an amended contract, keeps to the form of the round's rules and its budget less own funds is its amount. The
 * limits of the competition's amount rule are not asked: a commission has no bid.
 * @param at where the plan stands in the request
 * @throws AWARDS.LINE_UNKNOWN, AWARDS.COUNT_OUT_OF_RANGE, AWARDS.BUDGET_MISMATCH
 * @source domain.md 2.3: one qualified organization, with a published reason
 */
export function requireSoundPlan(
  { form }: Pick<RuleSet, 'form'>,
  plan: Omit<CommissionPlan, 'summary'>,
  amountFen: Fen,
  at = '/plan',
): void {
  requireKnownLines(form.budgetLines, plan.budgetLines, at);
  requireCount('activities', plan.activities.length, form.activities, at);
  requireCount('indicators', plan.indicators.length, form.indicators, at);
  const budgetFen = plan.budgetLines.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
  const ownFundsFen = parseAmount(plan.ownFunds);
  if (budgetFen - ownFundsFen === amountFen) return;
  throw refuseAwards(
    'AWARDS.BUDGET_MISMATCH',
    {
      budget: printAmount(budgetFen),
      ownFunds: printAmount(ownFundsFen),
      amount: printAmount(amountFen),
    },
    '/amount',
  );
}

function requireKnownLines(
  known: RuleSet['form']['budgetLines'],
  lines: CommissionPlan['budgetLines'],
  at: string,
): void {
  const left = new Set(known.map(({ code }) => code));
  for (const [index, { code }] of lines.entries()) {
    if (!left.delete(code)) {
      throw refuseAwards('AWARDS.LINE_UNKNOWN', { code }, `${at}/budgetLines/${index}/code`);
    }
  }
}

function requireCount(
  what: 'activities' | 'indicators',
  count: number,
  { min, max }: { readonly min: number; readonly max: number },
  at: string,
): void {
  if (count >= min && count <= max) return;
  throw refuseAwards('AWARDS.COUNT_OUT_OF_RANGE', { what, count, min, max }, `${at}/${what}`);
}
