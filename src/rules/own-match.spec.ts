import fc from 'fast-check';
import { parseAmount } from '../kernel/money';
import { ownMatch, type MatchSource } from './own-match';
import type { MatchRules } from './rule-set.types';

const matchOf = (
  match: MatchRules | undefined,
  budget: string,
  ownFunds: string,
  category: string | null = null,
  sources?: Partial<Record<MatchSource, string>>,
) =>
  ownMatch(match === undefined ? {} : { match }, {
    budgetFen: parseAmount(budget),
    ownFundsFen: parseAmount(ownFunds),
    category,
    ...(sources !== undefined && {
      match: new Map(
        Object.entries(sources).map(([source, amount]) => [
          source as MatchSource,
          parseAmount(amount),
        ]),
      ),
    }),
  });

/** cn-chengdu-jifu-2025: 10 % of 66,000 and of 49,000 yuan, told as amounts by category. */
const chengdu: MatchRules = {
  minShareOfBudget: '0.1',
  minAmounts: [
    { category: 'mother', amount: '6600.00' },
    { category: 'brand', amount: '4900.00' },
  ],
};

describe('ownMatch', () => {
  it('asks for nothing where the rules say nothing', () => {
    expect(matchOf(undefined, '100.00', '0.00')).toMatchObject({
      refusal: null,
      explanation: { words: { zh: '本轮不要求自筹。' } },
    });
  });

  it('is reached with exactly the share and missed by a fen, with the sum in figures and words', () => {
    const { refusal, explanation } = matchOf({ minShareOfBudget: '0.4' }, '300000.00', '120000.00');
    expect(refusal).toBeNull();
    expect(explanation).toEqual({
      rule: '/match',
      inputs: {
        ownFunds: '120000.00',
        sources: 'own-funds',
        match: '120000.00',
        budget: '300000.00',
        minShareOfBudget: '0.4',
      },
      arithmetic: '120000.00 ≤ 120000.00; 120000.00 ≥ 300000.00 × 0.4 ≈ 120000.00',
      words: {
        zh: '自筹120000.00元中，按规则计入120000.00元；要求不低于项目预算300000.00元的0.4（即120000.00元），已达到。',
        en: '120000.00 yuan of the 120000.00 yuan that the organization brings count as own match; at least 0.4 of the budget of 300000.00 yuan is asked for, which is 120000.00 yuan and is reached.',
      },
    });
    expect(matchOf({ minShareOfBudget: '0.4' }, '300000.00', '119999.99').refusal).toMatchObject({
      code: 'MATCH.BELOW_SHARE',
      facts: { match: '119999.99', budget: '300000.00', share: '0.4', least: '120000.00' },
    });
  });

  it('asks for a whole fen where the share is a part of one', () => {
    // 40 % of 0.03 yuan is 1.2 fen.
    expect(matchOf({ minShareOfBudget: '0.4' }, '0.03', '0.02').refusal).toBeNull();
    expect(matchOf({ minShareOfBudget: '0.4' }, '0.03', '0.01').refusal).toMatchObject({
      facts: { least: '0.02' },
    });
  });

  it('is reached by category with exactly its amount and missed by a fen, which another category may bring', () => {
    const least = { minAmounts: chengdu.minAmounts! };
    expect(matchOf(least, '66000.00', '6600.00', 'mother').refusal).toBeNull();
    expect(matchOf(least, '66000.00', '6599.99', 'mother').refusal).toMatchObject({
      code: 'MATCH.BELOW_AMOUNT',
      facts: { match: '6599.99', category: 'mother', least: '6600.00' },
    });
    expect(matchOf(least, '49000.00', '4900.00', 'brand').refusal).toBeNull();
    expect(matchOf(least, '49000.00', '0.00', 'other').refusal).toBeNull();
  });

  it('asks for share and amount together', () => {
    expect(matchOf(chengdu, '66000.00', '6600.00', 'mother').refusal).toBeNull();
    expect(matchOf(chengdu, '70000.00', '6999.99', 'mother').refusal?.code).toBe(
      'MATCH.BELOW_SHARE',
    );
    expect(matchOf(chengdu, '60000.00', '6000.00', 'mother').refusal?.code).toBe(
      'MATCH.BELOW_AMOUNT',
    );
  });

  it.each<[string, MatchRules, string | null]>([
    ['own funds alone by default', {}, 'MATCH.BELOW_SHARE'],
    [
      'gifts received where they are named',
      { sources: ['own-funds', 'gifts-received'] },
      'MATCH.BELOW_SHARE',
    ],
    [
      'gifts expected where they are named as well',
      { sources: ['own-funds', 'gifts-received', 'gifts-expected'] },
      null,
    ],
    [
      'gifts in kind where they are valued',
      { sources: ['own-funds', 'gifts-received', 'in-kind'], inKind: 'valued' },
      null,
    ],
    [
      'no gifts in kind where they are not counted',
      { sources: ['own-funds', 'gifts-received', 'in-kind'], inKind: 'not-counted' },
      'MATCH.BELOW_SHARE',
    ],
    [
      'no gifts in kind where nobody values them',
      { sources: ['own-funds', 'gifts-received', 'in-kind'] },
      'MATCH.BELOW_SHARE',
    ],
  ])('counts %s', (_, rules, code) => {
    const sources = {
      'own-funds': '10.00',
      'gifts-received': '10.00',
      'gifts-expected': '10.00',
      'in-kind': '10.00',
    };
    const { refusal } = matchOf(
      { ...rules, minShareOfBudget: '0.3' },
      '100.00',
      '40.00',
      null,
      sources,
    );
    expect(refusal?.code ?? null).toBe(code);
  });

  it('never fails somebody who brings more than one who passes', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const share = fc.integer({ min: 0, max: 1000 }).map((n) => (n / 1000).toFixed(3));
    fc.assert(
      fc.property(fen, fen, fen, share, (budgetFen, ownFundsFen, moreFen, minShareOfBudget) => {
        const rules = { match: { minShareOfBudget } };
        const passes = (fenBrought: bigint) =>
          ownMatch(rules, { budgetFen, ownFundsFen: fenBrought, category: null }).refusal === null;
        const thousandths = BigInt(minShareOfBudget.replace('.', ''));
        expect(passes(ownFundsFen)).toBe(ownFundsFen * 1000n >= budgetFen * thousandths);
        if (passes(ownFundsFen)) expect(passes(ownFundsFen + moreFen)).toBe(true);
      }),
    );
  });
});
