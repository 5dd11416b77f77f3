import type { ProcessTarget } from '../../src/kernel/standing';
import type { EvaluationSteps } from '../../src/stages/evaluations/evaluations.activities';
import type { MonitoringSteps } from '../../src/stages/monitoring/monitoring.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<MonitoringSteps & EvaluationSteps>();

/**
 * One project, from its contract until its money is settled. A project that is stopped by an evaluation takes the same way: the
 * steps that no longer matter find the record past them.
 */
export async function project(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.projectStarted);
    await look.until(make.evaluationsPlanned);
    await look.until(make.midtermDecided);
    await look.until(make.finalDecided);
  });
}
