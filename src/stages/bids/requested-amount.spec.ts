import { application } from '../../../test/support/applications';
import { smallRound } from '../../rules/small-round.fixture';
import type { RuleSet } from '../../rules';
import type { Application } from './application';
import { projectMoneyOf } from './project-money-of';
import { requestedAmount } from './requested-amount';

const requested = (changes: Partial<Application> & object, amount?: RuleSet['amount']) =>
  requestedAmount(
    smallRound((rules) => (rules.amount = amount ?? rules.amount)),
    projectMoneyOf(application(changes)),
  );

describe('requestedAmount', () => {
  it('gives the amount of an application with its sum', () => {
    const { requestedFen, arithmetic, refusal } = requested({});
    expect(requestedFen).toBe(10_000_000n);
    expect(arithmetic).toMatch(/^200000\.00 - 100000\.00 = 100000\.00;/);
    expect(refusal).toBeNull();
  });

  it('gives a refusal as an outcome', () => {
    expect(requested({ ownFunds: '0.00' })).toMatchObject({
      requestedFen: null,
      arithmetic: null,
      refusal: { code: 'GRANT.ABOVE_SHARE' },
    });
  });

  it('lets no error pass as a refusal', () => {
    const broken = { variant: 'flat', amount: 'much' } as const;
    expect(() => requested({}, broken)).toThrow(RangeError);
  });

  it('looks at the class of applicants', () => {
    const flat: RuleSet['amount'] = {
      variant: 'flat',
      amount: '10000.00',
      byClass: [{ class: 'new', amount: '30000.00' }],
    };
    expect(requested({ applicantClass: 'new' }, flat).requestedFen).toBe(3_000_000n);
    expect(requested({}, flat).requestedFen).toBe(1_000_000n);
  });

  it('looks at the outputs offered', () => {
    const name = { zh: '个案', en: 'Cases' };
    const priced: RuleSet['amount'] = {
      variant: 'unit-price',
      outputs: [{ code: 'cases', name, unitPrice: '300.00' }],
    };
    expect(requested({ outputs: { cases: 7 } }, priced).requestedFen).toBe(210_000n);
    expect(requested({}, priced).refusal?.code).toBe('GRANT.QUANTITY_MISSING');
  });
});

describe('projectMoneyOf', () => {
  it('has the lines of the budget and the sources of own funds by their codes', () => {
    const money = projectMoneyOf(
      application({ match: { 'own-funds': '60000.00', 'in-kind': '40000.00' } }),
    );
    expect(money).toEqual({
      budgetFen: 20_000_000n,
      ownFundsFen: 10_000_000n,
      category: 'elderly',
      applicantClass: null,
      lines: new Map([
        ['staff', 12_000_000n],
        ['activities', 5_000_000n],
        ['materials', 3_000_000n],
      ]),
      quantities: new Map(),
      match: new Map([
        ['own-funds', 6_000_000n],
        ['in-kind', 4_000_000n],
      ]),
    });
  });
});
