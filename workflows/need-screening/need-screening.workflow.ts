import type { ProcessTarget } from '../../src/kernel/standing';
import type { NeedScreeningSteps } from '../../src/stages/needs/needs.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<NeedScreeningSteps>();

/** One street's screening cycle: its needs are checked and reported, screened by experts, and everyone gets an answer. */
export async function needScreening(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.needsReported);
    await look.until(make.needsScreened);
    await look.until(make.feedbackGiven);
  });
}
