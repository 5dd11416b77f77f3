import type { Ground } from '../ground';
import { Beside, type Fault } from '../harm';
import { watchSteps, type StepInHand, type StepPlan } from '../step-watch';
import { killAtRandom, processOf } from './processes';

/**
 * The worker is killed: at moments of chance, and once with every step of every workflow in hand, be it before the step did
 * anything, before its COMMIT, or between its COMMIT and its report.
 */
export function workerKilled(options: {
  readonly atRandom: number;
  /** Which steps are to be met; all unless said. */
  readonly inSteps?: (step: string) => boolean;
}): Fault {
  const { atRandom, inSteps = () => true } = options;
  return {
    name: 'worker-killed',
    zh: `工作进程 kill -9：随机${atRandom}次，并在每个流程的每个步骤中各一次`,
    en: `worker killed: ${atRandom} times at random, and once in every step of every workflow`,
    meetsEveryStep: true,
    begin(ground) {
      const beside = new Beside();
      const met = new Set<string>();
      beside.at(ground, ground.moments(atRandom), () => killAtRandom(ground, this.name, 'worker'));
      const stop = watchSteps(ground, (inHand) => {
        const { kind, step } = inHand.workflow;
        if (met.has(`${kind}/${step}`) || !inSteps(step)) return null;
        met.add(`${kind}/${step}`);
        return planFor(ground, this.name, inHand);
      });
      return {
        end: async () => {
          stop();
          await beside.end();
        },
        missing: () => (met.size === 0 ? ['no step was met'] : []),
      };
    },
  };
}

const points = ['before its work', 'before COMMIT', 'after COMMIT, before its report'] as const;

function planFor(ground: Ground, fault: string, { worker, workflow }: StepInHand): StepPlan {
  const point = ground.chance.of(fault, workflow.kind, workflow.step).whole(0, 2);
  const kill = () => {
    processOf(ground, worker).kill();
    ground.meetings.note(fault, `${worker} kill -9 ${points[point]!}`, 'working', [workflow]);
  };
  // A killed process is gone before its statement could matter: the proxy drops the line with it.
  const killFirst = () => {
    kill();
    return Promise.resolve();
  };
  if (point === 0) return { atOnce: killFirst };
  return point === 1 ? { beforeCommit: killFirst } : { atReply: kill };
}
