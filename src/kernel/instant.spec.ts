import fc from 'fast-check';
import { printInstant, toInstant } from './instant';

describe('toInstant', () => {
  it('reads one moment however its offset is written', () => {
    const moment = toInstant('2020-04-11T00:00:00+08:00').getTime();
    expect(toInstant('2020-04-10T16:00:00Z').getTime()).toBe(moment);
    expect(toInstant('2020-04-10T11:00:00.000-05:00').getTime()).toBe(moment);
  });

  it.each([
    ['no offset', '2020-04-11T00:00:00'],
    ['a day alone', '2020-04-11'],
    ['a day that does not exist', '2020-02-30T00:00:00+08:00'],
    ['a month that does not exist', '2020-13-01T00:00:00+08:00'],
    ['an hour that does not exist', '2020-04-11T24:00:00+08:00'],
    ['more than milliseconds', '2020-04-11T00:00:00.0001+08:00'],
    ['text after it', '2020-04-11T00:00:00Z\n'],
  ])('refuses %s', (_, text) => {
    expect(() => toInstant(text)).toThrow(RangeError);
  });
});

describe('printInstant', () => {
  it('prints in the time of China, to the millisecond', () => {
    expect(printInstant(toInstant('2020-12-31T16:00:00.007Z'))).toBe(
      '2021-01-01T00:00:00.007+08:00',
    );
  });

  it('gives back what toInstant reads', () => {
    const instants = fc.date({
      min: toInstant('1992-01-01T00:00:00Z'),
      max: toInstant('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(toInstant(printInstant(instant))).toEqual(instant);
      }),
    );
  });
});
