import type { ProcessRef } from '../../src/platform/record/domain-event';
import { workflowIdOf } from '../../src/platform/temporal/temporal';
import type { Ground } from './ground';
import type { MetWorkflow } from './meetings';
import type { AtReply, Statement } from './postgres-proxy';

/** A step of a workflow that a worker has in hand: its transaction is open and has looked at nothing yet. */
export interface StepInHand {
  readonly workflow: MetWorkflow & { readonly step: string };
  /** The worker's name. */
  readonly worker: string;
}

/** What to do about a step: at once, before its COMMIT, or between its COMMIT and the reply. */
export interface StepPlan {
  readonly atOnce?: () => Promise<void>;
  readonly beforeCommit?: () => Promise<void>;
  readonly atReply?: AtReply;
}

const LOOK = 'SELECT wanted, ended_at IS NOT NULL AS ended,';

/**
 * Watches the steps of all workflows on their way to Postgres and stops each for a look; which step it is, Temporal tells by
 * the activity that is pending.
 */
export function watchSteps(
  ground: Ground,
  decide: (step: StepInHand) => StepPlan | null,
): () => void {
  const plans = new WeakMap<Statement['earlier'], StepPlan>();
  const look = async (worker: string, { earlier, parameters }: Statement): Promise<undefined> => {
    const [kind, id] = parameters;
    const process = { kind, id } as ProcessRef;
    const step = await stepInHand(ground, process);
    if (step === null) return;
    const plan = decide({ worker, workflow: { ...(await ground.see(process)), step } });
    if (plan === null) return;
    plans.set(earlier, plan);
    await plan.atOnce?.();
  };
  const ends = [...ground.proxies]
    .filter(([name]) => name.startsWith('worker'))
    .map(([worker, proxy]) =>
      proxy.watch(async (statement) => {
        if (statement.text.startsWith(LOOK)) return look(worker, statement);
        if (statement.text !== 'COMMIT') return undefined;
        const plan = plans.get(statement.earlier);
        await plan?.beforeCommit?.();
        return plan?.atReply;
      }),
    );
  return () => ends.forEach((end) => end());
}

async function stepInHand(ground: Ground, { kind, id }: ProcessRef): Promise<string | null> {
  try {
    const handle = ground.temporal.workflow.getHandle(workflowIdOf(kind, id));
    const { raw } = await handle.describe();
    return raw.pendingActivities?.[0]?.activityType?.name ?? null;
  } catch {
    return null; // Temporal is down, or the workflow ended meanwhile: there is no step to speak of.
  }
}
