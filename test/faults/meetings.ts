import type { ProcessKind } from '../../src/platform/record/domain-event';

/** A workflow as a fault met it. */
export interface MetWorkflow {
  readonly kind: ProcessKind;
  readonly id: string;
  /** The state of what it is about, in the record; null where that does not exist yet. */
  readonly state: string | null;
  /** The step that it takes or waits on; null between two. */
  readonly step: string | null;
}

/** How a workflow was met: with a step in hand, or asleep until somebody or a clock calls. */
export type Manner = 'working' | 'waiting';

/** One harm done. */
export interface Meeting {
  /** Seconds since the round began. */
  readonly atSeconds: number;
  readonly fault: string;
  /** What was done, to what: `worker-2 kill -9`. */
  readonly deed: string;
  readonly manner: Manner | null;
  readonly met: readonly MetWorkflow[];
}

const manners: Readonly<Record<Manner, string>> = {
  working: '步骤进行中 in step',
  waiting: '等待中 waiting on',
};

/** The harms done in one run: each is told at once, and counted. */
export class Meetings {
  readonly all: Meeting[] = [];
  private beganAt = performance.now();

  constructor(private readonly tell: (line: string) => void) {}

  begin(): void {
    this.beganAt = performance.now();
  }

  note(fault: string, deed: string, manner: Manner | null, met: readonly MetWorkflow[]): void {
    const atSeconds = (performance.now() - this.beganAt) / 1_000;
    this.all.push({ atSeconds, fault, deed, manner, met });
    const told = met.map((workflow) => describe(workflow, manner));
    const [first = '没有流程 no process', ...others] = told;
    this.tell(`${atSeconds.toFixed(1).padStart(7)} s  ${fault}: ${deed} · ${first}`);
    for (const other of others) this.tell(`${' '.repeat(11)}${other}`);
  }

  /** How often each step of a kind of workflow was met in a manner. */
  count(kind: ProcessKind, step: string, manner?: Manner): number {
    return this.all.filter(
      (meeting) =>
        (manner === undefined || meeting.manner === manner) &&
        meeting.met.some((met) => met.kind === kind && met.step === step),
    ).length;
  }
}

function describe({ kind, id, state, step }: MetWorkflow, manner: Manner | null): string {
  const doing = step === null ? '' : ` · ${manners[manner ?? 'waiting']} ${step}`;
  return `${kind} ${id.slice(-6)} ${state ?? '—'}${doing}`;
}

/** The table of which step of which workflow was met, and the steps that were not. */
export function printCoverage(
  meetings: Meetings,
  steps: ReadonlyMap<ProcessKind, readonly string[]>,
  print: (line: string) => void,
): string[] {
  const missing: string[] = [];
  print('      ● 步骤进行中 in step · ○ 等待中 while waiting · ✗ 未遇到 not met');
  for (const [kind, names] of steps) {
    const cells = names.map((step) => {
      const working = meetings.count(kind, step, 'working') > 0 ? '●' : '';
      const waiting = meetings.count(kind, step, 'waiting') > 0 ? '○' : '';
      if (working + waiting === '') missing.push(`${kind}: ${step}`);
      return `${working}${waiting || (working ? '' : '✗')} ${step}`;
    });
    print(`      ${kind}`);
    for (let n = 0; n < cells.length; n += 4) {
      const line = cells.slice(n, n + 4).map((cell) => cell.padEnd(26));
      print(`        ${line.join('').trimEnd()}`);
    }
  }
  return missing;
}
