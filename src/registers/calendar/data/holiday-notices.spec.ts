import { execFileSync } from 'node:child_process';
import { isWorkday as isWorkdayByChineseDays } from 'chinese-days';
import { toCalendarLayer } from '../../../kernel/calendar-layer';
import { addDays, toDay, weekday, type Day } from '../../../kernel/day';
import { WorkingCalendar } from '../../../kernel/working-calendar';
import { layers as written } from './holiday-notices.json';

const layers = written.map(toCalendarLayer);
const latest = new WorkingCalendar(layers, toDay('2026-12-31'));

function daysFrom(first: string, last: string): Day[] {
  const days: Day[] = [];
  for (let day = toDay(first); day <= toDay(last); day = addDays(day, 1)) days.push(day);
  return days;
}

/** What chinese-workday says of each day. It is ESM with a broken CommonJS build, so a plain Node asks it. */
function askChineseWorkday(days: readonly Day[]): Map<Day, boolean> {
  const program = `
    import { isWorkday } from 'chinese-workday';
    const days = ${JSON.stringify(days)};
    console.log(JSON.stringify(days.map((day) => [day, isWorkday(day)])));`;
  const flags = ['--input-type=module', '--eval', program];
  return new Map(JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })));
}

/**
 * Where chinese-workday 1.16.1 differs and the notice's text says otherwise. Until 2015 that package leaves out most
 * swaps of shorter holidays; it also invents a few, and knows no change made under way but that of 2019.
 */
const wrongInChineseWorkday: Readonly<Record<string, readonly string[]>> = {
  '国办发明电〔2010〕40号': ['2011-01-29', '2011-02-12', '2011-04-02'],
  '国办发明电〔2011〕45号': [
    ...['2011-12-31', '2012-01-29', '2012-03-31', '2012-04-01', '2012-04-28'],
    ...['2012-09-30', '2012-10-08'],
  ],
  '国办发明电〔2012〕33号': [
    ...['2013-04-07', '2013-04-27', '2013-04-28', '2013-06-08', '2013-06-09', '2013-10-12'],
    '2013-12-29',
  ],
  '国办发明电〔2013〕28号': ['2014-06-03', '2014-06-04', '2014-09-09', '2014-09-10', '2014-10-11'],
  '国发明电〔2015〕1号': ['2015-09-03', '2015-09-04'],
  '国办发明电〔2017〕12号': ['2018-01-01'],
  '国办发明电〔2020〕1号': ['2020-01-31', '2020-02-01'],
  '国办发明电〔2022〕16号': ['2023-01-03'],
};

describe('the holiday notices', () => {
  it('agree with chinese-workday on every day of 2011 to 2026 but those named', () => {
    const theirs = askChineseWorkday(daysFrom('2011-01-01', '2026-12-31'));
    const different = [...theirs]
      .filter(([day, worked]) => worked !== latest.isWorkingDay(day))
      .map(([day]) => day);
    expect(different).toEqual(Object.values(wrongInChineseWorkday).flat());
  });

  it('agree with chinese-days from 2004 to 2026 but for the Saturday worked for New Year 2006', () => {
    const different = daysFrom('2004-01-01', '2026-12-31').filter(
      (day) => isWorkdayByChineseDays(day) !== latest.isWorkingDay(day),
    );
    expect(different).toEqual(['2005-12-31']);
  });

  it('make only weekend days worked', () => {
    const weekdays = layers.flatMap(({ worked }) => worked).filter((day) => weekday(day) <= 5);
    expect(weekdays).toEqual([]);
  });

  it('are each known before the first day they name', () => {
    const late = layers.filter(({ off, worked, publishedOn }) =>
      [...off, ...worked].some((day) => day <= publishedOn),
    );
    expect(late).toEqual([]);
  });

  it('assume a day only for the two years whose notice was not seen', () => {
    const assumed = layers.filter((layer) => layer.assumed);
    expect(assumed.map(({ year, notice }) => [year, notice])).toEqual([
      [2004, null],
      [2005, null],
    ]);
  });

  it('leave 2027 unknown', () => {
    expect(() => latest.isWorkingDay(toDay('2027-10-01'))).toThrow(
      expect.objectContaining({ code: 'CALENDAR.YEAR_UNKNOWN', facts: { year: 2027 } }),
    );
  });
});

describe('what was known of a year changed under way', () => {
  it.each([
    ['2015-05-12', '2015-09-03', true],
    ['2015-05-13', '2015-09-03', false],
    ['2015-05-12', '2015-09-06', false],
    ['2015-05-13', '2015-09-06', true],
    ['2019-03-21', '2019-05-01', false],
    ['2019-03-21', '2019-05-02', true],
    ['2019-03-22', '2019-05-02', false],
    ['2019-03-21', '2019-04-28', false],
    ['2019-03-22', '2019-04-28', true],
    ['2020-01-25', '2020-01-31', true],
    ['2020-01-26', '2020-01-31', false],
    ['2020-01-25', '2020-02-01', true],
    ['2020-01-26', '2020-02-01', false],
    ['2020-01-26', '2020-02-03', true],
  ])('on %s says of %s: worked %p', (knownOn, day, worked) => {
    expect(new WorkingCalendar(layers, toDay(knownOn)).isWorkingDay(toDay(day))).toBe(worked);
  });

  it('knew nothing of 2020 until its notice', () => {
    const firstDay = toDay('2020-03-10');
    const known = (on: string) => new WorkingCalendar(layers, toDay(on)).status(firstDay);
    expect(known('2019-11-20').provisional).toBe(true);
    expect(known('2019-11-21').provisional).toBe(false);
  });
});

describe('rounds that were held', () => {
  it('gives five working days to the notice of Luohu, 20 to 25 April 2023', () => {
    expect(latest.countWorkingDays(toDay('2023-04-20'), toDay('2023-04-25'))).toBe(5);
  });
});
