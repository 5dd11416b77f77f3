import { addDays, startOfDay, type Day } from '../../src/kernel/day';
import type { Instant } from '../../src/kernel/instant';
import { duePeriod, type Due } from '../../src/kernel/period';
import { splitAward, type TrancheAmount } from '../../src/rules';
import type { Award } from './award';
import { budgetCells } from './budget-cells';
import type { LotDays } from './lot-days';
import type { Play } from './play';

/** The contract of an award. */
export interface SignedContract {
  readonly signedAt: Instant;
  /** Until when it had to be signed, and why. */
  readonly due: Due;
  /** The first and the last day of the project. */
  readonly from: Day;
  readonly to: Day;
  /** What of the award each tranche is. */
  readonly tranches: readonly TrancheAmount[];
}

const TEN_IN_THE_MORNING = 10 * 3_600_000;

/** Both sides sign on some day within the time for it, and the award is cut into its tranches. */
export function signContract(
  { rules, chance, calendar }: Play,
  { bid, amountFen }: Award,
  { notice }: LotDays,
): SignedContract {
  const noticeEndsOn = notice.due.dueOn;
  const n = rules.contract.signWithinDays;
  const due = duePeriod(noticeEndsOn, { unit: 'calendarDays', n }, calendar);
  const signedOn = addDays(noticeEndsOn, chance.of('signing', bid.bidId).whole(1, n));
  const { projectFrom, projectTo } = rules.timetable;
  return {
    signedAt: new Date(startOfDay(signedOn).getTime() + TEN_IN_THE_MORNING),
    due,
    from: signedOn > projectFrom ? signedOn : projectFrom,
    to: signedOn > projectTo ? signedOn : projectTo,
    tranches: splitAward(rules.tranches, amountFen, budgetCells(rules.tranches, bid.money.lines)),
  };
}
