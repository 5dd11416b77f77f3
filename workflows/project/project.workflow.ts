import type { ProcessTarget, Standing } from '../../src/kernel/standing';
import type { CommissionSteps } from '../../src/stages/awards/awards.activities';
import type { CommissionContractSteps } from '../../src/stages/contracts/contracts.activities';
import type { EvaluationSteps } from '../../src/stages/evaluations/evaluations.activities';
import type { MonitoringSteps } from '../../src/stages/monitoring/monitoring.activities';
import type { ProjectPaymentSteps } from '../../src/stages/payments/payments.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<
  CommissionSteps &
    CommissionContractSteps &
    MonitoringSteps &
    EvaluationSteps &
    ProjectPaymentSteps
>();

type Step = (target: ProcessTarget) => Promise<Standing>;

/**
 * While evaluations are waited for, what the decided ones release is due already. The step that never waits comes first: the
 * other one may put the process to rest.
 */
function payingWhatIsDecided(decided: Step): Step {
  return async (target) => {
    const paying = await make.evaluationTranchesDue(target);
    return paying.ended ? paying : decided(target);
  };
}

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
    await look.until(make.contractTranchesDue);
    // All evaluations together: a mid-term one may be put off beyond the final one.
    await look.until(payingWhatIsDecided(make.evaluationsDecided));
    await look.until(make.projectSettled);
    await look.until(make.projectClosed);
  });
}
