import { groupOnRound, soundTime } from './deputy.rules';

describe('soundTime', () => {
  const now = new Date('2020-03-02T01:00:00Z');
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

  it('begins now unless told otherwise', () => {
    expect(soundTime(now, null, inDays(1))).toBe(now);
    expect(soundTime(now, inDays(3), inDays(4))).toEqual(inDays(3));
    expect(soundTime(now, now, inDays(366))).toEqual(now);
  });

  it.each([
    ['begins in the past', inDays(-1), inDays(1)],
    ['ends as it begins', inDays(1), inDays(1)],
    ['ends before it begins', inDays(2), inDays(1)],
    ['has ended before it was asked for', null, inDays(-1)],
    ['lasts more than a year', null, inDays(366.001)],
  ])('refuses a time that %s', (_, from, until) => {
    expect(() => soundTime(now, from, until)).toThrow('DEPUTIES.TIME_UNSOUND');
  });
});

describe('groupOnRound', () => {
  it('is the side on which a duty stands', () => {
    expect(groupOnRound('approver')).toBe('organizer');
    expect(groupOnRound('applicant')).toBe('bidder');
    expect(groupOnRound('supervisor')).toBe('supervisor');
  });

  it('is none for finance, whose sides meet on a payment', () => {
    expect(groupOnRound('maker')).toBeNull();
  });
});
