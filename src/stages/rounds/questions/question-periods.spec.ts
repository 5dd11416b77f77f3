import { toDay } from '../../../kernel/day';
import { toInstant } from '../../../kernel/instant';
import { WorkingCalendar } from '../../../kernel/working-calendar';
import { smallRound } from '../../../rules/small-round.fixture';
import { answerPeriod, questionsCloseAt } from './question-periods';

const calendar = new WorkingCalendar(
  [
    {
      year: 2020,
      notice: '国办发明电〔2019〕16号',
      title: '2020年部分节假日安排',
      publishedOn: toDay('2019-11-21'),
      calendar: 'CN',
      official: true,
      assumed: false,
      // Qingming, and a Sunday that is worked.
      off: [toDay('2020-04-04'), toDay('2020-04-05'), toDay('2020-04-06')],
      worked: [toDay('2020-04-26')],
    },
  ],
  toDay('2020-03-10'),
);
const MIDNIGHT = toInstant('2020-04-11T00:00:00+08:00');

const closing = (n: number | undefined, closesAt = MIDNIGHT) => {
  const rules = smallRound((r) => {
    r.questions = n === undefined ? {} : { closeWorkingDaysBeforeDeadline: n };
  });
  return questionsCloseAt(rules, closesAt, calendar);
};

describe('questionsCloseAt', () => {
  it('gives the deadline itself where the rules name no number', () => {
    expect(closing(undefined)).toEqual(MIDNIGHT);
    expect(questionsCloseAt(smallRound(), MIDNIGHT, calendar)).toEqual(MIDNIGHT);
  });

  it.each([
    [1, '2020-04-10T00:00:00+08:00'],
    [4, '2020-04-07T00:00:00+08:00'],
    // From Saturday to Monday is Qingming.
    [5, '2020-04-03T00:00:00+08:00'],
  ])('leaves %d working days, the last day of the call included', (n, at) => {
    expect(closing(n)).toEqual(toInstant(at));
  });

  it('counts the day of a deadline at noon, and a Sunday that is worked', () => {
    const noon = toInstant('2020-04-27T12:00:00+08:00');
    expect(closing(1, noon)).toEqual(toInstant('2020-04-27T00:00:00+08:00'));
    expect(closing(2, noon)).toEqual(toInstant('2020-04-26T00:00:00+08:00'));
  });

  it('refuses to count in a year whose holidays are not known', () => {
    const inNextYear = toInstant('2021-01-05T00:00:00+08:00');
    expect(() => closing(2, inNextYear)).toThrow('CALENDAR.YEAR_UNKNOWN');
  });
});

describe('answerPeriod', () => {
  it('is what the law says of inquiries, unless the rules say otherwise', () => {
    const { workingDays, article } = answerPeriod(smallRound());
    expect({ workingDays, article }).toEqual({
      workingDays: 3,
      article: '政府采购法实施条例第五十二条',
    });
    const rules = smallRound((r) => (r.questions = { answerWorkingDays: 2 }));
    expect(answerPeriod(rules)).toEqual({
      workingDays: 2,
      article: `${rules.code}/questions/answerWorkingDays`,
    });
  });
});
