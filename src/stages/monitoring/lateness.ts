import { addDays, dayOf, startOfDay, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';

/** What of a report tells whether it came late. */
export interface OwedReport {
  readonly code: string;
  readonly dueOn: Day;
  readonly state: 'expected' | 'overdue' | 'submitted' | 'waived';
  readonly submittedAt: Instant | null;
}

/** A sign that a project may go wrong. */
export interface RiskSignal {
  readonly code: 'report-late';
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
 * What the reports of a project tell of its risk: each that is late today or came late.
 * @source domain.md 2.9: a late report raises a project's risk
 */
export function riskOf(reports: readonly OwedReport[], today: Day): RiskSignal[] {
  return reports
    .filter(({ dueOn, state, submittedAt }) => {
      if (state === 'waived') return false;
      return submittedAt === null ? today > dueOn : isLate(dueOn, submittedAt);
    })
    .map(({ code, dueOn, submittedAt }) => ({
      code: 'report-late',
      report: code,
      since: addDays(dueOn, 1),
      isOver: submittedAt !== null,
    }));
}
