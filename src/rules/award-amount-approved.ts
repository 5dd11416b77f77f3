import { parseAmount, printAmount, type Fen } from '../kernel/money';
import type { ApprovedAmount, AwardedBid } from './award-facts';
import { refuseGrant } from './engines.refusals';
import { awaited, type LateFamily } from './late-amount';

/**
 * What the panel approved. Lines are approved up to what the budget has for each; together they come to at most the request.
 * @throws GRANT.APPROVED_ABOVE_REQUEST, GRANT.APPROVED_BELOW_FLOOR, GRANT.UNKNOWN_LINE, GRANT.LINE_ABOVE_BUDGET: the panel approves
 * a part of what was asked for, so anything beyond is an error of whoever enters it
 * @source cn-guizhou-2020-r2: the budget that the panel approves is the grant; rounds.md 2.8: line by line
 */
export const panelApproved: LateFamily<'panel-approved'> = (rule, { bid, requestFen }) => {
  const { approved } = bid;
  if (approved === undefined) {
    return awaited(['panel-approval'], {
      zh: '资助额待评审核定。',
      en: 'The amount waits for what the panel approves.',
    });
  }
  const sum = 'wholeFen' in approved ? wholeOf(approved, requestFen) : linesOf(approved, bid);
  const { totalFen } = sum;
  const total = printAmount(totalFen);
  const floor = rule.minAmount;
  if (floor !== undefined && totalFen > 0n && totalFen < parseAmount(floor)) {
    throw refuseGrant('GRANT.APPROVED_BELOW_FLOOR', { approved: total, limit: floor });
  }
  return {
    state: 'known',
    amountFen: totalFen,
    inputs: { ...sum.inputs, approved: total },
    arithmetic: sum.arithmetic,
    words: {
      zh: `评审核定${total}元。`,
      en: `The panel approved ${total} yuan.`,
    },
  };
};

interface Sum {
  readonly totalFen: Fen;
  readonly inputs: Readonly<Record<string, string>>;
  readonly arithmetic: string;
}

function wholeOf({ wholeFen }: { readonly wholeFen: Fen }, requestFen: Fen): Sum {
  const approved = printAmount(wholeFen);
  const request = printAmount(requestFen);
  if (wholeFen > requestFen) {
    throw refuseGrant('GRANT.APPROVED_ABOVE_REQUEST', { approved, request });
  }
  return { totalFen: wholeFen, inputs: { request }, arithmetic: `${approved} ≤ ${request}` };
}

function linesOf(
  { lines: approved }: Extract<ApprovedAmount, { lines: unknown }>,
  { lines: budget }: AwardedBid,
): Sum {
  for (const [line, amountFen] of approved) requireWithin(line, amountFen, budget?.get(line));
  const amounts = [...approved].map(([line, amountFen]) => [line, printAmount(amountFen)] as const);
  const totalFen = [...approved.values()].reduce((total, amountFen) => total + amountFen, 0n);
  return {
    totalFen,
    inputs: Object.fromEntries(amounts.map(([line, amount]) => [`line ${line}`, amount])),
    arithmetic: `${amounts.map(([, amount]) => amount).join(' + ') || '0.00'} = ${printAmount(totalFen)}`,
  };
}

function requireWithin(line: string, amountFen: Fen, budgetFen: Fen | undefined): void {
  if (budgetFen === undefined) throw refuseGrant('GRANT.UNKNOWN_LINE', { line });
  if (amountFen <= budgetFen) return;
  const facts = { line, approved: printAmount(amountFen), budget: printAmount(budgetFen) };
  throw refuseGrant('GRANT.LINE_ABOVE_BUDGET', facts);
}
