import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../src/platform/embedded';
import type { ProcessKind } from '../../src/platform/record/domain-event';

/** The steps of each workflow in their order, as its source says; a step is the state that the workflow is in. */
export function stepsOfWorkflows(): ReadonlyMap<ProcessKind, readonly string[]> {
  const folder = join(projectRoot(), 'workflows');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const steps = new Map<ProcessKind, readonly string[]>();
  for (const file of files.filter((name) => name.endsWith('.workflow.ts')).sort()) {
    const source = readFileSync(join(folder, file), 'utf8');
    const named = [...source.matchAll(/make\.(\w+)/g)].map(([, step]) => step!);
    const kind = /export async function (\w+)/.exec(source)![1] as ProcessKind;
    steps.set(kind, [...new Set(named)]);
  }
  return steps;
}
