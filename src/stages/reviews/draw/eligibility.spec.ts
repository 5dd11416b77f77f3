import { toDay } from '../../../kernel/day';
import { seatsOpenTo, sift, tiesCountFrom } from './eligibility';

const expert = (n: number) => ({ expertId: `e${n}`, personId: `p${n}`, fields: ['social-work'] });
const nothing = { ties: [], personsWithDuty: new Set<string>(), served: new Set<string>() };

describe('sift', () => {
  it('leaves everybody in where nothing is in the way', () => {
    const { eligible, excluded } = sift([expert(1), expert(2)], nothing);
    expect(eligible).toEqual([expert(1), expert(2)]);
    expect(excluded).toEqual([]);
  });

  it('takes out who has a tie to a bidder, and names the bidder', () => {
    const ties = [{ expertId: 'e1', partyId: 'b1' }];
    const { eligible, excluded } = sift([expert(1), expert(2)], { ...nothing, ties });
    expect(eligible).toEqual([expert(2)]);
    expect(excluded).toEqual([{ expertId: 'e1', cause: 'tie', partyId: 'b1' }]);
  });

  it('takes out whose person has another duty on the round or speaks for a bidder', () => {
    const { excluded } = sift([expert(1), expert(2)], {
      ...nothing,
      personsWithDuty: new Set(['p2']),
    });
    expect(excluded).toEqual([{ expertId: 'e2', cause: 'duty' }]);
  });

  it('takes out who has been on a panel of the lot', () => {
    const { excluded } = sift([expert(1)], { ...nothing, served: new Set(['e1']) });
    expect(excluded).toEqual([{ expertId: 'e1', cause: 'served' }]);
  });
});

describe('seatsOpenTo', () => {
  const seats = [
    { code: 'field', field: 'social-work' },
    { code: 'finance', field: 'finance' },
    { code: 'resident' },
  ];

  it('opens the seats of the field and those that ask for none', () => {
    expect(seatsOpenTo(['social-work', 'law'], seats)).toEqual(['field', 'resident']);
  });

  it('opens only the seats that ask for no field to somebody of another', () => {
    expect(seatsOpenTo(['law'], seats)).toEqual(['resident']);
  });
});

describe('tiesCountFrom', () => {
  it('goes back three years', () => {
    expect(tiesCountFrom(toDay('2020-04-15'))).toBe('2017-04-15');
  });

  it('goes back to the 28th from the 29th of February', () => {
    expect(tiesCountFrom(toDay('2020-02-29'))).toBe('2017-02-28');
  });
});
