import { readFile } from 'node:fs/promises';
import { Context } from '@temporalio/activity';
import { NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '../../kernel/refusal';
import { log } from '../telemetry/log';
import type { ActivityFunction } from './activity-registry';

/** A worker that runs until it is told to stop. */
export interface RunningWorker {
  /** Ends polling, lets what is under way finish, closes the connection. */
  stop(): Promise<void>;
  /** Settles when the worker ends, by itself or not. */
  readonly ended: Promise<void>;
}

/** Where a worker works and with what. */
export interface WorkerPlace {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowBundle: WorkerOptions['workflowBundle'];
  readonly activities: Record<string, ActivityFunction>;
}

/** Runs a worker on the prebuilt workflow bundle. */
export async function runWorker(place: WorkerPlace): Promise<RunningWorker> {
  installRuntime();
  const connection = await NativeConnection.connect({ address: place.address });
  const worker = await Worker.create({
    connection,
    namespace: place.namespace,
    taskQueue: place.taskQueue,
    workflowBundle: place.workflowBundle,
    activities: withCodes(place.activities),
    maxConcurrentActivityTaskExecutions: 8,
    maxCachedWorkflows: 300,
    shutdownGraceTime: '10s',
    stickyQueueScheduleToStartTimeout: '2s',
  });
  const ended = worker.run().finally(() => connection.close());
  return {
    ended,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}

/** The bundle that the build made, from its file. */
export async function loadBundle(path: string): Promise<{ code: string }> {
  return { code: await readFile(path, 'utf8') };
}

let isInstalled = false;

// The SDK's own log goes where ours goes. One runtime serves all workers of a process.
function installRuntime(): void {
  if (isInstalled) return;
  isInstalled = true;
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (level, message, meta) =>
        log[level === 'WARN' ? 'warn' : level === 'ERROR' ? 'error' : 'debug'](meta ?? {}, message),
      trace: (message, meta) => log.trace(meta ?? {}, message),
      debug: (message, meta) => log.debug(meta ?? {}, message),
      info: (message, meta) => log.debug(meta ?? {}, message),
      warn: (message, meta) => log.warn(meta ?? {}, message),
      error: (message, meta) => log.error(meta ?? {}, message),
    },
  });
}

const BEAT_EVERY_MS = 1_000;

/** Says from time to time that the activity is in hand, so that Temporal soon sees it when the worker is gone. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), BEAT_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/** A failure enters Temporal's history as a code, never with a message that might quote data. */
function withCodes(
  activities: Record<string, ActivityFunction>,
): Record<string, (...args: unknown[]) => Promise<unknown>> {
  return Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      async (...args: unknown[]) => {
        try {
          return await beating(() => activity(...(args as never[])));
        } catch (error) {
          log.warn({ activity: name, err: error }, 'activity failed');
          const code = error instanceof Refusal ? error.code : 'SERVICE.FAILED';
          throw ApplicationFailure.create({ message: code, type: code });
        }
      },
    ]),
  );
}
