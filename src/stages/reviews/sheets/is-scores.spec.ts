import { isScores } from './is-scores';

describe('isScores', () => {
  it('takes decimal text by the code of the criterion, whatever the rules will say to it', () => {
    expect(isScores({ need: '18', plan: '16.5' })).toBe(true);
    expect(isScores({})).toBe(true);
  });

  it.each([
    ['a number', { need: 18 }],
    ['a list', ['18']],
    ['nothing', null],
    ['a text', '18'],
    ['a score of endless length', { need: '1'.repeat(13) }],
    ['a code of endless length', { ['n'.repeat(41)]: '1' }],
    [
      'more criteria than a rule set has',
      Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`c${i}`, '1'])),
    ],
  ])('refuses %s', (_, value) => {
    expect(isScores(value)).toBe(false);
  });
});
