import { printAmount } from '../kernel/money';
import { amountRules, changsha, project, refused, requested } from './amount-rules.fixture';
import { workOutGrant } from './grant-amount';
import type { AmountRule } from './rule-set.types';

describe('grantAmount of outputs', () => {
  const offering = (cases: number) =>
    project('1.00', '0.00', { quantities: new Map([['cases', cases]]) });

  it('is the sum of prices times quantities, those of the rules and those offered', () => {
    const { grantFen, explanation } = workOutGrant(amountRules(changsha), offering(7));
    expect(printAmount(grantFen)).toBe('51100.00');
    expect(explanation.arithmetic).toBe(
      '4000.00 × 7 + 2000.00 × 7 + 300.00 × 7 + 1000.00 × 7 = 51100.00',
    );
    expect(explanation.words.zh).toContain('个案服务300.00元×7');
  });

  it('lets nobody change a quantity that the rules name', () => {
    const quantities = new Map([
      ['cases', 7],
      ['large-events', 1],
    ]);
    expect(requested(changsha, project('1.00', '0.00', { quantities }))).toBe('51100.00');
  });

  it('is refused without a quantity', () => {
    expect(refused(changsha, project('1.00'))).toMatchObject({
      code: 'GRANT.QUANTITY_MISSING',
      facts: { output: 'cases' },
    });
  });

  it('takes exactly the limit, and not one output beyond', () => {
    const limited: AmountRule = { ...changsha, maxAmount: '51100.00' } as AmountRule;
    expect(requested(limited, offering(7))).toBe('51100.00');
    expect(refused(limited, offering(8))).toMatchObject({
      code: 'GRANT.OUTPUTS_TOO_MUCH',
      facts: { limit: '51100.00' },
    });
  });

  it('takes exactly the cap of its category, and not one output beyond', () => {
    const of = (cases: number) => ({ ...offering(cases), category: 'services' });
    const caps = { services: '51100.00' };
    expect(requested(changsha, of(7), caps)).toBe('51100.00');
    expect(refused(changsha, of(8), caps)).toMatchObject({ code: 'GRANT.OUTPUTS_TOO_MUCH' });
  });

  it('is refused above the largest amount there is', () => {
    expect(refused(changsha, offering(1_000_000_000_000))).toMatchObject({
      code: 'GRANT.OUTPUTS_TOO_MUCH',
      facts: { limit: '10000000000000.00' },
    });
  });
});
