import type { ProcessKind } from '../../src/platform/record/domain-event';
import { stepsDoneAtOnce, workflowSteps } from '../support/workflow-steps';
import { isWait, type Outcome, type Path } from './history';

/** How often the histories met a step in each way. */
export interface Row {
  readonly kind: string;
  readonly step: string;
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
}

/** In how many histories each step of each workflow came out how. */
export function coverage(paths: readonly Path[], kinds: readonly ProcessKind[]): Row[] {
  return kinds.flatMap((kind) => {
    const ofKind = paths.filter((path) => path.kind === kind);
    return workflowSteps(kind).map((step) => ({ kind, step, counts: countsOf(ofKind, step) }));
  });
}

function countsOf(paths: readonly Path[], step: string): Row['counts'] {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { visits } of paths) {
    const met = visits.filter((visit) => visit.step === step).map(({ outcome }) => outcome);
    for (const outcome of new Set(met)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** The workflows without any history, the steps that none took, and the states, steps waited at, that none was in. */
export function gaps(paths: readonly Path[], kinds: readonly string[]): string[] {
  return kinds.flatMap((kind) => {
    const ofKind = paths.filter((path) => path.kind === kind);
    if (ofKind.length === 0) return [`${kind}: no history`];
    return workflowSteps(kind as ProcessKind).flatMap((step) => {
      const outcomes = Object.keys(countsOf(ofKind, step)) as Outcome[];
      if (outcomes.length === 0) return [`${kind}: ${step} is in no history`];
      const isCovered = stepsDoneAtOnce.has(step) || outcomes.some(isWait);
      return isCovered ? [] : [`${kind}: ${step} is not waited at`];
    });
  });
}

const COLUMNS: readonly (readonly [string, readonly Outcome[]])[] = [
  ['passed', ['passed']],
  ['waited, called', ['called']],
  ['waited, clock', ['clock']],
  ['waits', ['waiting', 'under-way']],
  ['begins anew', ['began-anew']],
  ['ended', ['ended']],
  ['failed, again', ['failed']],
];

/** The rows as a table for people. */
export function printed(rows: readonly Row[]): string {
  const head = ['workflow', 'step', ...COLUMNS.map(([title]) => title)];
  const body = rows.map(({ kind, step, counts }, i) => [
    rows[i - 1]?.kind === kind ? '' : kind,
    step,
    ...COLUMNS.map(([, outcomes]) => {
      const sum = outcomes.reduce((total, outcome) => total + (counts[outcome] ?? 0), 0);
      return sum === 0 ? '·' : String(sum);
    }),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((line) => line[i]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ');
  return [head, ...body].map(line).join('\n');
}
