import { Context } from '@temporalio/activity';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';

import { newId } from '../../src/kernel/id';
import { LOOK_AGAIN, type ProcessTarget, type Standing } from '../../src/kernel/standing';
import { processKinds, type ProcessKind } from '../../src/platform/record/domain-event';
import { quietTemporal } from './quiet-temporal';
import { temporalAddress, timeSkippingServerPath } from './servers';
import { workflowBundle } from './workflow-bundle';
import { workflowSteps } from './workflow-steps';

/**
 * What a step answers when it is called for the nth time, from 1; what is left out stands as for a step that is reached. An
 * error makes the step fail.
 */
export type Script = (step: string, nth: number, played: Played) => Partial<Standing> | Error;

/** A step as it was called; `atMs` is the server's time, which may have been skipped to. */
export interface Call {
  readonly step: string;
  readonly atMs: number;
}

/** One process of a lab. */
export interface Played {
  readonly handle: WorkflowHandle;
  /** The steps called so far. */
  readonly calls: Call[];
  readonly steps: () => string[];
  /** Until so many steps have been called; time is not skipped. */
  readonly called: (count: number) => Promise<void>;
  readonly lookAgain: () => Promise<void>;
  /** Until the workflow has ended; time is skipped where the server can. */
  readonly ended: () => Promise<void>;
}

/** Workflows on a real Temporal server, their steps played by a script. */
export interface WorkflowLab {
  readonly environment: TestWorkflowEnvironment;
  play(kind: ProcessKind, script: Script): Promise<Played>;
  /** Puts the lab's worker on another bundle; what runs goes on there. */
  redeploy(bundle: { code: string }): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** A lab in which time is skipped as soon as all workflows sleep and somebody waits for one to end. */
export async function openTimeSkippingLab(): Promise<WorkflowLab> {
  quietTemporal();
  const executable = { type: 'existing-path', path: timeSkippingServerPath() } as const;
  return openLab(await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } }));
}

/**
 * A lab on a development server, as a service has it: time passes as it does.
 * @param address the run's own server unless given
 */
export async function openDevelopmentLab(address?: string): Promise<WorkflowLab> {
  quietTemporal();
  const server = { address: address ?? (await temporalAddress()) };
  return openLab(await TestWorkflowEnvironment.createFromExistingServer(server));
}

async function openLab(environment: TestWorkflowEnvironment): Promise<WorkflowLab> {
  const taskQueue = `lab-${newId()}`;
  const all = new Map<string, { script: Script; played: Played }>();
  const activities = Object.fromEntries(
    processKinds.flatMap(workflowSteps).map((step) => [
      step,
      ({ id }: ProcessTarget): Promise<Standing> => {
        const { script, played } = all.get(id)!;
        const { calls } = played;
        calls.push({ step, atMs: Context.current().info.currentAttemptScheduledTimestampMs });
        const answer = script(step, calls.filter((call) => call.step === step).length, played);
        if (answer instanceof Error) return Promise.reject(answer);
        return Promise.resolve({ reached: true, ended: false, nextLookMs: null, ...answer });
      },
    ]),
  );
  const start = async (bundle: { code: string }) => {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      namespace: environment.namespace ?? 'default',
      taskQueue,
      workflowBundle: bundle,
      activities,
      stickyQueueScheduleToStartTimeout: '1s',
    });
    const ended = worker.run();
    return async () => {
      worker.shutdown();
      await ended;
    };
  };
  let stop = await start(await workflowBundle());
  return {
    environment,
    play: async (kind, script) => {
      const target = { tenantId: newId(), id: newId() };
      const workflowId = `${kind}/${target.id}`;
      const played = playedBy(environment.client.workflow.getHandle(workflowId));
      all.set(target.id, { script, played });
      await environment.client.workflow.start(kind, {
        workflowId,
        taskQueue,
        args: [target],
        // A task that a stopped worker took with it is given to the next one after this.
        workflowTaskTimeout: '2s',
      });
      return played;
    },
    redeploy: async (bundle) => {
      await stop();
      stop = await start(bundle);
    },
    close: async () => {
      await stop();
      await environment.teardown();
    },
  };
}

function playedBy(handle: WorkflowHandle): Played {
  const calls: Call[] = [];
  return {
    handle,
    calls,
    steps: () => calls.map(({ step }) => step),
    called: (count) => until(() => calls.length >= count),
    lookAgain: () => handle.signal(LOOK_AGAIN),
    ended: () => handle.result() as Promise<void>,
  };
}

async function until(isDone: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!isDone()) {
    if (performance.now() > until) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
