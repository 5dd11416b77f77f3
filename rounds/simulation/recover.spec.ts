import { smallRound } from '../../src/rules/small-round.fixture';
import { simulateRound } from './simulate-round';

const rounds = (change: Parameters<typeof smallRound>[0]) =>
  Array.from({ length: 15 }, (_, seed) =>
    simulateRound(smallRound(change), { bids: 60, seed }),
  ).flatMap(({ projects }) => projects);

describe('money that goes back', () => {
  it('is a loan whose last tranche was never paid, and no loan that became a grant', () => {
    const projects = rounds((small) => {
      for (const tranche of small.tranches) tranche.meaning = 'loan';
    });
    const failed = projects.filter(({ tranches }) => tranches.at(-1)!.outcome !== 'paid');
    const complete = projects.filter(({ tranches }) => tranches.at(-1)!.outcome === 'paid');
    expect(failed.length).toBeGreaterThan(0);
    expect(complete.length).toBeGreaterThan(0);
    for (const { paidFen, returnedFen } of failed) expect(returnedFen).toBe(paidFen);
    for (const { returnedFen } of complete) expect(returnedFen).toBe(0n);
  });

  it('is what somebody asks back after the worst grade, never more than was paid', () => {
    const projects = rounds((small) => {
      for (const evaluation of small.evaluations) {
        evaluation.consequences = [{ variant: 'claw-back', by: 'approver' }];
      }
    });
    const clawed = projects.filter(({ recoveries }) => recoveries.length > 0);
    expect(clawed.length).toBeGreaterThan(0);
    for (const { paidFen, returnedFen, history, recoveries } of clawed) {
      expect(returnedFen).toBeGreaterThan(0n);
      expect(returnedFen).toBeLessThanOrEqual(paidFen);
      expect(recoveries.every(({ by }) => by === 'approver')).toBe(true);
      expect(history.evaluations.some(({ graded }) => !graded.passed)).toBe(true);
    }
  });

  it('is nothing where no rule asks for it', () => {
    const projects = rounds(() => undefined);
    expect(projects.every(({ returnedFen }) => returnedFen === 0n)).toBe(true);
  });
});
