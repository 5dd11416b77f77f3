import { rulesOfLot } from './award-rules';
import { smallRound } from './small-round.fixture';

describe('the rules of one lot', () => {
  const rules = smallRound((all) => (all.lots[0]!.winners = 3));

  it('are those of the award with the bounds of the lot', () => {
    const { award, categories, currency, lots } = rules;
    expect(rulesOfLot(rules, 'main')).toEqual({ award, categories, currency, lot: lots[0] });
  });

  it('are refused for a lot that the rule set does not have', () => {
    expect(() => rulesOfLot(rules, 'west')).toThrow(RangeError);
  });
});
