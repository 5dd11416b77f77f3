import type { History } from '@temporalio/common/lib/proto-utils';

import type { Standing } from '../../src/kernel/standing';
import type { ProcessKind } from '../../src/platform/record/domain-event';

/** How a visit to a step went on. */
export type Outcome =
  'passed' | 'ended' | 'called' | 'clock' | 'failed' | 'began-anew' | 'waiting' | 'under-way';

const WAITS: readonly Outcome[] = ['called', 'clock', 'began-anew', 'waiting'];

/** Whether the process stood at the step, for however short a time. */
export const isWait = (outcome: Outcome): boolean => WAITS.includes(outcome);

/** A step that a history took, and what came of it. */
export interface Visit {
  readonly step: string;
  readonly outcome: Outcome;
}

/** How a run came to its end, if it has. */
export type Ending = 'completed' | 'begun-anew' | 'terminated' | 'open';

/** What a history says, without its ids and times. */
export interface Path {
  readonly kind: ProcessKind;
  readonly visits: readonly Visit[];
  readonly ending: Ending;
}

type Event = NonNullable<History['events']>[number];
type Payloads = NonNullable<Event['activityTaskCompletedEventAttributes']>['result'];

/** The workflow's id in a history that was stored. */
export function workflowIdOf({ events }: History): string {
  return events![0]!.workflowExecutionStartedEventAttributes!.workflowId!;
}

/** Reads off a history which steps were taken, what each was waited on for, and how it ended. */
export function pathOf({ events }: History): Path {
  const reader = new PathReader();
  for (const event of events!) reader.read(event);
  const started = events![0]!.workflowExecutionStartedEventAttributes!;
  return { kind: started.workflowType!.name as ProcessKind, ...reader.path() };
}

class PathReader {
  private readonly visits: Visit[] = [];
  private readonly scheduled = new Map<string, string>();
  /** The step that was not reached when it was last taken. */
  private unreached: string | null = null;
  private ending: Ending = 'open';

  read(event: Event): void {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) {
      // Without a timer in between, somebody had called while the step was taken.
      this.goOn('called');
      this.scheduled.set(String(event.eventId), scheduled.activityType!.name!);
    }
    const started = event.activityTaskStartedEventAttributes;
    if (started && started.attempt! > 1) this.visit(started.scheduledEventId, 'failed');
    const completed = event.activityTaskCompletedEventAttributes;
    if (completed) this.complete(completed.scheduledEventId, standingOf(completed.result));
    if (event.timerFiredEventAttributes) this.goOn('clock');
    if (event.timerCanceledEventAttributes) this.goOn('called');
    this.end(event);
  }

  path(): Omit<Path, 'kind'> {
    this.goOn('waiting');
    for (const step of this.scheduled.values()) this.visits.push({ step, outcome: 'under-way' });
    return { visits: this.visits, ending: this.ending };
  }

  private end(event: Event): void {
    if (event.workflowExecutionCompletedEventAttributes) this.ending = 'completed';
    if (event.workflowExecutionTerminatedEventAttributes) this.ending = 'terminated';
    if (!event.workflowExecutionContinuedAsNewEventAttributes) return;
    this.ending = 'begun-anew';
    this.goOn('began-anew');
  }

  private complete(id: unknown, { reached, ended }: Standing): void {
    if (ended) this.visit(id, 'ended');
    else if (reached) this.visit(id, 'passed');
    else this.unreached = this.scheduled.get(String(id))!;
    this.scheduled.delete(String(id));
  }

  private visit(id: unknown, outcome: Outcome): void {
    this.visits.push({ step: this.scheduled.get(String(id))!, outcome });
  }

  private goOn(outcome: Outcome): void {
    if (this.unreached !== null) this.visits.push({ step: this.unreached, outcome });
    this.unreached = null;
  }
}

/** What a step answered. */
function standingOf(payloads: Payloads): Standing {
  const [payload] = payloads!.payloads!;
  return JSON.parse(
    Buffer.from(payload!.data as unknown as string, 'base64').toString(),
  ) as Standing;
}
