import { awardTransitions } from './award.transitions';
import { challengeTransitions } from './challenges/challenge.transitions';
import { proposalTransitions } from './proposal.transitions';

describe('awardTransitions', () => {
  it('lets nothing be confirmed that was not on notice, and nothing contracted that was not confirmed', () => {
    const { moves } = awardTransitions;
    expect(moves.confirm.from).toEqual(['noticed']);
    expect(moves.contract.from).toEqual(['confirmed']);
    expect(moves.notice.from).toEqual(['approved']);
  });

  it('lets an award fall away until its contract is in force, and not after', () => {
    expect(awardTransitions.can('confirmed', 'decline')).toBe(true);
    expect(awardTransitions.can('contracted', 'decline')).toBe(false);
    expect(awardTransitions.can('reserve', 'decline')).toBe(false);
  });

  it('leads from the reserve to a contract only by approval and notice', () => {
    for (const state of ['confirmed', 'noticed', 'approved'] as const) {
      const into = Object.values(awardTransitions.moves).filter(({ to }) => to === state);
      expect(into.flatMap(({ from }) => from)).not.toContain('reserve');
    }
    expect(awardTransitions.reaches('reserve', 'contracted')).toBe(true);
  });
});

describe('challengeTransitions', () => {
  it('lets nothing be answered that was not admitted', () => {
    expect(challengeTransitions.moves.uphold.from).toEqual(['admitted']);
    expect(challengeTransitions.moves.dismiss.from).toEqual(['admitted']);
    expect(challengeTransitions.can('rejected', 'admit')).toBe(false);
  });
});

describe('proposalTransitions', () => {
  it('asks for approval again whenever it was drawn up anew', () => {
    const intoApproved = Object.values(proposalTransitions.moves).filter(
      ({ to }) => to === 'approved',
    );
    expect(intoApproved).toEqual([proposalTransitions.moves.approve]);
    expect(proposalTransitions.can('underReview', 'approve')).toBe(false);
  });
});
