import fc from 'fast-check';
import { loweredBy } from './grade-floors';
import { gradeMissing, gradeScore } from './grade-score';
import { explainGrade } from './grade-score-words';
import type { Consequence, EvaluationRules, GradeFloor } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const [, final] = smallRound().evaluations as [EvaluationRules, EvaluationRules];

const floors: GradeFloor[] = [
  { indicator: 'finance', below: '60', atBest: 'pass' },
  { indicator: 'satisfaction', below: '80', atBest: 'good' },
];
const consequences: Consequence[] = [
  { variant: 'publish' },
  { variant: 'bar', months: 36, scope: 'all' },
];
const floored: EvaluationRules = { ...final, floors, consequences };

const scores = (delivery: string, effect: string, satisfaction: string, finance: string) => ({
  ...{ delivery, effect, satisfaction, finance },
});

describe('gradeScore with floors', () => {
  it('is at best what the floor of a low indicator allows, and says so', () => {
    expect(gradeScore(floored, scores('100', '100', '100', '59.99'))).toEqual({
      score: '95.999',
      grade: 'pass',
      passed: true,
      explanation: {
        rule: '/evaluations/final/grades',
        inputs: scores('100', '100', '100', '59.99'),
        arithmetic:
          '100 × 0.4 + 100 × 0.3 + 100 × 0.2 + 59.99 × 0.1 = 95.999 ≥ 90; finance 59.99 < 60 → ≤ pass',
      },
    });
  });

  it('is what the score reaches at the floor itself', () => {
    expect(gradeScore(floored, scores('100', '100', '100', '60')).grade).toBe('excellent');
  });

  it('takes the lowest of several floors', () => {
    expect(gradeScore(floored, scores('100', '100', '79', '59')).grade).toBe('pass');
    expect(gradeScore(floored, scores('100', '100', '79', '60')).grade).toBe('good');
  });

  it('is not raised by a floor that allows more than the score', () => {
    const graded = gradeScore(floored, scores('50', '50', '50', '50'));
    expect(graded.grade).toBe('fail');
    expect(graded.explanation.arithmetic).not.toContain('→');
  });

  it('names what follows from the worst grade alone', () => {
    expect(gradeScore(floored, scores('50', '50', '50', '50')).consequences).toEqual(consequences);
    expect(gradeMissing(floored).consequences).toEqual(consequences);
    expect(gradeScore(floored, scores('60', '60', '60', '60')).consequences).toBeUndefined();
    expect(gradeMissing(final).consequences).toBeUndefined();
  });

  it('never gives a worse grade for a better score of one indicator', () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 });
    const codes = ['delivery', 'effect', 'satisfaction', 'finance'] as const;
    const place = (given: Record<string, string>) =>
      final.grades.findIndex(({ code }) => code === gradeScore(floored, given).grade);
    fc.assert(
      fc.property(
        fc.tuple(hundredths, hundredths, hundredths, hundredths),
        fc.constantFrom(...codes),
        hundredths,
        (points, better, other) => {
          const text = (value: number) => (value / 100).toFixed(2);
          const given = Object.fromEntries(codes.map((code, n) => [code, text(points[n]!)]));
          const raised = Math.max(other, Number(given[better]) * 100);
          expect(place({ ...given, [better]: text(raised) })).toBeLessThanOrEqual(place(given));
        },
      ),
    );
  });
});

describe('loweredBy', () => {
  it('leaves a grade alone where there are no floors', () => {
    const [excellent] = final.grades;
    expect(loweredBy(final, excellent!, scores('0', '0', '0', '0'))).toEqual({
      grade: excellent,
      floors: [],
    });
  });
});

describe('explainGrade', () => {
  it('says why it is good and not excellent', () => {
    expect(explainGrade(final, scores('90', '85.5', '80', '100'))).toEqual({
      zh: '加权得分87.65，达到“良好”（80分起），距“优秀”（90分起）差2.35分；得分不作取整。',
      en: 'The weighted score of 87.65 reaches “Good” (from 80) and lacks 2.35 of “Excellent” (from 90); it is not rounded.',
    });
  });

  it('says which floor made it what it is', () => {
    const { zh, en } = explainGrade(floored, scores('100', '100', '100', '59.99'));
    expect(zh).toBe(
      '加权得分95.999，达到“优秀”（90分起）。“财务规范”得分59.99，低于60，等级最高为“合格”。因此评为“合格”。',
    );
    expect(en).toContain(
      'has 59.99, below 60, which allows “Pass” at best. So the grade is “Pass”.',
    );
  });

  it('says what follows from the worst grade, and that nothing came', () => {
    const { zh, en } = explainGrade(floored, null);
    expect(zh).toContain('未提交材料');
    expect(zh).toContain('由此还将：公开通报；36个月内不得参加任何轮次。');
    expect(en).toContain(
      'Besides, it is published; for 36 months the organization is kept from any round.',
    );
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});
