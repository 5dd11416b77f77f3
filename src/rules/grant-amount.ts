import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { floorRatio, multiply, parseRatio, ratioOf } from '../kernel/ratio';
import { refuseGrant } from './engines.refusals';
import type { Explanation } from './explanation';
import type { ProjectMoney } from './project-money';
import type { RuleSet } from './rule-set.types';

/** What a bid's budget comes to. */
export interface Grant {
  readonly grantFen: Fen;
  readonly explanation: Explanation;
}

/**
 * The grant that follows from a project's budget and the organization's own funds.
 * @throws GRANT.OWN_FUNDS_ABOVE_BUDGET, GRANT.NOTHING_ASKED, GRANT.ABOVE_SHARE, GRANT.ABOVE_CAP, GRANT.ABOVE_CATEGORY_CAP
 * @source cn-guangzhou-2020-r7: budget less own funds, at most 60 % of the budget and 500,000 yuan; a category's own cap:
 * rounds.md axis 17
 */
export function grantAmount(
  { amount: rule, categories }: Pick<RuleSet, 'amount' | 'categories'>,
  project: ProjectMoney,
): Grant {
  const { budgetFen, ownFundsFen } = project;
  const budget = printAmount(budgetFen);
  const ownFunds = printAmount(ownFundsFen);
  if (ownFundsFen > budgetFen) {
    throw refuseGrant('GRANT.OWN_FUNDS_ABOVE_BUDGET', { ownFunds, budget });
  }
  const grantFen = budgetFen - ownFundsFen;
  if (grantFen === 0n) throw refuseGrant('GRANT.NOTHING_ASKED', { budget });

  const { maxShareOfBudget: share, maxAmount } = rule;
  const grant = printAmount(grantFen);
  const shareLimitFen = floorRatio(multiply(ratioOf(budgetFen), parseRatio(share)));
  const shareLimit = printAmount(shareLimitFen);
  if (grantFen > shareLimitFen) {
    throw refuseGrant('GRANT.ABOVE_SHARE', { grant, share, limit: shareLimit });
  }
  if (grantFen > parseAmount(maxAmount)) {
    throw refuseGrant('GRANT.ABOVE_CAP', { grant, limit: maxAmount });
  }
  const category = categories.find(({ code }) => code === project.category);
  const cap = category?.cap;
  if (category !== undefined && cap !== undefined && grantFen > parseAmount(cap)) {
    const facts = { grant, limit: cap, category: category.code };
    throw refuseGrant('GRANT.ABOVE_CATEGORY_CAP', facts);
  }
  return {
    grantFen,
    explanation: {
      rule: '/amount',
      inputs: {
        ...{ budget, ownFunds, maxShareOfBudget: share, maxAmount },
        ...(cap !== undefined && { categoryCap: cap }),
      },
      arithmetic: `${budget} - ${ownFunds} = ${grant}; ${grant} ≤ ${budget} × ${share} = ${shareLimit}; ${grant} ≤ ${maxAmount}${cap === undefined ? '' : `; ${grant} ≤ ${cap}`}`,
    },
  };
}
