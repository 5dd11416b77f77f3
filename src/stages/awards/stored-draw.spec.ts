import { byFund, readDraws, storeDraws } from './stored-draw';

describe('draws', () => {
  const draws = [
    { fundId: 'a', amountFen: 40n },
    { fundId: 'b', amountFen: 2n },
    { fundId: 'a', amountFen: 5n, isBeyondPots: true as const },
  ];

  it('are stored as text and read again as they were', () => {
    const stored = storeDraws(draws);
    expect(stored[2]).toEqual({ fundId: 'a', amountFen: '5', isBeyondPots: true });
    expect(readDraws(stored)).toEqual(draws);
  });

  it('are one for each fund to the stages after: what two pots and what is beyond them takes from one is added up', () => {
    expect(byFund(draws)).toEqual([
      { fundId: 'a', amountFen: 45n },
      { fundId: 'b', amountFen: 2n },
    ]);
  });
});
