import type { ProcessTarget } from '../../src/kernel/standing';
import type { ChallengeSteps } from '../../src/stages/awards/challenges/challenges.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<ChallengeSteps>();

/** One objection against an award: it is admitted or rejected, and answered in time; people are reminded of it on the way. */
export async function challenge(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.challengeAdmitted);
    await look.until(make.challengeAnswered);
  });
}
