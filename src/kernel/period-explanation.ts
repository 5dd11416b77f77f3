import { daysBetween, weekday, type Day } from './day';
import { printInstant, type Instant } from './instant';

/** One day that a period went through: whether it counted, and why. */
export interface ExplainedDay {
  readonly day: Day;
  readonly counted: boolean;
  readonly why:
    | 'event-day'
    | 'weekday'
    | 'made-up'
    | 'calendar-day'
    | 'weekend'
    | 'holiday'
    | 'paused'
    | 'rolled-on';
  /** The holiday notice that makes the day what it is. */
  readonly notice?: string;
}

/** Why a period ends when it does: as data, and as a sentence in each language. */
export interface PeriodExplanation {
  readonly rule: 'after-event' | 'first-day-counted' | 'named-instant';
  /** Every day from the start to the last one, in order; none where nothing is counted. */
  readonly days: readonly ExplainedDay[];
  readonly zh: string;
  readonly en: string;
}

/** What `explainPeriod` puts into words. */
export type PeriodFacts = CountedFacts | InstantFacts;

interface CountedFacts {
  readonly rule: 'after-event' | 'first-day-counted';
  readonly unit: 'workingDays' | 'calendarDays' | 'calendarDaysRollOn';
  readonly n: number;
  readonly start: Day;
  readonly dueOn: Day;
  readonly days: readonly ExplainedDay[];
}

interface InstantFacts {
  readonly rule: 'named-instant';
  readonly dueOn: Day;
  readonly dueAt: Instant;
}

/** Says why a period ends on its day. */
export function explainPeriod(facts: PeriodFacts): PeriodExplanation {
  if (facts.rule === 'named-instant') return { rule: facts.rule, days: [], ...atInstant(facts) };
  const { rule, days } = facts;
  return { rule, days, zh: inChinese(facts), en: inEnglish(facts) };
}

function atInstant({ dueAt, dueOn }: InstantFacts): { zh: string; en: string } {
  const printed = printInstant(dueAt);
  const day = printed.slice(0, 10) as Day;
  const time = printed.slice(11, 23).replace(/(:00)?\.000$/, '');
  return {
    zh: `截至${zhFull(day)}${time}（北京时间，不含该时刻），最后一日为${zhFull(dueOn)}：该时刻由规则直接规定。`,
    en: `Due before ${time} on ${enFull(day)} (Beijing time), the last day being ${enFull(dueOn)}: the rule names that moment.`,
  };
}

function inChinese({ rule, unit, n, start, dueOn, days }: CountedFacts): string {
  const counted = unit === 'workingDays' ? `${n}个工作日` : `${n}日`;
  const how =
    rule === 'after-event'
      ? `自${zhFull(start)}起第${counted}，当日不计`
      : `自${zhFull(start)}起共${counted}，首末两日均计入`;
  const words: ListWords = {
    range: (group) => zhRange(group, dueOn),
    reason: ZH_REASONS,
    brackets: ['（', '，', '）'],
    separator: '、',
  };
  const rolled = rolledFrom(days);
  return [
    `截至${zhFull(dueOn)}24时：${how}。`,
    rolled && `第${counted}为${listOf([rolled], words)}，顺延至下一工作日。`,
    ...labelled(notCounted(days), words, (list) => `不计：${list}。`),
    ...labelled(madeUp(days), words, (list) => `周末上班计入：${list}。`),
  ]
    .filter(Boolean)
    .join('');
}

function inEnglish({ rule, unit, n, start, dueOn, days }: CountedFacts): string {
  const kind = unit === 'workingDays' ? 'working day' : 'calendar day';
  const counted = `${n} ${kind}${n === 1 ? '' : 's'}`;
  const how =
    rule === 'after-event'
      ? `${counted} after ${enFull(start)}, that day not counted`
      : `${counted} from ${enFull(start)}, the first and the last day both counted`;
  const words: ListWords = {
    range: (group) => enRange(group, dueOn),
    reason: EN_REASONS,
    brackets: [' (', ', ', ')'],
    separator: '; ',
  };
  const rolled = rolledFrom(days);
  return [
    `Due by the end of ${enFull(dueOn)}: ${how}.`,
    rolled && `The last of them, ${listOf([rolled], words)}, runs on to the next working day.`,
    ...labelled(notCounted(days), words, (list) => `Not counted: ${list}.`),
    ...labelled(madeUp(days), words, (list) => `Counted although at a weekend: ${list}.`),
  ]
    .filter(Boolean)
    .join(' ');
}

interface Group {
  readonly first: ExplainedDay;
  last: Day;
}

interface ListWords {
  readonly range: (group: Group) => string;
  readonly reason: Readonly<Partial<Record<ExplainedDay['why'], string>>>;
  readonly brackets: readonly [string, string, string];
  readonly separator: string;
}

const ZH_REASONS: ListWords['reason'] = {
  weekend: '周末',
  holiday: '节假日',
  'made-up': '调休上班',
  paused: '中止计算',
};

const EN_REASONS: ListWords['reason'] = {
  weekend: 'weekend',
  holiday: 'holiday',
  'made-up': 'made-up working day',
  paused: 'paused',
};

const ZH_WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];
const EN_WEEKDAYS = ['', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'];
const EN_MONTHS =
  ' January February March April May June July August September October November December'.split(
    ' ',
  );

function notCounted(days: readonly ExplainedDay[]): ExplainedDay[] {
  return days.filter(({ counted, why }) => !counted && why !== 'event-day' && why !== 'rolled-on');
}

function madeUp(days: readonly ExplainedDay[]): ExplainedDay[] {
  return days.filter(({ counted, why }) => counted && why === 'made-up');
}

/** The last counted day of a period that ran on, or nothing. */
function rolledFrom(days: readonly ExplainedDay[]): ExplainedDay | undefined {
  if (days.at(-1)?.why !== 'rolled-on') return undefined;
  return days.findLast(({ counted }) => counted);
}

function labelled(
  days: readonly ExplainedDay[],
  words: ListWords,
  sentence: (list: string) => string,
): string[] {
  return days.length === 0 ? [] : [sentence(listOf(days, words))];
}

function listOf(days: readonly ExplainedDay[], words: ListWords): string {
  const [open, comma, close] = words.brackets;
  return grouped(days)
    .map((group) => {
      const { why, notice } = group.first;
      const reasons = [words.reason[why], notice].filter(Boolean).join(comma);
      return `${words.range(group)}${open}${reasons}${close}`;
    })
    .join(words.separator);
}

/** Joins days that follow each other for the same reason. */
function grouped(days: readonly ExplainedDay[]): Group[] {
  const groups: Group[] = [];
  for (const explained of days) {
    const group = groups.at(-1);
    const continues =
      group !== undefined &&
      daysBetween(group.last, explained.day) === 1 &&
      group.first.why === explained.why &&
      group.first.notice === explained.notice;
    if (continues) group.last = explained.day;
    else groups.push({ first: explained, last: explained.day });
  }
  return groups;
}

function partsOf(day: Day): { year: string; month: number; date: number } {
  return { year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
}

function sameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

function zhShort(day: Day, dueOn: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year === partsOf(dueOn).year ? '' : `${year}年`}${month}月${date}日`;
}

function zhRange({ first, last }: Group, dueOn: Day): string {
  const from = zhShort(first.day, dueOn);
  if (first.day === last) return from;
  const until = sameMonth(first.day, last) ? `${partsOf(last).date}日` : zhShort(last, dueOn);
  return `${from}至${until}`;
}

function zhFull(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year}年${month}月${date}日（星期${ZH_WEEKDAYS[weekday(day)]}）`;
}

function enShort(day: Day, dueOn: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${EN_MONTHS[month]}${year === partsOf(dueOn).year ? '' : ` ${year}`}`;
}

function enRange({ first, last }: Group, dueOn: Day): string {
  const until = enShort(last, dueOn);
  if (first.day === last) return until;
  const from = sameMonth(first.day, last) ? partsOf(first.day).date : enShort(first.day, dueOn);
  return `${from} to ${until}`;
}

function enFull(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${EN_WEEKDAYS[weekday(day)]}day ${date} ${EN_MONTHS[month]} ${year}`;
}
