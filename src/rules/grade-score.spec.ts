import fc from 'fast-check';
import { gradeMissing, gradeScore } from './grade-score';
import { smallRound } from './small-round.fixture';

const { evaluations } = smallRound();
const [midterm, final] = evaluations as [(typeof evaluations)[0], (typeof evaluations)[0]];

const finalScores = (
  delivery: string,
  effect = delivery,
  satisfaction = delivery,
  finance = delivery,
) => ({
  delivery,
  effect,
  satisfaction,
  finance,
});

describe('gradeScore', () => {
  it('weighs the indicators, with the sum', () => {
    expect(gradeScore(final, finalScores('90', '85.5', '80', '100'))).toEqual({
      score: '87.65',
      grade: 'good',
      passed: true,
      explanation: {
        rule: '/evaluations/final/grades',
        inputs: { delivery: '90', effect: '85.5', satisfaction: '80', finance: '100' },
        arithmetic: '90 × 0.4 + 85.5 × 0.3 + 80 × 0.2 + 100 × 0.1 = 87.65 ≥ 80',
      },
    });
  });

  it.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.99', 'good'],
    ['80', 'good'],
    ['79.99', 'pass'],
    ['60', 'pass'],
    ['59.99', 'fail'],
    ['0', 'fail'],
  ])('grades %s as %s', (score, grade) => {
    expect(gradeScore(final, finalScores(score))).toMatchObject({
      grade,
      passed: grade !== 'fail',
    });
  });

  it('grades the score without rounding it: 89.999 is not 90', () => {
    expect(gradeScore(final, finalScores('90', '90', '90', '89.99'))).toMatchObject({
      score: '89.999',
      grade: 'good',
    });
  });

  it.each([
    [
      'an indicator without a score',
      { progress: '80', finance: '80' },
      'SCORES.MISSING',
      '/records',
    ],
    [
      'an indicator of another evaluation',
      { progress: '80', finance: '80', records: '80', delivery: '80' },
      'SCORES.UNKNOWN',
      '/delivery',
    ],
    [
      'a score above 100',
      { progress: '100.01', finance: '80', records: '80' },
      'SCORES.ABOVE_MOST',
      '/progress',
    ],
    [
      'three decimals',
      { progress: '80.001', finance: '80', records: '80' },
      'SCORES.NOT_A_SCORE',
      '/progress',
    ],
  ])('refuses %s', (_, scores, code, pointer) => {
    expect(() => gradeScore(midterm, scores)).toThrow(expect.objectContaining({ code, pointer }));
  });

  it('never gives a worse grade for a better score', () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 });
    const grades = final.grades.map(({ code }) => code);
    fc.assert(
      fc.property(hundredths, hundredths, hundredths, (one, other, rest) => {
        const text = (value: number) => (value / 100).toFixed(2);
        const place = (delivery: number) =>
          grades.indexOf(gradeScore(final, finalScores(text(delivery), text(rest))).grade);
        expect(place(Math.max(one, other))).toBeLessThanOrEqual(place(Math.min(one, other)));
      }),
    );
  });
});

describe('gradeMissing', () => {
  it('fails a mid-term for which nothing was handed in', () => {
    expect(gradeMissing(midterm)).toEqual({
      grade: 'fail',
      passed: false,
      explanation: {
        rule: '/evaluations/midterm/missing',
        inputs: { dueOn: '2020-09-30' },
        arithmetic: '∅ → fail',
      },
    });
  });
});
