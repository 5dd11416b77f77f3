import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { refuseGrant } from './engines.refusals';
import type { ProjectMoney } from './project-money';
import type { HeldBound } from './rule-check';
import type { CategoryRules } from './rule-set.types';
import { mostWithin } from './share-of';

/** What a project asks for: what its budget lacks after the organization's own funds. */
export interface Asked {
  readonly askedFen: Fen;
  readonly inputs: Readonly<Record<'budget' | 'ownFunds', string>>;
  readonly arithmetic: string;
}

/** @throws GRANT.OWN_FUNDS_ABOVE_BUDGET, GRANT.NOTHING_ASKED */
export function askedOf({ budgetFen, ownFundsFen }: ProjectMoney): Asked {
  const budget = printAmount(budgetFen);
  const ownFunds = printAmount(ownFundsFen);
  if (ownFundsFen > budgetFen) {
    throw refuseGrant('GRANT.OWN_FUNDS_ABOVE_BUDGET', { ownFunds, budget });
  }
  const askedFen = budgetFen - ownFundsFen;
  if (askedFen === 0n) throw refuseGrant('GRANT.NOTHING_ASKED', { budget });
  const arithmetic = `${budget} - ${ownFunds} = ${printAmount(askedFen)}`;
  return { askedFen, inputs: { budget, ownFunds }, arithmetic };
}

/** At most a share of the budget. */
export function shareBound(grantFen: Fen, share: string, budgetFen: Fen): HeldBound {
  const limitFen = mostWithin(budgetFen, share);
  const grant = printAmount(grantFen);
  const limit = printAmount(limitFen);
  return {
    inputs: { maxShareOfBudget: share },
    arithmetic: `${grant} ≤ ${printAmount(budgetFen)} × ${share} = ${limit}`,
    words: {
      zh: `不超过项目预算的${share}（${limit}元）`,
      en: `not above ${share} of the budget, which is ${limit} yuan`,
    },
    refusal: grantFen > limitFen ? refuseGrant('GRANT.ABOVE_SHARE', { grant, share, limit }) : null,
  };
}

/** At most so much for each project; without a limit there is no bound. */
export function capBound(grantFen: Fen, limit: string | undefined): HeldBound[] {
  if (limit === undefined) return [];
  const grant = printAmount(grantFen);
  return [
    {
      inputs: { maxAmount: limit },
      arithmetic: `${grant} ≤ ${limit}`,
      words: {
        zh: `不超过每个项目的上限${limit}元`,
        en: `not above the limit of ${limit} yuan per project`,
      },
      refusal:
        grantFen > parseAmount(limit) ? refuseGrant('GRANT.ABOVE_CAP', { grant, limit }) : null,
    },
  ];
}

/** At least so much for each project; without a limit there is no bound. */
export function floorBound(grantFen: Fen, limit: string | undefined): HeldBound[] {
  if (limit === undefined) return [];
  const grant = printAmount(grantFen);
  return [
    {
      inputs: { minAmount: limit },
      arithmetic: `${grant} ≥ ${limit}`,
      words: {
        zh: `不低于每个项目的下限${limit}元`,
        en: `not below the least of ${limit} yuan per project`,
      },
      refusal:
        grantFen < parseAmount(limit) ? refuseGrant('GRANT.BELOW_FLOOR', { grant, limit }) : null,
    },
  ];
}

/** At most the cap of its category; without one there is no bound. */
export function categoryBound(grantFen: Fen, category: CategoryRules | undefined): HeldBound[] {
  const limit = category?.cap;
  if (category === undefined || limit === undefined) return [];
  const grant = printAmount(grantFen);
  const facts = { grant, limit, category: category.code };
  return [
    {
      inputs: { categoryCap: limit },
      arithmetic: `${grant} ≤ ${limit}`,
      words: {
        zh: `不超过“${category.name.zh}”每个项目的上限${limit}元`,
        en: `not above the limit of ${limit} yuan per project of “${category.name.en}”`,
      },
      refusal:
        grantFen > parseAmount(limit) ? refuseGrant('GRANT.ABOVE_CATEGORY_CAP', facts) : null,
    },
  ];
}
