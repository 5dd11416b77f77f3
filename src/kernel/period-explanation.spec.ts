import { toCalendarLayer } from './calendar-layer';
import { addDays, toDay } from './day';
import { toInstant } from './instant';
import { duePeriod, noticeLastDay, type PeriodCount } from './period';
import { WorkingCalendar } from './working-calendar';

const days = (from: string, n: number) =>
  Array.from({ length: n }, (_, i) => addDays(toDay(from), i));

const layer = (year: number, notice: string, off: string[], worked: string[]) =>
  toCalendarLayer({
    notice,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    publishedOn: `${year - 1}-12-01`,
    assumed: false,
    year,
    off,
    worked,
  });

const calendar = new WorkingCalendar(
  [
    layer(2022, '国办发明电〔2021〕11号', days('2022-10-01', 7), ['2022-10-08']),
    layer(
      2023,
      '国办发明电〔2022〕16号',
      [...days('2022-12-31', 3), ...days('2023-04-29', 5)],
      ['2023-04-23', '2023-05-06'],
    ),
  ],
  toDay('2023-01-01'),
);

const explain = (start: string, count: PeriodCount, pauses = {}) =>
  duePeriod(toDay(start), count, calendar, Object.values(pauses)).explanation;

describe('the sentence', () => {
  it('tells why five working days after 27 April are over on 8 May', () => {
    const { zh, en } = explain('2023-04-27', { unit: 'workingDays', n: 5 });
    expect(zh).toBe(
      '截至2023年5月8日（星期一）24时：自2023年4月27日（星期四）起第5个工作日，当日不计。' +
        '不计：4月29日至5月3日（节假日，国办发明电〔2022〕16号）、5月7日（周末）。' +
        '周末上班计入：5月6日（调休上班，国办发明电〔2022〕16号）。',
    );
    expect(en).toBe(
      'Due by the end of Monday 8 May 2023: 5 working days after Thursday 27 April 2023, that day not counted. ' +
        'Not counted: 29 April to 3 May (holiday, 国办发明电〔2022〕16号); 7 May (weekend). ' +
        'Counted although at a weekend: 6 May (made-up working day, 国办发明电〔2022〕16号).',
    );
  });

  it('tells that a notice counts its first and last day', () => {
    const { zh, en } = noticeLastDay(toDay('2023-04-20'), 5, calendar).explanation;
    expect(zh).toBe(
      '截至2023年4月25日（星期二）24时：自2023年4月20日（星期四）起共5个工作日，首末两日均计入。' +
        '不计：4月22日（周末）。周末上班计入：4月23日（调休上班，国办发明电〔2022〕16号）。',
    );
    expect(en).toBe(
      'Due by the end of Tuesday 25 April 2023: 5 working days from Thursday 20 April 2023, the first and the last day both counted. ' +
        'Not counted: 22 April (weekend). ' +
        'Counted although at a weekend: 23 April (made-up working day, 国办发明电〔2022〕16号).',
    );
  });

  it('says nothing of days left out where every day counts', () => {
    const { zh, en } = explain('2023-04-20', { unit: 'calendarDays', n: 1 });
    expect(zh).toBe(
      '截至2023年4月21日（星期五）24时：自2023年4月20日（星期四）起第1日，当日不计。',
    );
    expect(en).toBe(
      'Due by the end of Friday 21 April 2023: 1 calendar day after Thursday 20 April 2023, that day not counted.',
    );
  });

  it('tells from which day a period ran on', () => {
    const { zh, en } = explain('2023-04-20', { unit: 'calendarDaysRollOn', n: 12 });
    expect(zh).toBe(
      '截至2023年5月4日（星期四）24时：自2023年4月20日（星期四）起第12日，当日不计。' +
        '第12日为5月2日（节假日，国办发明电〔2022〕16号），顺延至下一工作日。' +
        '不计：5月3日（节假日，国办发明电〔2022〕16号）。',
    );
    expect(en).toBe(
      'Due by the end of Thursday 4 May 2023: 12 calendar days after Thursday 20 April 2023, that day not counted. ' +
        'The last of them, 2 May (holiday, 国办发明电〔2022〕16号), runs on to the next working day. ' +
        'Not counted: 3 May (holiday, 国办发明电〔2022〕16号).',
    );
  });

  it('names pauses, and the year of days in another year than the due day', () => {
    const pause = { from: toDay('2022-12-29'), until: toDay('2022-12-30') };
    const { zh, en } = explain('2022-12-28', { unit: 'workingDays', n: 1 }, { pause });
    expect(zh).toBe(
      '截至2023年1月3日（星期二）24时：自2022年12月28日（星期三）起第1个工作日，当日不计。' +
        '不计：2022年12月29日至30日（中止计算）、2022年12月31日至1月2日（节假日，国办发明电〔2022〕16号）。',
    );
    expect(en).toBe(
      'Due by the end of Tuesday 3 January 2023: 1 working day after Wednesday 28 December 2022, that day not counted. ' +
        'Not counted: 29 to 30 December 2022 (paused); 31 December 2022 to 2 January (holiday, 国办发明电〔2022〕16号).',
    );
  });

  it('joins days that follow each other for one reason, and no others', () => {
    const pause = { from: toDay('2023-05-22'), until: toDay('2023-05-23') };
    const { zh, en } = explain('2023-05-19', { unit: 'workingDays', n: 9 }, { pause });
    expect(zh).toContain(
      '不计：5月20日至21日（周末）、5月22日至23日（中止计算）、5月27日至28日（周末）、6月3日至4日（周末）。',
    );
    expect(en).toContain(
      'Not counted: 20 to 21 May (weekend); 22 to 23 May (paused); 27 to 28 May (weekend); 3 to 4 June (weekend).',
    );
  });

  it('keeps holidays of two notices apart', () => {
    const prolonged = new WorkingCalendar(
      [
        layer(2020, '国办发明电〔2019〕16号', days('2020-01-24', 7), []),
        layer(2020, '国办发明电〔2020〕1号', days('2020-01-31', 3), []),
      ],
      toDay('2020-01-26'),
    );
    const count = { unit: 'workingDays', n: 1 } as const;
    expect(duePeriod(toDay('2020-01-23'), count, prolonged).explanation.en).toBe(
      'Due by the end of Monday 3 February 2020: 1 working day after Thursday 23 January 2020, that day not counted. ' +
        'Not counted: 24 to 30 January (holiday, 国办发明电〔2019〕16号); 31 January to 2 February (holiday, 国办发明电〔2020〕1号).',
    );
  });

  it.each([
    [
      '2020-04-11T00:00:00+08:00',
      '2020年4月11日（星期六）00:00',
      '00:00 on Saturday 11 April 2020',
    ],
    ['2020-04-10T09:30:15Z', '2020年4月10日（星期五）17:30:15', '17:30:15 on Friday 10 April 2020'],
    [
      '2020-04-10T17:30:00.250+08:00',
      '2020年4月10日（星期五）17:30:00.250',
      '17:30:00.250 on Friday 10 April 2020',
    ],
  ])('tells the moment %s that a rule names', (at, zhMoment, enMoment) => {
    const { zh, en } = duePeriod(toInstant(at), { unit: 'instant' }, calendar).explanation;
    expect(zh).toBe(
      `截至${zhMoment}（北京时间，不含该时刻），最后一日为2020年4月10日（星期五）：该时刻由规则直接规定。`,
    );
    expect(en).toBe(
      `Due before ${enMoment} (Beijing time), the last day being Friday 10 April 2020: the rule names that moment.`,
    );
  });
});
