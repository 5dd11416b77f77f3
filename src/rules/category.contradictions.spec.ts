import { tell, type Refusal } from '../kernel/refusal';
import { cityRound } from './city-round.fixture';
import { contradictionsIn } from './rule-set.contradictions';
import { parseRuleSet } from './rule-set';
import type { RuleSet } from './rule-set.types';
import { RulesRefused } from './rules.refusals';
import { smallRound } from './small-round.fixture';

type Change = (rules: RuleSet) => void;

const told = ({ code, pointer }: Refusal) => `${code} ${pointer}`;

/** Everything that is wrong with a document, of whatever kind. */
function faultsOf(document: RuleSet): string[] {
  try {
    parseRuleSet(document);
  } catch (error) {
    if (error instanceof RulesRefused) return error.faults.map(told);
    throw error;
  }
  return [];
}

describe('the rule set of the city’s round', () => {
  it('is one that can be run, with 32 places in five categories', () => {
    expect(faultsOf(cityRound())).toEqual([]);
    expect(cityRound().categories.map(({ quota }) => quota)).toEqual([14, 4, 4, 4, 6]);
  });
});

describe('quotas, budgets and caps', () => {
  it.each<[string, Change, string]>([
    [
      'a quota of nobody',
      (r) => (r.categories[1]!.quota = 0),
      'RULES.TOO_LITTLE /categories/1/quota',
    ],
    ['half a place', (r) => (r.categories[1]!.quota = 1.5), 'RULES.WRONG_TYPE /categories/1/quota'],
    [
      'a budget in a tenth of a fen',
      (r) => (r.categories[0]!.budget = '1000.001'),
      'RULES.WRONG_FORMAT /categories/0/budget',
    ],
    [
      'a cap without decimals',
      (r) => (r.categories[0]!.cap = '1000'),
      'RULES.WRONG_FORMAT /categories/0/cap',
    ],
    [
      'a budget of nothing',
      (r) => (r.categories[0]!.budget = '0.00'),
      'RULES.CATEGORY_BUDGET_ZERO /categories/0/budget',
    ],
    [
      'a cap of nothing',
      (r) => (r.categories[0]!.cap = '0.00'),
      'RULES.GRANT_ALWAYS_ZERO /categories/0/cap',
    ],
    [
      'a cap above that of the amount rule',
      (r) => (r.categories[2]!.cap = '500000.01'),
      'RULES.CATEGORY_CAP_ABOVE_AMOUNT /categories/2/cap',
    ],
    [
      'a cap above the budget of its category',
      (r) => Object.assign(r.categories[2]!, { budget: '100000.00', cap: '100000.01' }),
      'RULES.CATEGORY_CAP_ABOVE_BUDGET /categories/2/cap',
    ],
    [
      'budgets that total more than the pots hold',
      (r) => {
        r.categories[0]!.budget = '6000000.00';
        r.categories[1]!.budget = '0.01';
      },
      'RULES.CATEGORY_BUDGETS_ABOVE_POTS /categories',
    ],
    [
      'quotas where there are none',
      (r) => r.categories.forEach((category) => delete category.quota),
      'RULES.QUOTAS_MISSING /award/variant',
    ],
    [
      'a kind of unfilled quota that does not exist',
      (r) => Object.assign(r.award, { unfilledQuota: { variant: 'lottery' } }),
      'RULES.UNKNOWN_VARIANT /award/unfilledQuota/variant',
    ],
    [
      'quotas without a word on what becomes of an unfilled one',
      (r) => Reflect.deleteProperty(r.award, 'unfilledQuota'),
      'RULES.MISSING /award/unfilledQuota',
    ],
  ])('refuse %s', (_, change, fault) => {
    const rules = cityRound((r) => {
      r.provenance = [];
      change(r);
    });
    expect(faultsOf(rules)).toEqual([fault]);
  });

  it.each<[string, Change]>([
    ['a place for one', (r) => (r.categories[1]!.quota = 1)],
    ['a category without a quota', (r) => delete r.categories[1]!.quota],
    ['a cap at that of the amount rule', (r) => (r.categories[2]!.cap = '500000.00')],
    [
      'a cap at the budget of its category',
      (r) => Object.assign(r.categories[2]!, { budget: '100000.00', cap: '100000.00' }),
    ],
    [
      'budgets that total what the pots hold',
      (r) => {
        r.categories[0]!.budget = '5999999.99';
        r.categories[1]!.budget = '0.01';
      },
    ],
  ])('take %s', (_, change) => {
    const rules = cityRound((r) => {
      r.provenance = [];
      change(r);
    });
    expect(faultsOf(rules)).toEqual([]);
  });

  it('refuse a quota or a budget that the award rule would pass over, and take a cap', () => {
    const ranked = smallRound(({ categories }) => {
      Object.assign(categories[0]!, { quota: 3, budget: '500000.00', cap: '100000.00' });
    });
    expect(faultsOf(ranked)).toEqual([
      'RULES.QUOTAS_NOT_ASKED /categories/0/quota',
      'RULES.QUOTAS_NOT_ASKED /categories/0/budget',
    ]);
  });

  it('say in both languages which category and which amounts', () => {
    const [fault] = contradictionsIn(cityRound((r) => (r.categories[2]!.cap = '600000.00')));
    for (const locale of ['zh-CN', 'en'] as const) {
      const { text } = tell(fault!.code, fault!.facts, locale);
      for (const part of ['youth', '600000.00', '500000.00']) expect(text).toContain(part);
    }
  });
});
