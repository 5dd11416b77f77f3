import type { ContractRules } from '../../rules';

/** What the amount of a contract means, as both sides sign it. */
export type ContractPrice = {
  readonly kind: 'lump-sum' | 'ceiling' | 'by-output';
  readonly means: { readonly zh: string; readonly en: string };
};

const MEANS = {
  'lump-sum': {
    zh: '本合同金额包干：遗漏内容产生的费用由乙方承担。',
    en: 'The amount is a lump sum: what was forgotten is at the cost of the grantee.',
  },
  ceiling: {
    zh: '本合同金额为按最优等级计算的最高应付额；实际应付按评估等级确定，差额不予支付。',
    en: 'The amount is the most that the best grade pays; what is payable follows from the grade, and the rest is not paid.',
  },
  'by-output': {
    zh: '本合同按实际交付的产出计价，本金额为预计总额。',
    en: 'What is delivered is paid; the amount is what is expected in all.',
  },
} as const;

/**
 * The clause on the amount; none where it is simply what was awarded. What was delivered is counted by people.
 * @source cn-shiwan-2025: what is left out is at the contractor's cost; cn-zengcheng-lihu: sized at the best grade
 */
export function priceOf({ price = 'award' }: Pick<ContractRules, 'price'>): {
  readonly price?: ContractPrice;
} {
  if (price === 'award') return {};
  return { price: { kind: price, means: { ...MEANS[price] } } };
}
