import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';

import { projectRoot } from '../../src/platform/embedded';
import { processKinds } from '../../src/platform/record/domain-event';
import { quietTemporal } from '../support/quiet-temporal';
import { workflowBundle, type SourceChange } from '../support/workflow-bundle';
import { lastStepsExchanged, orderPatched, timerAdded } from '../support/workflow-changes';
import { coverage, gaps, printed } from './coverage';
import { workflowIdOf, type Path } from './history';
import { currentRelease, storedHistories, type Stored } from './stored-histories';

const stored = storedHistories();
const paths = stored.filter(({ release }) => release === currentRelease).map(({ path }) => path);

beforeAll(() => {
  quietTemporal();
});

/** Replays histories on the workflows as they are, or as they would be. @returns the errors by the histories' names */
async function errorsOf(
  histories: readonly Stored[],
  change?: SourceChange,
): Promise<Record<string, Error>> {
  const bundle = await workflowBundle(change);
  const inOrder = histories.map(({ history }) => ({ history, workflowId: workflowIdOf(history) }));
  const errors: Record<string, Error> = {};
  let n = 0;
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle }, inOrder)) {
    const { release, name } = histories[n]!;
    if (error) errors[`${release}/${name}`] = error;
    n += 1;
  }
  expect(n).toBe(histories.length);
  return errors;
}

describe('the stored histories', () => {
  it('replay on the workflows of today', async () => {
    expect(stored.length).toBeGreaterThan(0);
    expect(await errorsOf(stored)).toEqual({});
  });

  it('cover every step of every workflow', () => {
    const table = printed(coverage(paths, processKinds));
    process.stdout.write(`\nhistories of ${currentRelease}: ${paths.length}\n${table}\n\n`);
    const index = readFileSync(join(projectRoot(), 'workflows/index.ts'), 'utf8');
    const exported = [...index.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name!);
    expect(exported.sort()).toEqual([...processKinds].sort());
    expect(gaps(paths, exported)).toEqual([]);
  });

  it('would miss a workflow that has none, a step that none has taken, and a state that none was in', () => {
    const without = (isMissing: (path: Path) => boolean) =>
      gaps(
        paths.filter((path) => !isMissing(path)),
        processKinds,
      );
    expect(without(({ kind }) => kind === 'challenge')).toEqual(['challenge: no history']);
    expect(gaps(paths, [...processKinds, 'audit'])).toEqual(['audit: no history']);
    const takes = (step: string) => (path: Path) =>
      path.visits.some((visit) => visit.step === step);
    expect(without(takes('projectClosed'))).toEqual(['project: projectClosed is in no history']);
    const waitsAt = (step: string) => (path: Path) =>
      path.visits.some((visit) => visit.step === step && visit.outcome !== 'passed');
    expect(without(waitsAt('vouchersIn'))).toContain('payment: vouchersIn is not waited at');
  });
});

describe('a change without a patch', () => {
  it('is caught in each workflow whose last two steps change places', async () => {
    const errors = await errorsOf(stored, lastStepsExchanged);
    const caught = stored.filter(({ release, name }) => errors[`${release}/${name}`]);
    expect(Object.values(errors).every((error) => error instanceof DeterminismViolationError)).toBe(
      true,
    );
    expect([...new Set(caught.map(({ path }) => path.kind))].sort()).toEqual(
      [...processKinds].sort(),
    );
  });

  it('is caught by every history when it adds a timer', async () => {
    const errors = await errorsOf(stored, timerAdded);
    expect(Object.keys(errors)).toHaveLength(stored.length);
    expect(Object.values(errors).every((error) => error instanceof DeterminismViolationError)).toBe(
      true,
    );
  });
});

describe('a change with a patch', () => {
  it('replays what ran before it', async () => {
    const payments = stored.filter(({ path }) => path.kind === 'payment');
    expect(await errorsOf(payments, orderPatched)).toEqual({});
  });
});
