import {
  amountRules,
  audited,
  guangzhou2017,
  longhua,
  project,
  refused,
  requested,
} from './amount-rules.fixture';
import { workOutGrant } from './grant-amount';
import type { AmountRule } from './rule-set.types';

describe('grantAmount by tiers', () => {
  it.each([
    ['first', '10000.00', '10000.00'],
    ['first', '29999.99', '10000.00'],
    ['first', '30000.00', '30000.00'],
    ['first', '99999.99', '70000.00'],
    ['first', '250000.00', '100000.00'],
    ['second', '59999.99', '30000.00'],
    ['second', '250000.00', '200000.00'],
  ])('gives a project of the %s class that lacks %s the tier of %s', (category, lacks, tier) => {
    const asking = project(lacks, '0.00', { category });
    expect(requested(longhua, asking, { first: null, second: null })).toBe(tier);
  });

  it('counts what is lacking after own funds', () => {
    expect(requested(longhua, project('100000.00', '30000.01'))).toBe('50000.00');
  });

  it('gives nothing below the lowest tier, which differs by category', () => {
    const caps = { first: null, second: null };
    expect(refused(longhua, project('9999.99'), caps)).toMatchObject({
      code: 'GRANT.BELOW_LOWEST_TIER',
      facts: { within: '9999.99', lowest: '10000.00' },
    });
    const small = (category: string) => project('29999.99', '0.00', { category });
    expect(requested(longhua, small('first'), caps)).toBe('10000.00');
    expect(refused(longhua, small('second'), caps)).toMatchObject({
      code: 'GRANT.BELOW_LOWEST_TIER',
    });
  });

  it('keeps to the tiers within the cap of its category', () => {
    const asking = project('250000.00', '0.00', { category: 'first' });
    expect(requested(longhua, asking, { first: '60000.00' })).toBe('50000.00');
    expect(refused(longhua, asking, { first: '9999.99' })).toMatchObject({
      code: 'GRANT.BELOW_LOWEST_TIER',
    });
  });

  it('tells which tiers there were', () => {
    const { explanation } = workOutGrant(amountRules(longhua), project('60000.00'));
    expect(explanation.arithmetic).toBe(
      '60000.00 - 0.00 = 60000.00; max(10000.00, 30000.00, 50000.00) = 50000.00 ≤ 60000.00',
    );
    expect(explanation.words.zh).toContain('最高一档：50000.00元');
  });
});

describe('grantAmount at a fixed sum', () => {
  it.each([
    ['new', '30000.00'],
    ['grade-5a', '50000.00'],
    ['grade-4a', '30000.00'],
    ['grade-3a', '10000.00'],
    [undefined, '10000.00'],
  ])('gives the class %s its %s, whatever the budget', (applicantClass, sum) => {
    for (const budget of ['1.00', '1000000.00']) {
      const asking = project(budget, budget, { applicantClass: applicantClass ?? null });
      expect(requested(guangzhou2017, asking)).toBe(sum);
    }
  });

  it('gives a category its own sum, and a class its own before that', () => {
    const rule: AmountRule = {
      variant: 'flat',
      amount: '1.00',
      byCategory: [{ category: 'elderly', amount: '2.00' }],
      byClass: [{ class: 'new', amount: '3.00' }],
    };
    const elderly = { category: 'elderly' };
    expect(requested(rule, project('9.00', '0.00'))).toBe('1.00');
    expect(requested(rule, project('9.00', '0.00', elderly))).toBe('2.00');
    expect(requested(rule, project('9.00', '0.00', { ...elderly, applicantClass: 'new' }))).toBe(
      '3.00',
    );
  });

  it('is cut to the cap of a category, and refused where nothing is left', () => {
    const asking = project('9.00', '0.00', { category: 'small' });
    expect(requested(guangzhou2017, asking, { small: '8000.00' })).toBe('8000.00');
    expect(refused({ variant: 'flat', amount: '0.00' }, asking)).toMatchObject({
      code: 'GRANT.COMES_TO_NOTHING',
    });
  });
});

describe('grantAmount of a share of the budget', () => {
  it.each([
    ['a share', null, '100000.00', '0.00', '50000.00'],
    ['the share of its category', 'key', '100000.00', '0.00', '70000.00'],
    ['a share cut to the limit', 'key', '1000000.00', '0.00', '200000.00'],
    ['what the budget lacks, where that is less', null, '100000.00', '60000.00', '40000.00'],
    ['a share without the part of a fen', null, '0.05', '0.00', '0.02'],
  ])('is %s', (_, category, budget, ownFunds, grant) => {
    const asking = project(budget, ownFunds, { category });
    expect(requested(audited, asking, { key: null })).toBe(grant);
  });

  it('is cut to the cap of its category', () => {
    const asking = project('1000000.00', '0.00', { category: 'key' });
    expect(requested(audited, asking, { key: '150000.00' })).toBe('150000.00');
  });

  it('is refused when it is less than a fen', () => {
    expect(refused(audited, project('0.01'))).toMatchObject({ code: 'GRANT.COMES_TO_NOTHING' });
  });

  it('tells what it is the lowest of', () => {
    const { explanation } = workOutGrant(amountRules(audited), project('100000.00', '60000.00'));
    expect(explanation.arithmetic).toBe(
      '100000.00 - 60000.00 = 40000.00; 100000.00 × 0.5 ≈ 50000.00; min(50000.00, 40000.00, 200000.00) = 40000.00',
    );
    expect(explanation.words.zh).toBe(
      '取项目预算的0.5（50000.00元）、预算缺口（40000.00元）、每个项目的上限（200000.00元）中最低者，为40000.00元。',
    );
  });
});
