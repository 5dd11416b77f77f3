import { parseAmount } from '../../../kernel/money';
import { Refusal } from '../../../kernel/refusal';
import { smallRound } from '../../../rules/small-round.fixture';
import { requireSoundPlan, type CommissionPlan } from './commission-plan';

const rules = smallRound();
const sound: CommissionPlan = {
  summary: '为失独家庭提供陪护。',
  budgetLines: [
    { code: 'staff', amount: '60000.00' },
    { code: 'activities', amount: '20000.00' },
  ],
  ownFunds: '10000.00',
  activities: [{ name: '陪护', times: 40, heads: 5 }],
  indicators: [{ name: '服务家庭', target: 20, unit: '户' }],
};
const check = (change: Partial<CommissionPlan>, amount = '70000.00') => {
  requireSoundPlan(rules, { ...sound, ...change }, parseAmount(amount));
};
const refusal = (change: Partial<CommissionPlan>, amount?: string): Refusal => {
  try {
    check(change, amount);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('requireSoundPlan', () => {
  it('passes a plan whose budget less own funds is the amount', () => {
    expect(() => check({})).not.toThrow();
  });

  it('refuses an amount that is a fen off, and tells the sum', () => {
    expect(refusal({}, '70000.01')).toMatchObject({
      code: 'AWARDS.BUDGET_MISMATCH',
      facts: { budget: '80000.00', ownFunds: '10000.00', amount: '70000.01' },
      pointer: '/amount',
    });
  });

  it('refuses a budget line that the rules do not have', () => {
    const budgetLines = [{ code: 'yacht', amount: '80000.00' }];
    expect(refusal({ budgetLines })).toMatchObject({
      code: 'AWARDS.LINE_UNKNOWN',
      pointer: '/plan/budgetLines/0/code',
    });
  });

  it('refuses a budget line that stands there twice', () => {
    const budgetLines = [
      { code: 'staff', amount: '40000.00' },
      { code: 'staff', amount: '40000.00' },
    ];
    expect(refusal({ budgetLines })).toMatchObject({
      code: 'AWARDS.LINE_UNKNOWN',
      pointer: '/plan/budgetLines/1/code',
    });
  });

  it('refuses fewer activities or more indicators than the form takes', () => {
    const indicators = Array.from({ length: 21 }, () => sound.indicators[0]!);
    expect(refusal({ activities: [] })).toMatchObject({
      code: 'AWARDS.COUNT_OUT_OF_RANGE',
      facts: { what: 'activities', count: 0, min: 1, max: 40 },
    });
    expect(refusal({ indicators })).toMatchObject({
      facts: { what: 'indicators', count: 21, min: 1, max: 20 },
    });
  });
});
