import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { refuseGrant } from './engines.refusals';
import { askedOf } from './grant-bounds';
import { worked, type AmountRuleOf, type GrantFamily } from './grant-family';
import { askedCandidate, categoryCandidate, limitCandidate, lowestOf } from './grant-lowest';
import type { ProjectMoney } from './project-money';
import type { BilingualText } from './rule-set.types';
import { mostWithin } from './share-of';

/** The kinds of amount rules that reckon the grant: what would go beyond a cap is cut to it. */
export const reckonedGrants = {
  tier: (rule, project, category) => {
    const asked = askedOf(project);
    const bounds = [askedCandidate(asked), ...categoryCandidate(category)];
    const reach = lowestOf(bounds, asked);
    const tiers = tiersOf(rule, project);
    const lowest = printAmount(lowestAmount(tiers));
    const reached = tiers.filter((tierFen) => tierFen > 0n && tierFen <= reach.grantFen);
    const within = printAmount(reach.grantFen);
    if (reached.length === 0) throw refuseGrant('GRANT.BELOW_LOWEST_TIER', { within, lowest });
    const tierFen = highestAmount(reached);
    const tier = printAmount(tierFen);
    const { inputs, arithmetic } = reach.explanation;
    const printed = tiers.map(printAmount);
    return worked(
      tierFen,
      { ...inputs, tiers: printed.join() },
      `${arithmetic}; max(${reached.map(printAmount).join(', ')}) = ${tier} ≤ ${within}`,
      {
        zh: `预算缺口（不超过类别上限）为${within}元，在各档${printed.join('、')}元中取不超过它的最高一档：${tier}元。`,
        en: `What the budget lacks, within the limit of its category, is ${within} yuan; of the tiers of ${printed.join(', ')} yuan the highest that is not above it is ${tier} yuan.`,
      },
    );
  },

  flat: (rule, project, category) => {
    const { amount, words } = flatOf(rule, project);
    const candidate = { name: 'amount', amountFen: parseAmount(amount), words };
    return lowestOf([candidate, ...categoryCandidate(category)]);
  },

  'share-of-budget': (rule, project, category) => {
    const asked = askedOf(project);
    const { budgetFen } = project;
    const share = shareOf(rule, project);
    const part = mostWithin(budgetFen, share);
    const budget = printAmount(budgetFen);
    const candidates = [
      {
        name: 'part',
        amountFen: part,
        words: { zh: `项目预算的${share}`, en: `${share} of the budget` },
      },
      askedCandidate(asked),
      ...limitCandidate('maxAmount', rule.maxAmount),
      ...categoryCandidate(category),
    ];
    return lowestOf(candidates, {
      inputs: { ...asked.inputs, share },
      arithmetic: `${asked.arithmetic}; ${budget} × ${share} ≈ ${printAmount(part)}`,
    });
  },
} as const satisfies {
  readonly [V in 'tier' | 'flat' | 'share-of-budget']: GrantFamily<V>;
};

function tiersOf(
  { tiers, byCategory = [] }: AmountRuleOf<'tier'>,
  { category }: ProjectMoney,
): Fen[] {
  const own = byCategory.find((other) => other.category === category);
  return (own?.amounts ?? tiers).map(parseAmount);
}

/** A class of applicants goes before a category, as there may be classes in every category. */
function flatOf(
  { amount, byCategory = [], byClass = [] }: AmountRuleOf<'flat'>,
  { category, applicantClass }: ProjectMoney,
): { readonly amount: string; readonly words: BilingualText } {
  const ofClass = byClass.find((other) => other.class === applicantClass);
  if (ofClass !== undefined) {
    const words = {
      zh: '该类申报主体的固定资助额',
      en: 'the fixed sum of its class of applicants',
    };
    return { amount: ofClass.amount, words };
  }
  const ofCategory = byCategory.find((other) => other.category === category);
  if (ofCategory !== undefined) {
    const words = { zh: '该类别的固定资助额', en: 'the fixed sum of its category' };
    return { amount: ofCategory.amount, words };
  }
  return { amount, words: { zh: '固定资助额', en: 'the fixed sum' } };
}

/** The share of the budget that bids of its category get. */
export function shareOf(
  { share, byCategory = [] }: AmountRuleOf<'share-of-budget'>,
  { category }: ProjectMoney,
): string {
  return byCategory.find((other) => other.category === category)?.share ?? share;
}

function lowestAmount(amounts: readonly Fen[]): Fen {
  return amounts.reduce((lowest, amount) => (amount < lowest ? amount : lowest));
}

function highestAmount(amounts: readonly Fen[]): Fen {
  return amounts.reduce((highest, amount) => (amount > highest ? amount : highest));
}
