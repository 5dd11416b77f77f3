import fc from 'fast-check';
import { toCalendarLayer } from './calendar-layer';
import { addDays, dayOf, daysBetween, toDay, type Day } from './day';
import { duePeriod, noticeLastDay, type Pause } from './period';
import { WorkingCalendar } from './working-calendar';

const units = ['workingDays', 'calendarDays', 'calendarDaysRollOn'] as const;
const someCount = fc.record({
  unit: fc.constantFrom(...units),
  n: fc.integer({ min: 1, max: 40 }),
});
const someDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 400 })
  .map((n) => addDays(toDay('2020-01-01'), n));
const somePauses: fc.Arbitrary<Pause[]> = fc.array(
  fc.tuple(someDay, fc.nat(20)).map(([from, length]) => ({ from, until: addDays(from, length) })),
  { maxLength: 3 },
);
const someNamedDays = fc
  .tuple(fc.uniqueArray(someDay, { maxLength: 60 }), fc.nat(60))
  .map(([named, cut]) => ({ off: named.slice(0, cut), worked: named.slice(cut) }));

function calendarOf({ off, worked }: { off: Day[]; worked: Day[] }): WorkingCalendar {
  const layers = [2020, 2021, 2022].map((year) =>
    toCalendarLayer({
      notice: null,
      title: `for ${year}`,
      publishedOn: '2019-12-01',
      assumed: true,
      year,
      off: off.filter((day) => day.startsWith(`${year}`)),
      worked: worked.filter((day) => day.startsWith(`${year}`)),
    }),
  );
  return new WorkingCalendar(layers, toDay('2023-01-01'));
}
const someCalendar = someNamedDays.map(calendarOf);

describe('whatever the notices, pauses and counts', () => {
  it('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(
        someDay,
        someCount,
        someCalendar,
        somePauses,
        (start, count, calendar, pauses) => {
          const shorter = duePeriod(start, count, calendar, pauses);
          const longer = duePeriod(start, { ...count, n: count.n + 1 }, calendar, pauses);
          expect(longer.dueOn >= shorter.dueOn).toBe(true);
        },
      ),
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(
        someDay,
        someCount,
        someCalendar,
        somePauses,
        (start, count, calendar, pauses) => {
          const first = duePeriod(start, count, calendar, pauses);
          const second = duePeriod(addDays(start, 1), count, calendar, pauses);
          expect(second.dueOn >= first.dueOn).toBe(true);
        },
      ),
    );
  });

  it('one more holiday never makes a due date earlier', () => {
    fc.assert(
      fc.property(someDay, someCount, someNamedDays, someDay, (start, count, named, holiday) => {
        const more = {
          off: [...new Set([...named.off, holiday])],
          worked: named.worked.filter((day) => day !== holiday),
        };
        const before = duePeriod(start, count, calendarOf(named));
        const after = duePeriod(start, count, calendarOf(more));
        expect(after.dueOn >= before.dueOn).toBe(true);
      }),
    );
  });

  it('one more pause never makes a due date earlier', () => {
    fc.assert(
      fc.property(
        someDay,
        someCount,
        someCalendar,
        somePauses,
        (start, count, calendar, pauses) => {
          const without = duePeriod(start, count, calendar);
          const paused = duePeriod(start, count, calendar, pauses);
          expect(paused.dueOn >= without.dueOn).toBe(true);
        },
      ),
    );
  });

  it('the explanation counts n days, lists each day once and ends on the due day', () => {
    fc.assert(
      fc.property(
        someDay,
        someCount,
        someCalendar,
        somePauses,
        (start, count, calendar, pauses) => {
          const { dueOn: last, dueAt, explanation } = duePeriod(start, count, calendar, pauses);
          expect(explanation.days.filter(({ counted }) => counted)).toHaveLength(count.n);
          expect(explanation.days.map(({ day }) => day)).toEqual(
            Array.from({ length: daysBetween(start, last) + 1 }, (_, i) => addDays(start, i)),
          );
          expect(dayOf(new Date(dueAt.getTime() - 1))).toBe(last);
          expect(dayOf(dueAt)).toBe(addDays(last, 1));
        },
      ),
    );
  });

  it('working days without a pause are those of the calendar', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), someCalendar, (start, n, calendar) => {
        expect(duePeriod(start, { unit: 'workingDays', n }, calendar).dueOn).toBe(
          calendar.addWorkingDays(start, n),
        );
      }),
    );
  });

  it('a period that runs on ends on a day worked, no later than the next one', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), someCalendar, (start, n, calendar) => {
        const plain = duePeriod(start, { unit: 'calendarDays', n }, calendar).dueOn;
        const expected = calendar.isWorkingDay(plain) ? plain : calendar.nextWorkingDay(plain);
        expect(duePeriod(start, { unit: 'calendarDaysRollOn', n }, calendar).dueOn).toBe(expected);
      }),
    );
  });

  it('a notice covers exactly its working days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), someCalendar, (first, n, calendar) => {
        const last = noticeLastDay(first, n, calendar).dueOn;
        expect(calendar.isWorkingDay(last)).toBe(true);
        expect(calendar.countWorkingDays(first, last)).toBe(n);
      }),
    );
  });
});
