import fc from 'fast-check';
import { addDays, dayOf, toDay } from '../../kernel/day';
import { toInstant } from '../../kernel/instant';
import { endOfDay, isLate, riskOf, type OwedReport } from './lateness';

const dueOn = toDay('2020-09-11');
const report = (values: Partial<OwedReport> = {}): OwedReport => ({
  code: 'midterm',
  dueOn,
  state: 'expected',
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
});
