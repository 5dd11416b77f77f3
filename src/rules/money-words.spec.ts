import { sayAmount } from './money-words';

describe('an amount in words', () => {
  it.each([
    ['CNY', '5.00元', '5.00 yuan'],
    ['TWD', '新台币5.00元', '5.00 New Taiwan dollars'],
    ['EUR', '5.00欧元', '5.00 euros'],
  ] as const)('names its currency: %s', (currency, zh, en) => {
    expect(sayAmount(500n, { currency })).toEqual({ zh, en });
  });

  it('is yuan where the rules name none', () => {
    expect(sayAmount(500n, {})).toEqual({ zh: '5.00元', en: '5.00 yuan' });
  });
});
