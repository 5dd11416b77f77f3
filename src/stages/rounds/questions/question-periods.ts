import { addDays, dayOf, startOfDay } from '../../../kernel/day';
import type { Instant } from '../../../kernel/instant';
import type { WorkingCalendar } from '../../../kernel/working-calendar';
import type { RuleSet } from '../../../rules';

/** Within so many working days an inquiry 询问 is answered where the rules name no other number. */
const ANSWER_WORKING_DAYS = 3;
const ANSWER_ARTICLE = '政府采购法实施条例第五十二条';

/**
 * The first moment at which no question on a call is taken any more: after it the rules' number of working days is left for
 * bidding, the last one being the last day on which bids are taken. Without a number it is the deadline itself.
 * @param closesAt the deadline as it stands; with it the time for questions moves later
 * @throws CALENDAR.YEAR_UNKNOWN when the count runs into a year without a holiday notice
 */
export function questionsCloseAt(
  { questions }: RuleSet,
  closesAt: Instant,
  calendar: WorkingCalendar,
): Instant {
  const wanted = questions?.closeWorkingDaysBeforeDeadline;
  if (wanted === undefined) return closesAt;
  // The deadline is exclusive: midnight leaves the day before as the last one.
  let day = dayOf(new Date(closesAt.getTime() - 1));
  for (let left = wanted; ; day = addDays(day, -1)) {
    if (calendar.isWorkingDay(day)) left -= 1;
    if (left === 0) return startOfDay(day);
  }
}

/** How many working days there are to answer a question, and where that stands. */
export function answerPeriod({ code, questions }: RuleSet): {
  readonly workingDays: number;
  readonly article: string;
} {
  const workingDays = questions?.answerWorkingDays;
  return workingDays === undefined
    ? { workingDays: ANSWER_WORKING_DAYS, article: ANSWER_ARTICLE }
    : { workingDays, article: `${code}/questions/answerWorkingDays` };
}
