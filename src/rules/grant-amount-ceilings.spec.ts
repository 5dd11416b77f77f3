import {
  amountRules,
  audited,
  dongguan,
  guizhou,
  longhua,
  nanshan,
  nationalContest,
  project,
  refused,
  requested,
  shanghai,
  zengcheng,
} from './amount-rules.fixture';
import { workOutGrant } from './grant-amount';
import type { AmountRule } from './rule-set.types';

describe('grantAmount of prizes', () => {
  const groups = { starting: null, growing: null };

  it('is the best prize that a bid of its group could win', () => {
    const of = (category: string) => project('1.00', '0.00', { category });
    expect(requested(nanshan, of('starting'), groups)).toBe('20000.00');
    expect(requested(nanshan, of('growing'), groups)).toBe('30000.00');
    expect(requested(nationalContest, project('1.00'))).toBe('100000.00');
  });

  it('is cut to the cap of its category', () => {
    const asking = project('1.00', '0.00', { category: 'growing' });
    expect(requested(nanshan, asking, { growing: '25000.00' })).toBe('25000.00');
  });

  it('is refused to a category without a prize', () => {
    expect(refused(nanshan, project('1.00', '0.00', { category: 'other' }))).toMatchObject({
      code: 'GRANT.NO_PRIZE',
      facts: { category: 'other' },
    });
  });
});

describe('grantAmount until more is known', () => {
  it.each<[string, AmountRule, string, string]>([
    ['gifts can be matched at most to their cap', dongguan, '800000.00', '500000.00'],
    ['gifts are matched at most to what is lacking', dongguan, '400000.00', '400000.00'],
    ['an amount settled later is at most the ceiling', shanghai, '800000.00', '300000.00'],
    ['an amount settled later is at most what is lacking', shanghai, '120000.00', '120000.00'],
  ])('is a ceiling: %s', (_, rule, budget, ceiling) => {
    expect(requested(rule, project(budget))).toBe(ceiling);
  });

  it('keeps the ceiling within the cap of its category', () => {
    const asking = project('800000.00', '0.00', { category: 'elderly' });
    expect(requested(dongguan, asking, { elderly: '250000.00' })).toBe('250000.00');
    expect(requested(shanghai, asking, { elderly: '250000.00' })).toBe('250000.00');
  });

  it('says that it is a ceiling', () => {
    const { words } = workOutGrant(amountRules(dongguan), project('400000.00')).explanation;
    expect(words.zh).toBe(
      '配套额待定向捐助确定后计算，此前为上限。取预算缺口（400000.00元）、每个项目的上限（500000.00元）中最低者，为400000.00元。',
    );
  });
});

describe('grantAmount of whatever the budget is asked of', () => {
  it.each<[string, AmountRule]>([
    ['up-to-cap', { variant: 'up-to-cap' }],
    ['tier', longhua],
    ['share-of-budget', audited],
    ['panel-approved', guizhou],
    ['fixed-price', zengcheng],
    ['gift-match', dongguan],
    ['later-priced', shanghai],
  ])('refuses own funds above or at the budget by %s', (_, rule) => {
    expect(refused(rule, project('100.00', '100.01'))).toMatchObject({
      code: 'GRANT.OWN_FUNDS_ABOVE_BUDGET',
    });
    expect(refused(rule, project('100.00', '100.00'))).toMatchObject({
      code: 'GRANT.NOTHING_ASKED',
    });
  });
});
