import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { refuseGrant } from './engines.refusals';
import { askedOf, capBound, categoryBound, floorBound, shareBound } from './grant-bounds';
import { worked, type GrantFamily, type WorkedGrant } from './grant-family';
import type { ProjectMoney } from './project-money';
import type { HeldBound } from './rule-check';

/**
 * The kinds of amount rules under which the bid names its grant by its budget: what is out of bounds, also of its category's
 * cap, is refused and not cut.
 */
export const askedGrants = {
  'budget-less-own-funds': (rule, project, category) =>
    asked(project, (grantFen) => [
      shareBound(grantFen, rule.maxShareOfBudget, project.budgetFen),
      ...capBound(grantFen, rule.maxAmount),
      ...categoryBound(grantFen, category),
    ]),

  'up-to-cap': (rule, project, category) =>
    asked(project, (grantFen) => [
      ...floorBound(grantFen, rule.minAmount),
      ...capBound(grantFen, rule.maxAmount),
      ...categoryBound(grantFen, category),
    ]),

  'panel-approved': (rule, project, category) =>
    asked(project, (grantFen) => [
      ...floorBound(grantFen, rule.minAmount),
      ...capBound(grantFen, rule.maxAmount),
      ...categoryBound(grantFen, category),
    ]),

  'fixed-price': (rule, project, category) =>
    asked(project, (grantFen) => [
      priceBound(grantFen, rule.amount),
      ...categoryBound(grantFen, category),
    ]),
} as const satisfies {
  readonly [
    V in 'budget-less-own-funds' | 'up-to-cap' | 'panel-approved' | 'fixed-price'
  ]: GrantFamily<V>;
};

function asked(project: ProjectMoney, boundsOf: (grantFen: Fen) => HeldBound[]): WorkedGrant {
  const { askedFen, inputs, arithmetic } = askedOf(project);
  const bounds = boundsOf(askedFen);
  for (const { refusal } of bounds) if (refusal !== null) throw refusal;
  const { budget, ownFunds } = inputs;
  const grant = printAmount(askedFen);
  const zh = `项目预算${budget}元，减去自筹资金${ownFunds}元，为${grant}元`;
  const en = `The budget of ${budget} yuan less own funds of ${ownFunds} yuan is ${grant} yuan`;
  return worked(
    askedFen,
    Object.fromEntries([inputs, ...bounds.map((bound) => bound.inputs)].flatMap(Object.entries)),
    [arithmetic, ...bounds.map((bound) => bound.arithmetic)].join('; '),
    {
      zh: `${[zh, ...bounds.map(({ words }) => words.zh)].join('，')}。`,
      en: `${[en, ...bounds.map(({ words }) => words.en)].join(', ')}.`,
    },
  );
}

function priceBound(grantFen: Fen, price: string): HeldBound {
  const grant = printAmount(grantFen);
  return {
    inputs: { price },
    arithmetic: `${grant} = ${price}`,
    words: { zh: `等于固定价格${price}元`, en: `which is the fixed price of ${price} yuan` },
    refusal:
      grantFen === parseAmount(price)
        ? null
        : refuseGrant('GRANT.NOT_THE_FIXED_PRICE', { grant, price }),
  };
}
