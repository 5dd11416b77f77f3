import { smallRound } from '../../../rules/small-round.fixture';
import type { SanctionRule } from '../../../rules';
import { clawsBack, isClawedBackBy } from './claws-back';

const { evaluations } = smallRound();
const rules = {
  evaluations: evaluations.map((evaluation) =>
    evaluation.code === 'final'
      ? { ...evaluation, consequences: [{ variant: 'claw-back', by: 'approver' } as const] }
      : evaluation,
  ),
};

describe('clawsBack', () => {
  it('asks back on the worst grade of an evaluation that says so', () => {
    expect(clawsBack(rules, [{ code: 'final', grade: 'fail' }])).toBe(true);
  });

  it('asks nothing back on a better grade, another evaluation, or rules without it', () => {
    expect(clawsBack(rules, [{ code: 'final', grade: 'pass' }])).toBe(false);
    expect(clawsBack(rules, [{ code: 'midterm', grade: 'fail' }])).toBe(false);
    expect(clawsBack({ evaluations }, [{ code: 'final', grade: 'fail' }])).toBe(false);
  });
});

describe('isClawedBackBy', () => {
  const sanction = (consequences: SanctionRule['consequences']) => ({
    rules: {
      ...{ code: 'breach', name: { zh: '违约', en: 'Breach' }, consequences },
      cause: 'breach-of-contract' as const,
    },
  });

  it('asks back for a sanction that says so, and for no other', () => {
    expect(isClawedBackBy([sanction([{ variant: 'claw-back', by: 'approver' }])])).toBe(true);
    expect(isClawedBackBy([sanction([{ variant: 'publish' }])])).toBe(false);
    expect(isClawedBackBy([])).toBe(false);
  });
});
