import {
  toCalendarLayer,
  type CalendarCode,
  type WrittenLayer,
} from '../../../kernel/calendar-layer';
import { toDay } from '../../../kernel/day';
import { WorkingCalendar } from '../../../kernel/working-calendar';
import { layers as written, madeFrom } from './public-holidays.json';

const layers = (written as WrittenLayer[]).map(toCalendarLayer);
const calendarOf = (calendar: CalendarCode, knownOn: string) =>
  new WorkingCalendar(
    layers.filter((layer) => layer.calendar === calendar),
    toDay(knownOn),
  );
const taiwan = calendarOf('TW', '2026-12-31');
const spain = calendarOf('ES', '2026-12-31');
const years = Array.from({ length: 2026 - 2009 + 1 }, (_, n) => 2009 + n);

describe('the public holidays of a library', () => {
  it('cover every year from 2009 to 2026 of both places, and are marked as nobody’s word', () => {
    for (const place of ['TW', 'ES'] as const) {
      const ofPlace = layers.filter(({ calendar }) => calendar === place);
      expect(ofPlace.map(({ year }) => year)).toEqual(years);
    }
    const marked = ({ official, assumed, title }: (typeof layers)[number]) =>
      !official && assumed && title.includes('非官方');
    expect(layers.every(marked)).toBe(true);
    expect(madeFrom).toContain('CC BY-SA 3.0');
  });

  it('leave 2008 and 2027 unknown', () => {
    for (const [calendar, year] of [taiwan, spain].flatMap((one) =>
      [2008, 2027].map((out) => [one, out] as const),
    )) {
      expect(() => calendar.isWorkingDay(toDay(`${year}-06-02`))).toThrow(
        expect.objectContaining({ code: 'CALENDAR.YEAR_UNKNOWN', facts: { year } }),
      );
    }
  });

  it.each([
    [taiwan, '2017-02-28', false],
    [taiwan, '2017-10-10', false],
    [taiwan, '2017-10-02', true],
    [taiwan, '2021-12-31', false],
    [spain, '2018-12-06', false],
    [spain, '2019-01-01', false],
    [spain, '2018-10-01', true],
    [spain, '2018-10-12', false],
  ])('say of day %#: %s worked %p', (calendar, day, worked) => {
    const { unofficial } = calendar.status(toDay(day));
    expect([calendar.isWorkingDay(toDay(day)), unofficial]).toEqual([worked, true]);
  });

  it('give a holiday its name, and the National Days of the mainland none', () => {
    expect(spain.status(toDay('2018-12-06'))).toEqual({
      kind: 'off',
      why: 'holiday',
      notice: expect.stringContaining('非官方'),
      provisional: false,
      unofficial: true,
    });
    expect(taiwan.countWorkingDays(toDay('2018-10-01'), toDay('2018-10-05'))).toBe(5);
  });
});

describe('what an authority has said', () => {
  const said = toCalendarLayer({
    calendar: 'TW',
    notice: null,
    title: '某机关2017年办公日历（测试）',
    publishedOn: '2016-06-01',
    assumed: false,
    year: 2017,
    off: ['2017-02-27'],
    worked: ['2017-02-18'],
  });

  it('goes on top of what a library has, though that came later, and is no longer unofficial', () => {
    const calendar = new WorkingCalendar(
      [said, ...layers.filter((one) => one.calendar === 'TW')],
      toDay('2017-01-10'),
    );
    expect(calendar.status(toDay('2017-02-18'))).toMatchObject({ kind: 'working', why: 'made-up' });
    expect(calendar.status(toDay('2017-02-18')).unofficial).toBeUndefined();
    expect(calendar.status(toDay('2017-02-20')).unofficial).toBeUndefined();
    expect(calendar.status(toDay('2017-02-28')).unofficial).toBe(true);
  });
});
