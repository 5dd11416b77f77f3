import { isAtOrPast, isUnderWay, lotTransitions } from './lot.transitions';

describe('isAtOrPast', () => {
  it('follows the usual way of a lot', () => {
    expect(isAtOrPast('open', 'closed')).toBe(false);
    expect(isAtOrPast('closed', 'closed')).toBe(true);
    expect(isAtOrPast('proposed', 'closed')).toBe(true);
    expect(isAtOrPast('proposed', 'noticed')).toBe(false);
  });

  it('has a failed and a cancelled lot past everything', () => {
    expect(isAtOrPast('failed', 'ended')).toBe(true);
    expect(isAtOrPast('cancelled', 'open')).toBe(true);
  });

  it('knows every state that is not final', () => {
    for (const state of lotTransitions.states.filter(isUnderWay)) {
      expect(isAtOrPast(state, state)).toBe(true);
      expect(isAtOrPast('planned', state)).toBe(state === 'planned');
    }
  });
});
