import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedTemporal, type EmbeddedTemporal } from '../../src/platform/embedded';
import {
  openDevelopmentLab,
  type Played,
  type Script,
  type WorkflowLab,
} from '../support/workflow-lab';
import { workflowSteps } from '../support/workflow-steps';

/** Of events; in production the server suggests it at 4,096. */
const SHORT = 60;

const steps = workflowSteps('panelReview');
const first = steps[0];
const dir = mkdtempSync(join(tmpdir(), 'yichuang-anew-'));

let server: EmbeddedTemporal;
let lab: WorkflowLab;

beforeAll(async () => {
  const dynamicConfig = { 'limit.historyCount.suggestContinueAsNew': SHORT };
  server = await startEmbeddedTemporal({ dir, dynamicConfig });
  lab = await openDevelopmentLab(server.address);
});
afterAll(async () => {
  await lab.close();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** How each run of a workflow ended, from the first to the last. */
async function endings({ handle: { workflowId } }: Played): Promise<string[]> {
  const { workflow } = lab.environment.client;
  const endings: string[] = [];
  let runId = (await workflow.getHandle(workflowId).describe()).raw.workflowExecutionInfo
    ?.firstRunId;
  while (runId) {
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
    const last = events!.at(-1)!;
    const next = last.workflowExecutionContinuedAsNewEventAttributes;
    endings.push(
      next ? 'begins anew' : last.workflowExecutionCompletedEventAttributes ? 'ends' : 'is open',
    );
    runId = next?.newExecutionRunId;
  }
  return endings;
}

/** The steps of each run: every one begins with the first step. */
function runsOf(played: Played): string[][] {
  const runs: string[][] = [];
  for (const step of played.steps()) {
    if (step === first) runs.push([]);
    runs.at(-1)!.push(step);
  }
  return runs;
}

/** Waits at one step so many times, and each time is called more often than it needs. */
const waitsLong =
  (times: number): Script =>
  (step, nth, { lookAgain }) => {
    if (step !== 'sheetsIn' || nth > times) return {};
    sent.push(lookAgain(), lookAgain());
    return { reached: false };
  };

let sent: Promise<void>[] = [];

async function play(times: number): Promise<Played> {
  sent = [];
  const played = await lab.play('panelReview', waitsLong(times));
  await played.ended();
  await Promise.all(sent);
  return played;
}

it('a short history stays one run', async () => {
  const played = await play(2);
  expect(await endings(played)).toEqual(['ends']);
  const waits = ['sheetsIn', 'sheetsIn'];
  expect(runsOf(played)).toEqual([[...steps.slice(0, 3), ...waits, ...steps.slice(3)]]);
});

it('a long one begins anew at a wait, catches up from the record, and loses no call', async () => {
  const times = 20;
  const played = await play(times);
  const runs = runsOf(played);
  expect(runs.length).toBeGreaterThan(2);
  const begunAnew = runs.slice(1).map(() => 'begins anew');
  expect(await endings(played)).toEqual([...begunAnew, 'ends']);
  const withoutWaits = runs.map((run) => run.filter((step, n) => step !== run[n - 1]));
  const upToTheWait = steps.slice(0, 4);
  expect(withoutWaits).toEqual([...begunAnew.map(() => upToTheWait), steps]);
  expect(played.steps().filter((step) => step === 'sheetsIn')).toHaveLength(times + 1);
});
