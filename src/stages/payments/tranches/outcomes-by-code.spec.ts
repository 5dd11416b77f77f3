import { smallRound } from '../../../rules/small-round.fixture';
import { noonOf } from '../../../rules/tranche-facts.fixture';
import { outcomesByCode } from './outcomes-by-code';

const rules = smallRound();
const outcome = (code: string, grade: string, passed = true) => ({
  ...{ code, grade, passed, gradedAt: noonOf('2020-12-20'), mayBeMadeGood: false },
});
const both = new Set(['midterm', 'final']);

describe('outcomesByCode', () => {
  it('gives each evaluation its own outcome', () => {
    const outcomes = [outcome('midterm', 'pass'), outcome('final', 'good')];
    const found = outcomesByCode(rules, outcomes, both);
    expect([...found].map(([code, { grade }]) => [code, grade])).toEqual([
      ['midterm', 'pass'],
      ['final', 'good'],
    ]);
  });

  it('lets nothing stand in for an evaluation that is only not decided yet', () => {
    expect(outcomesByCode(rules, [outcome('final', 'good')], both).has('midterm')).toBe(false);
  });

  it('lets the next one stand in for an evaluation that is not asked of the project', () => {
    const found = outcomesByCode(rules, [outcome('final', 'good')], new Set(['final']));
    expect(found.get('midterm')).toMatchObject({ passed: true, grade: 'good' });
  });

  it('lets none stand in whose grades the tranche does not know, and none where there is no later one', () => {
    const [first, second, last] = rules.tranches;
    const factors = [
      { grade: 'pass', factor: '1' },
      { grade: 'fail', factor: '0' },
    ];
    const graded = {
      ...rules,
      tranches: [
        first!,
        {
          ...second!,
          trigger: { variant: 'evaluation-graded', evaluation: 'midterm', factors } as const,
        },
        last!,
      ],
    };
    const outcomes = [outcome('final', 'good')];
    expect(outcomesByCode(graded, outcomes, new Set(['final'])).has('midterm')).toBe(false);
    const early = [outcome('midterm', 'pass')];
    expect(outcomesByCode(rules, early, new Set(['midterm'])).has('final')).toBe(false);
  });
});
