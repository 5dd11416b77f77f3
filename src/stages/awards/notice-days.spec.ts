import { startOfDay, toDay } from '../../kernel/day';
import { toInstant } from '../../kernel/instant';
import { noticeLastDay } from '../../kernel/period';
import { WorkingCalendar } from '../../kernel/working-calendar';
import { noticeDays, signingCountsFrom } from './notice-days';

/** 23 April 2023, a Sunday, was a made-up working day. */
const calendar = new WorkingCalendar(
  [
    {
      notice: '国办发明电〔2022〕16号',
      title: '2023年部分节假日安排',
      publishedOn: toDay('2022-12-08'),
      calendar: 'CN',
      official: true,
      assumed: false,
      year: 2023,
      off: [],
      worked: [toDay('2023-04-23')],
    },
  ],
  toDay('2023-04-01'),
);

const clockFrom = (day: string) => {
  const { dueAt, explanation } = noticeLastDay(toDay(day), 5, calendar);
  return { startedAt: startOfDay(toDay(day)), dueAt, why: explanation };
};

describe('noticeDays', () => {
  it('gives the days of a real notice: Luohu, 20 to 25 April 2023', () => {
    expect(noticeDays(clockFrom('2023-04-20'))).toEqual({
      firstDay: '2023-04-20',
      lastDay: '2023-04-25',
    });
  });

  it('begins on the next working day when it is published on a day off', () => {
    expect(noticeDays(clockFrom('2023-04-15'))).toEqual({
      firstDay: '2023-04-17',
      lastDay: '2023-04-21',
    });
  });
});

describe('signingCountsFrom', () => {
  const lastDay = toDay('2023-04-25');

  it('is the last day of the notice when the award is confirmed as soon as it is over', () => {
    expect(signingCountsFrom(lastDay, toInstant('2023-04-26T00:00:00+08:00'))).toBe('2023-04-25');
    expect(signingCountsFrom(lastDay, toInstant('2023-04-26T23:59:59+08:00'))).toBe('2023-04-25');
  });

  it('is the day of the confirmation when an objection kept it waiting', () => {
    expect(signingCountsFrom(lastDay, toInstant('2023-04-27T00:00:00+08:00'))).toBe('2023-04-27');
  });
});
