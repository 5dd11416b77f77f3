import type { Sheet } from './aggregate-sheets';
import { screenNeed } from './screen-need';
import { smallRoundScreening } from './small-round.fixture';

const rules = smallRoundScreening();

const sheet = (
  sheetId: string,
  people: number,
  need = people,
  service = people,
  aim = people,
): Sheet => ({
  sheetId,
  scores: { people: `${people}`, need: `${need}`, service: `${service}`, aim: `${aim}` },
});

describe('screenNeed', () => {
  it('selects by the mean of the experts, with the sum', () => {
    expect(screenNeed(rules, [sheet('a', 80, 70, 60, 71), sheet('b', 70)])).toEqual({
      score: '70.125',
      shownScore: '70.13',
      outcome: 'selected',
      explanation: {
        rule: '/selectFrom',
        inputs: { a: '70.25', b: '70' },
        arithmetic: '(70.25 + 70) ÷ 2 = 70.125 ≥ 70',
      },
    });
  });

  it.each([
    [[70], 'selected'],
    [[70, 70, 69], 'kept'],
    [[60], 'kept'],
    [[60, 60, 59], 'notSelected'],
    [[0], 'notSelected'],
  ])('gives experts of %j the outcome %s', (means, outcome) => {
    const sheets = means.map((value, index) => sheet(`s${index}`, value));
    expect(screenNeed(rules, sheets).outcome).toBe(outcome);
  });

  it('does not select by a rounded score', () => {
    const sheets = Array.from({ length: 250 }, (_, index) => sheet(`s${index}`, 70));
    const almost = [...sheets, sheet('last', 70, 70, 70, 69)];
    expect(screenNeed(rules, almost)).toMatchObject({ shownScore: '70.00', outcome: 'kept' });
  });

  it.each([
    ['a score above 100', sheet('a', 101), 'SCORES.ABOVE_MOST'],
    ['half a point', sheet('a', 70.5), 'SCORES.NOT_A_SCORE'],
    ['a missing criterion', { sheetId: 'a', scores: { people: '1' } }, 'SCORES.MISSING'],
  ])('refuses %s', (_, given, code) => {
    expect(() => screenNeed(rules, [given])).toThrow(expect.objectContaining({ code }));
  });

  it('refuses to screen without a sheet', () => {
    expect(() => screenNeed(rules, [])).toThrow(RangeError);
  });
});
