import { parseAmount } from '../kernel/money';
import {
  amountRules,
  guizhou,
  project,
  refused,
  requested,
  zengcheng,
} from './amount-rules.fixture';
import { workOutGrant } from './grant-amount';
import type { AmountRule } from './rule-set.types';

describe('grantAmount up to a cap', () => {
  const baoan: AmountRule = { variant: 'up-to-cap', maxAmount: '300000.00' };
  const nanxiashu: AmountRule = {
    variant: 'up-to-cap',
    minAmount: '5000.00',
    maxAmount: '20000.00',
  };

  it('gives what the budget lacks, with the sum in figures and words', () => {
    expect(workOutGrant(amountRules(nanxiashu), project('30000.00', '12000.00'))).toEqual({
      grantFen: parseAmount('18000.00'),
      explanation: {
        rule: '/amount',
        inputs: {
          budget: '30000.00',
          ownFunds: '12000.00',
          minAmount: '5000.00',
          maxAmount: '20000.00',
        },
        arithmetic: '30000.00 - 12000.00 = 18000.00; 18000.00 ≥ 5000.00; 18000.00 ≤ 20000.00',
        words: {
          zh: '项目预算30000.00元，减去自筹资金12000.00元，为18000.00元，不低于每个项目的下限5000.00元，不超过每个项目的上限20000.00元。',
          en: 'The budget of 30000.00 yuan less own funds of 12000.00 yuan is 18000.00 yuan, not below the least of 5000.00 yuan per project, not above the limit of 20000.00 yuan per project.',
        },
      },
    });
  });

  it('takes exactly the cap and refuses a fen more', () => {
    expect(requested(baoan, project('300000.00'))).toBe('300000.00');
    expect(refused(baoan, project('300000.01'))).toMatchObject({ code: 'GRANT.ABOVE_CAP' });
  });

  it('takes exactly the floor and refuses a fen less', () => {
    expect(requested(nanxiashu, project('5000.00'))).toBe('5000.00');
    expect(refused(nanxiashu, project('4999.99'))).toMatchObject({
      code: 'GRANT.BELOW_FLOOR',
      facts: { grant: '4999.99', limit: '5000.00' },
    });
  });

  it('has no bound but the category’s where the rule names none', () => {
    const central = { a: '50000.00', b: '800000.00' };
    const open: AmountRule = { variant: 'up-to-cap' };
    expect(requested(open, project('800000.00', '0.00', { category: 'b' }), central)).toBe(
      '800000.00',
    );
    expect(refused(open, project('50000.01', '0.00', { category: 'a' }), central)).toMatchObject({
      code: 'GRANT.ABOVE_CATEGORY_CAP',
    });
  });
});

describe('grantAmount that a panel approves', () => {
  it('is what is asked for, up to exactly the limit and not a fen beyond', () => {
    expect(requested(guizhou, project('520000.00', '20000.00'))).toBe('500000.00');
    expect(refused(guizhou, project('520000.00', '19999.99'))).toMatchObject({
      code: 'GRANT.ABOVE_CAP',
    });
  });

  it('refuses who asks for less than the panel could approve', () => {
    const floored: AmountRule = { variant: 'panel-approved', minAmount: '5000.00' };
    expect(requested(floored, project('5000.00'))).toBe('5000.00');
    expect(refused(floored, project('4999.99'))).toMatchObject({ code: 'GRANT.BELOW_FLOOR' });
  });
});

describe('grantAmount at a fixed price', () => {
  it('takes exactly the price, and neither a fen more nor less', () => {
    expect(requested(zengcheng, project('1854000.00'))).toBe('1854000.00');
    for (const price of ['1853999.99', '1854000.01']) {
      expect(refused(zengcheng, project(price))).toMatchObject({
        code: 'GRANT.NOT_THE_FIXED_PRICE',
        facts: { grant: price, price: '1854000.00' },
      });
    }
  });
});
