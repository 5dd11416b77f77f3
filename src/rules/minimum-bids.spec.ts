import { leastBids } from './minimum-bids';

describe('leastBids', () => {
  it('gives one in a grant and three in a procurement where the rules say nothing', () => {
    expect(leastBids({ regime: 'grant' })).toBe(1);
    expect(leastBids({ regime: 'procurement' })).toBe(3);
  });

  it('gives what the rules say, in a grant as well', () => {
    expect(leastBids({ regime: 'grant', minimumBids: { n: 3 } })).toBe(3);
    expect(leastBids({ regime: 'procurement', minimumBids: { n: 5 } })).toBe(5);
  });
});
