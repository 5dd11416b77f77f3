import { setTimeout as pause } from 'node:timers/promises';

import { WorkflowNotFoundError } from '@temporalio/client';

import { workflowIdOf } from '../../../src/platform/temporal/temporal';
import type { Ground } from '../ground';
import { Beside, type Fault } from '../harm';
import type { Manner, MetWorkflow } from '../meetings';
import { watchSteps } from '../step-watch';

const LOOK_EVERY_MS = 40;

/** Every workflow is ended by force in each state that it passes: with a step in hand, and while it waits on one. */
export function workflowEnded(): Fault {
  return {
    name: 'workflow-ended',
    zh: '每个流程在其经过的每个状态各被强行终止一次',
    en: 'each workflow ended by force once in every state it passes',
    meetsEveryStep: true,
    begin(ground) {
      const beside = new Beside();
      const met = new Set<string>();
      const endNew = async (manner: Manner, workflow: MetWorkflow) => {
        const key = `${manner}/${workflow.kind}/${workflow.step}`;
        if (met.has(key)) return;
        met.add(key);
        if (await endByForce(ground, workflow)) {
          ground.meetings.note(this.name, 'terminate', manner, [workflow]);
        } else met.delete(key);
      };
      const stop = watchSteps(ground, ({ workflow }) => ({
        atOnce: () => endNew('working', workflow),
      }));
      beside.do(async () => {
        while (!beside.signal.aborted) {
          for (const workflow of await waiting(ground)) await endNew('waiting', workflow);
          await pause(LOOK_EVERY_MS);
        }
      });
      return {
        end: async () => {
          stop();
          await beside.end();
        },
        missing: () => (met.size === 0 ? ['no workflow was met'] : []),
      };
    },
  };
}

/** The processes that have looked at all that was wanted and sleep. */
async function waiting(ground: Ground): Promise<MetWorkflow[]> {
  const open = await ground.open();
  return open.filter(({ step }) => step !== null);
}

/** @returns whether it ran; one that had just been ended is about to be started again */
async function endByForce({ temporal }: Ground, { kind, id }: MetWorkflow): Promise<boolean> {
  try {
    await temporal.workflow.getHandle(workflowIdOf(kind, id)).terminate('a fault');
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
