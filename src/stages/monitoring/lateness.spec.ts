import fc from 'fast-check';
import { addDays, dayOf, toDay } from '../../kernel/day';
import { toInstant } from '../../kernel/instant';
import { daysLate, endOfDay, isLate, riskOf, type OwedReport } from './lateness';

const dueOn = toDay('2020-09-11');
const report = (values: Partial<OwedReport> = {}): OwedReport => ({
  code: 'midterm',
  dueOn,
  state: 'expected',
  missingSince: null,
  submittedAt: null,
  ...values,
});

describe('isLate', () => {
  it('takes the last millisecond of the last day as in time', () => {
    expect(isLate(dueOn, toInstant('2020-09-11T23:59:59.999+08:00'))).toBe(false);
  });

  it('takes the midnight after the last day as late', () => {
    expect(isLate(dueOn, toInstant('2020-09-12T00:00:00+08:00'))).toBe(true);
  });

  it('is late exactly from the end of the day on', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(toDay('1995-01-01'), n));
    const aroundTheEnd = fc.integer({ min: -200_000_000, max: 200_000_000 });
    fc.assert(
      fc.property(days, aroundTheEnd, (day, ms) => {
        expect(isLate(day, new Date(endOfDay(day).getTime() + ms))).toBe(ms >= 0);
      }),
    );
  });
});

describe('riskOf', () => {
  it('sees nothing on the last day of a report', () => {
    expect(riskOf([report()], dueOn)).toEqual([]);
  });

  it('sees a report that has not come on the day after', () => {
    expect(riskOf([report()], addDays(dueOn, 1))).toEqual([
      { code: 'report-late', report: 'midterm', since: '2020-09-12', isOver: false },
    ]);
  });

  it('keeps seeing a report that came late, as over', () => {
    const submittedAt = toInstant('2020-09-12T00:00:00+08:00');
    expect(riskOf([report({ state: 'submitted', submittedAt })], dayOf(submittedAt))).toEqual([
      { code: 'report-late', report: 'midterm', since: '2020-09-12', isOver: true },
    ]);
  });

  it('sees nothing in a report that came in time, however long ago', () => {
    const submittedAt = toInstant('2020-09-11T23:59:59.999+08:00');
    const late = addDays(dueOn, 400);
    expect(riskOf([report({ state: 'submitted', submittedAt })], late)).toEqual([]);
  });

  it('sees nothing in a report that is no longer asked for', () => {
    expect(riskOf([report({ state: 'waived' })], addDays(dueOn, 1))).toEqual([]);
  });

  it('tells one that counts as missing as that, also when it has come since', () => {
    const missingSince = toInstant('2020-09-19T00:00:00+08:00');
    const missing = report({ state: 'missing', missingSince });
    expect(riskOf([missing], addDays(dueOn, 9))).toMatchObject([
      { code: 'report-missing', since: '2020-09-12', isOver: false },
    ]);
    const submittedAt = toInstant('2020-09-30T09:00:00+08:00');
    const come = report({ state: 'submitted', missingSince, submittedAt });
    expect(riskOf([come], addDays(dueOn, 30))).toMatchObject([
      { code: 'report-missing', isOver: true },
    ]);
  });
});

describe('daysLate', () => {
  it('counts from the day after the last one until it came', () => {
    const came = (at: string) => report({ state: 'submitted', submittedAt: toInstant(at) });
    expect(daysLate(came('2020-09-11T23:59:59.999+08:00'), addDays(dueOn, 50))).toBe(0);
    expect(daysLate(came('2020-09-12T00:00:00+08:00'), addDays(dueOn, 50))).toBe(1);
    expect(daysLate(came('2020-09-21T12:00:00+08:00'), addDays(dueOn, 50))).toBe(10);
  });

  it('counts until today while it has not come, and not at all when it is not asked for', () => {
    expect(daysLate(report({ state: 'overdue' }), addDays(dueOn, 3))).toBe(3);
    expect(daysLate(report(), addDays(dueOn, -3))).toBe(0);
    expect(daysLate(report({ state: 'waived' }), addDays(dueOn, 3))).toBe(0);
  });
});
