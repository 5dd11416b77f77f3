import type { AwardEntity } from './award.entity';
import { heldElsewhere, heldOf } from './held-awards';

const award = (change: Partial<AwardEntity>) =>
  ({
    ...{ state: 'noticed', lotId: 'east', partyId: 'party', category: null, amountFen: 9n },
    draws: [{ fundId: 'fund', amountFen: '9' }],
    ...change,
  }) as AwardEntity;

describe('awards that stand', () => {
  it('have their place and their money, told apart by what of it is beyond the pots', () => {
    const draws = [
      { fundId: 'fund', amountFen: '6' },
      { fundId: 'fund', amountFen: '3', isBeyondPots: true as const },
    ];
    const all = [award({ draws }), award({ state: 'reserve' }), award({ state: 'declined' })];
    expect(heldOf(all)).toEqual([
      { category: null, amountFen: 9n, organization: 'party', overrunFen: 3n },
    ]);
  });

  it('count for their party in the other lots, but not where they fell away or competed with nobody', () => {
    const all = [
      award({ partyId: 'a' }),
      award({ partyId: 'a', state: 'contracted' }),
      award({ partyId: 'b', state: 'revoked' }),
      award({ partyId: 'c', lotId: null }),
      award({ partyId: 'd', lotId: 'west' }),
    ];
    expect(heldElsewhere(all, 'west')).toEqual(['a', 'a']);
  });
});
