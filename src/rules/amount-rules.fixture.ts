import { parseAmount, printAmount } from '../kernel/money';
import { grantAmount } from './grant-amount';
import type { AmountRule, CategoryRules, RuleSet } from './rule-set.types';
import type { ProjectMoney } from './project-money';

type Caps = Readonly<Record<string, string | null>>;
type AmountRules = Pick<RuleSet, 'amount' | 'categories' | 'gifts'>;

/** An amount rule with these categories, of which a cap may be named. */
export function amountRules(
  amount: AmountRule,
  caps: Caps = {},
  more: Pick<RuleSet, 'gifts'> = {},
): AmountRules {
  const categories = Object.entries(caps).map(([code, cap]): CategoryRules => ({
    code,
    name: { zh: `类别${code}`, en: code },
    ...(cap !== null && { cap }),
  }));
  return { amount, categories, ...more };
}

/** A project with this budget and own funds, in yuan. */
export function project(
  budget: string,
  ownFunds = '0.00',
  more: Partial<ProjectMoney> = {},
): ProjectMoney {
  return {
    budgetFen: parseAmount(budget),
    ownFundsFen: parseAmount(ownFunds),
    category: null,
    ...more,
  };
}

/** What the project requests by the rule, in yuan. */
export function requested(rule: AmountRule, asking: ProjectMoney, caps: Caps = {}): string {
  return printAmount(grantAmount(amountRules(rule, caps), asking).grantFen);
}

/** Why it requests nothing; what it requests where it does. */
export function refused(rule: AmountRule, asking: ProjectMoney, caps: Caps = {}): unknown {
  try {
    return requested(rule, asking, caps);
  } catch (error) {
    return error;
  }
}

/** Amounts in yuan by their codes, in fen. */
export function lines(amounts: Readonly<Record<string, string>>): ReadonlyMap<string, bigint> {
  return new Map(Object.entries(amounts).map(([code, amount]) => [code, parseAmount(amount)]));
}

/** cn-longhua-2020: five tiers for projects of one street, five others for those of several. */
export const longhua: AmountRule = {
  variant: 'tier',
  tiers: ['10000.00', '30000.00', '50000.00', '70000.00', '100000.00'],
  byCategory: [
    {
      category: 'second',
      amounts: ['30000.00', '60000.00', '100000.00', '150000.00', '200000.00'],
    },
  ],
};

/** cn-nanshan-2020: prizes for two groups. */
export const nanshan: AmountRule = {
  variant: 'prize-by-rank',
  prizes: [
    { category: 'starting', from: 1, to: 1, amount: '20000.00' },
    { category: 'starting', from: 2, to: 3, amount: '14000.00' },
    { category: 'starting', from: 4, to: 6, amount: '8000.00' },
    { category: 'starting', from: 7, to: 12, amount: '3000.00' },
    { category: 'growing', from: 1, to: 1, amount: '30000.00' },
    { category: 'growing', from: 2, to: 2, amount: '20000.00' },
    { category: 'growing', from: 3, to: 3, amount: '10000.00' },
    { category: 'growing', from: 4, to: 8, amount: '6000.00' },
  ],
};

/** cn-national-contest-2020: prizes for the first twenty. */
export const nationalContest: AmountRule = {
  variant: 'prize-by-rank',
  prizes: [
    { from: 1, to: 5, amount: '100000.00' },
    { from: 6, to: 10, amount: '60000.00' },
    { from: 11, to: 15, amount: '30000.00' },
    { from: 16, to: 20, amount: '10000.00' },
  ],
};

/** cn-guangzhou-2017-support: a fixed sum by class of applicants. */
export const guangzhou2017: AmountRule = {
  variant: 'flat',
  amount: '10000.00',
  byClass: [
    { class: 'new', amount: '30000.00' },
    { class: 'grade-5a', amount: '50000.00' },
    { class: 'grade-4a', amount: '30000.00' },
  ],
};

/** cn-dongguan-2011-r1: gifts matched 1 : 2. */
export const dongguan: AmountRule = {
  variant: 'gift-match',
  ratio: '2',
  capWithGifts: '500000.00',
  capWithoutGifts: '300000.00',
};

/** cn-changsha-county-2022: outputs at their prices; the individual cases are as many as the bid offers. */
export const changsha: AmountRule = {
  variant: 'unit-price',
  outputs: [
    {
      code: 'large-events',
      name: { zh: '大型社区活动', en: 'Large events' },
      unitPrice: '4000.00',
      quantity: 7,
    },
    {
      code: 'small-events',
      name: { zh: '中小型社区活动', en: 'Small events' },
      unitPrice: '2000.00',
      quantity: 7,
    },
    { code: 'cases', name: { zh: '个案服务', en: 'Cases' }, unitPrice: '300.00' },
    { code: 'groups', name: { zh: '小组工作', en: 'Groups' }, unitPrice: '1000.00', quantity: 7 },
  ],
};

/** cn-zengcheng-shitan-2025: one price for all. */
export const zengcheng: AmountRule = { variant: 'fixed-price', amount: '1854000.00' };

/** cn-guizhou-2020-r2: what the panel approves. */
export const guizhou: AmountRule = { variant: 'panel-approved', maxAmount: '500000.00' };

/** cn-shanghai-2009-venture: settled after the award; the ceiling is invented. */
export const shanghai: AmountRule = {
  variant: 'later-priced',
  by: 'organizer',
  ceiling: '300000.00',
};

/** rounds.md, axis 5: a ratio of the audited budget by type. */
export const audited: AmountRule = {
  variant: 'share-of-budget',
  share: '0.5',
  byCategory: [{ category: 'key', share: '0.7' }],
  maxAmount: '200000.00',
  budget: 'audited',
};
