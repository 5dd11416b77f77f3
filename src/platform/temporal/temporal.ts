import { Client, Connection } from '@temporalio/client';
import { trueNowMs } from '../clock/true-clock';
import { LOOK_AGAIN, type ProcessTarget } from '../../kernel/standing';
import type { ProcessKind } from '../record/domain-event';

/**
 * Our side of Temporal: one task queue per instance, so that two instances on one server never meet, and one workflow per
 * process, `round/<uuid>`.
 */
export class Temporal {
  private constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    readonly namespace: string,
    readonly taskQueue: string,
  ) {}

  /** Connects when first needed: a service starts, and serves its people, while Temporal is down. */
  static open(address: string, namespace: string, instanceId: string): Temporal {
    const connection = Connection.lazy({ address, connectTimeout: 2_000 });
    const client = new Client({ connection, namespace });
    return new Temporal(connection, client, namespace, taskQueueOf(instanceId));
  }

  /** Starts the workflow of a process if it does not run, and tells it to look again. */
  async nudge(kind: ProcessKind, target: ProcessTarget): Promise<void> {
    await this.connection.withDeadline(trueNowMs() + 5_000, () =>
      this.client.workflow.signalWithStart(kind, {
        workflowId: workflowIdOf(kind, target.id),
        taskQueue: this.taskQueue,
        args: [{ tenantId: target.tenantId, id: target.id }],
        signal: LOOK_AGAIN,
        signalArgs: [],
      }),
    );
  }

  /** The ids of the workflows of this instance that run now. */
  async running(): Promise<Set<string>> {
    const query = `TaskQueue = '${this.taskQueue}' AND ExecutionStatus = 'Running'`;
    const ids = new Set<string>();
    for await (const execution of this.client.workflow.list({ query, pageSize: 1000 })) {
      ids.add(execution.workflowId);
    }
    return ids;
  }

  /** Whether the server answers. */
  async isUp(): Promise<boolean> {
    try {
      await this.connection.withDeadline(trueNowMs() + 2_000, () =>
        this.connection.workflowService.getSystemInfo({}),
      );
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

/** The workflow of a process. */
export function workflowIdOf(kind: ProcessKind, id: string): string {
  return `${kind}/${id}`;
}

/** The task queue of an instance. */
export function taskQueueOf(instanceId: string): string {
  return `yichuang-${instanceId}`;
}
