import type { ProcessTarget } from '../../src/kernel/standing';
import type { CommissionSteps } from '../../src/stages/awards/awards.activities';
import type { CommissionContractSteps } from '../../src/stages/contracts/contracts.activities';
import type { EvaluationSteps } from '../../src/stages/evaluations/evaluations.activities';
import type { MonitoringSteps } from '../../src/stages/monitoring/monitoring.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<
  CommissionSteps & CommissionContractSteps & MonitoringSteps & EvaluationSteps
>();

/**
 * One project, from its contract until its money is settled. A project that is stopped by an evaluation takes the same way: the
 * steps that no longer matter find the record past them.
 */
export async function project(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    // A directed commission has its process from its approval on; the other awards come here with a contract in force.
    await look.until(make.commissionConfirmed);
    await look.until(make.contractInForce);
    await look.until(make.projectStarted);
    await look.until(make.evaluationsPlanned);
    await look.until(make.midtermDecided);
    await look.until(make.finalDecided);
  });
}
