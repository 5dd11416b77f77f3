import { addDays, dayOf, daysBetween, startOfDay, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { ReportState } from './report.transitions';

/** What of a report tells whether it came late. */
export interface OwedReport {
  readonly code: string;
  readonly dueOn: Day;
  readonly state: ReportState;
  readonly missingSince: Instant | null;
  readonly submittedAt: Instant | null;
}

/** A sign that a project may go wrong. */
export interface RiskSignal {
  /** `report-missing` once it counts as missing by the rule set. */
  readonly code: 'report-late' | 'report-missing';
  /** The code of the report. */
  readonly report: string;
  /** The first day on which it was late. */
  readonly since: Day;
  /** Whether the report has come since. */
  readonly isOver: boolean;
}

/** The first instant that is too late for what is due on a day, the day itself included. */
export function endOfDay(day: Day): Instant {
  return startOfDay(addDays(day, 1));
}

/** Whether what came at an instant came after its last day. The deadline is exclusive: midnight is late. */
export function isLate(dueOn: Day, at: Instant): boolean {
  return dayOf(at) > dueOn;
}

/**
 * By how many calendar days a report came late, or is late today; 0 in time, or where it is not asked for any more.
 * @param today counts where it has not come
 */
export function daysLate(
  { dueOn, state, submittedAt }: Pick<OwedReport, 'dueOn' | 'state' | 'submittedAt'>,
  today: Day,
): number {
  if (state === 'waived') return 0;
  return Math.max(0, daysBetween(dueOn, submittedAt === null ? today : dayOf(submittedAt)));
}

/**
 * What the reports of a project tell of its risk: each that is late today or came late.
 * @source domain.md 2.9: a late report raises a project's risk
 */
export function riskOf(reports: readonly OwedReport[], today: Day): RiskSignal[] {
  return reports
    .filter((report) => daysLate(report, today) > 0)
    .map(({ code, dueOn, submittedAt, missingSince }) => ({
      code: missingSince === null ? 'report-late' : 'report-missing',
      report: code,
      since: addDays(dueOn, 1),
      isOver: submittedAt !== null,
    }));
}
