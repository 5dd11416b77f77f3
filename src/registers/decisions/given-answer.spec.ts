import type { AskedAnswer } from '../../rules';
import { readAnswer, type GivenAnswer } from './given-answer';

const choice: AskedAnswer = {
  variant: 'choice',
  options: [
    { code: 'yes', name: { zh: '是', en: 'Yes' }, effect: 'goes-on' },
    { code: 'no', name: { zh: '否', en: 'No' }, effect: 'excludes' },
  ],
};
const amount: AskedAnswer = { variant: 'amount', max: '300000.00' };
const points: AskedAnswer = { variant: 'points', min: 5, max: 20 };
const nothing = { option: null, amountFen: null, count: null, points: null };

const refusalOf = (asked: AskedAnswer, given: GivenAnswer) => {
  try {
    readAnswer(asked, given);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return null;
};

describe('readAnswer', () => {
  it.each<[string, AskedAnswer, GivenAnswer, object]>([
    ['an option', choice, { option: 'no' }, { option: 'no' }],
    ['an amount at its most', amount, { amount: '300000.00' }, { amountFen: 30_000_000n }],
    ['an amount without a most', { variant: 'amount' }, { amount: '0.01' }, { amountFen: 1n }],
    ['a count', { variant: 'count' }, { count: 0 }, { count: 0 }],
    ['points at their most', points, { points: '20' }, { points: '20' }],
    ['points at their least', points, { points: '5.0' }, { points: '5.0' }],
    ['no points at all', points, { points: '0' }, { points: '0' }],
  ])('reads %s', (_, asked, given, read) => {
    expect(readAnswer(asked, given)).toEqual({ ...nothing, ...read });
  });

  it.each<[string, AskedAnswer, GivenAnswer, string]>([
    ['nothing', choice, {}, 'DECISIONS.ANSWER_KIND'],
    ['another kind', choice, { count: 1 }, 'DECISIONS.ANSWER_KIND'],
    ['two kinds', choice, { option: 'yes', count: 1 }, 'DECISIONS.ANSWER_KIND'],
    ['an unknown option', choice, { option: 'maybe' }, 'DECISIONS.OPTION_UNKNOWN'],
    ['an amount above the most', amount, { amount: '300000.01' }, 'DECISIONS.ABOVE_MOST'],
    ['points above the most', points, { points: '20.01' }, 'DECISIONS.ABOVE_MOST'],
    ['points below the least', points, { points: '4.99' }, 'DECISIONS.BELOW_LEAST'],
  ])('refuses %s', (_, asked, given, code) => {
    expect(refusalOf(asked, given)).toBe(code);
  });
});
