import type { RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import type { FollowedTranche } from './follow-tranches';
import { simulateRound } from './simulate-round';

const projectsOf = (change: (rules: RuleSet) => void) =>
  Array.from({ length: 12 }, (_, seed) =>
    simulateRound(smallRound(change), { bids: 60, seed }),
  ).flatMap(({ projects }) => projects);

const last = ({ tranches }: { readonly tranches: readonly FollowedTranche[] }) => tranches.at(-1)!;

describe('a tranche', () => {
  it('that somebody has to accept is paid when they do, and set free when nobody does', () => {
    const projects = projectsOf((small) => {
      small.tranches.at(-1)!.trigger = { variant: 'accepted', by: 'organizer' };
    });
    const outcomes = new Set(projects.map((project) => last(project).outcome));
    expect([...outcomes]).toEqual(expect.arrayContaining(['paid', 'never-due']));
    for (const { accounts, tranches } of projects) {
      const { rules, outcome, amount, paidFen, releasedFen } = tranches.at(-1)!;
      expect(paidFen + releasedFen).toBe(amount.amountFen);
      if (outcome === 'never-due') expect(accounts.accepted.has(rules.code)).toBe(false);
    }
  });

  it('that waits for another to be accounted for is paid after it, and never before', () => {
    const projects = projectsOf((small) => {
      const [first] = small.tranches;
      small.tranches.at(-1)!.trigger = { variant: 'tranche-settled', tranche: first!.code };
    });
    const paid = projects.filter((project) => last(project).outcome === 'paid');
    expect(paid.length).toBeGreaterThan(0);
    for (const { tranches } of paid) {
      expect(tranches.at(-1)!.paidAt!.getTime()).toBeGreaterThan(tranches[0]!.paidAt!.getTime());
    }
  });

  it('waits while a failed evaluation stops the payments, and goes on when it is made good', () => {
    const projects = projectsOf((small) => {
      for (const evaluation of small.evaluations) evaluation.whenFailed = 'delay';
    });
    const failures = projects.flatMap(({ history, tranches }) =>
      history.failures.map((failure) => ({ failure, history, tranches })),
    );
    expect(failures.some(({ failure }) => failure.isMadeGood)).toBe(true);
    for (const { failure, tranches } of failures) {
      const { gradedAt } = failure.evaluation;
      const within = tranches.filter(
        ({ paidAt }) => paidAt !== null && gradedAt <= paidAt && paidAt < failure.settledAt,
      );
      expect(within).toEqual([]);
    }
  });
});
