import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { CALL, type Script } from './bare-script';

const TASK_QUEUE = 'bench-bare';

// What the SDK tells of its bundles and workers would run through the progress of the bench.
Runtime.install({ logger: new DefaultLogger('WARN') });

/** Where the bare workflows run: the same servers that the service has. */
export interface BarePlace {
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly databaseUrl: string;
}

/** Reads from the histories of processes of these kinds what they were asked and did: how many activities after each signal. */
export async function scriptsOf(
  { temporalAddress, namespace }: BarePlace,
  kinds: readonly string[],
): Promise<Script[]> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace });
    const scripts: Script[] = [];
    const query = kinds.map((kind) => `WorkflowType = '${kind}'`).join(' OR ');
    for await (const { workflowId } of workflow.list({ query })) {
      scripts.push(scriptOf(await workflow.getHandle(workflowId).fetchHistory()));
    }
    return scripts;
  } finally {
    await connection.close();
  }
}

/** Runs bare workflows by their scripts, all at once; each is called again when it has done what it was called for. @returns ms */
export async function runBare(place: BarePlace, scripts: readonly Script[]): Promise<number> {
  const pool = new Pool({ connectionString: place.databaseUrl, max: 8 });
  /** By key: how many activities the turn under way still has to do, and who waits for them. */
  const turns = new Map<string, { left: number; resolve: () => void }>();
  const native = await NativeConnection.connect({ address: place.temporalAddress });
  const worker = await Worker.create({
    connection: native,
    namespace: place.namespace,
    taskQueue: TASK_QUEUE,
    workflowsPath: join(__dirname, 'bare-workflows.js'),
    activities: {
      bareActivity: async (key: string) => {
        const client = await pool.connect();
        try {
          await client.query('BEGIN');
          await client.query('COMMIT');
        } finally {
          client.release();
        }
        const turn = turns.get(key)!;
        turn.left -= 1;
        if (turn.left === 0) turn.resolve();
      },
    },
    maxConcurrentActivityTaskExecutions: 8,
    maxCachedWorkflows: 300,
  });
  const connection = await Connection.connect({ address: place.temporalAddress });
  const { workflow } = new Client({ connection, namespace: place.namespace });
  const call = (key: string, script: Script) =>
    workflow.signalWithStart('bare', {
      workflowId: `bare/${key}`,
      taskQueue: TASK_QUEUE,
      args: [key, script],
      signal: CALL,
      signalArgs: [],
    });
  const running = worker.run();
  try {
    const beganAt = performance.now();
    await Promise.all(
      scripts.map(async (script, n) => {
        for (const left of script) {
          const done = new Promise<void>((resolve) => {
            if (left === 0) resolve();
            else turns.set(String(n), { left, resolve });
          });
          await call(String(n), script);
          await done;
        }
      }),
    );
    return performance.now() - beganAt;
  } finally {
    worker.shutdown();
    await running;
    await native.close();
    await connection.close();
    await pool.end();
  }
}

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

function scriptOf({ events }: History): Script {
  const script: number[] = [];
  for (const event of events ?? []) {
    if (event.workflowExecutionSignaledEventAttributes) script.push(0);
    if (event.activityTaskScheduledEventAttributes) script[script.length - 1]! += 1;
  }
  return script;
}
